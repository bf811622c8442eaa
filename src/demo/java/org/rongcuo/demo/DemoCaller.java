package org.rongcuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Calls the API as the demo's persons, as any client would. */
final class DemoCaller {
    /** The server did not do as asked. */
    static final class Refused extends RuntimeException {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final ObjectMapper mapper;

    DemoCaller(String address, ObjectMapper mapper) {
        this.base = address + "/api/v1";
        this.mapper = mapper;
    }

    /** What may be acted on. @param etag for the next act */
    record Standing(JsonNode content, String etag) {}

    JsonNode get(String login, String path) {
        return json(send(request(login, path).GET()));
    }

    Standing standing(String login, String path) {
        var answer = send(request(login, path).GET());
        return new Standing(json(answer), answer.headers().firstValue("ETag").orElseThrow());
    }

    /** @param body null for an act that takes none */
    JsonNode post(String login, String path, JsonNode body) {
        return json(send(withJson(request(login, path), "POST", body)));
    }

    JsonNode put(String login, String path, JsonNode body) {
        return json(send(withJson(request(login, path), "PUT", body)));
    }

    JsonNode put(String login, String path, String etag, JsonNode body) {
        return json(send(withJson(request(login, path).header("If-Match", etag), "PUT", body)));
    }

    /** An act on a case as it stood. */
    JsonNode act(String login, String path, String etag, String act, JsonNode body) {
        return json(send(withJson(request(login, path + "/" + act).header("If-Match", etag), "POST", body)));
    }

    JsonNode attach(String login, String path, String title, String fileName, String text) {
        var boundary = "rongcuo-" + UUID.randomUUID();
        var form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + title + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n";
        return json(send(request(login, path + "/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form))));
    }

    private HttpRequest.Builder withJson(HttpRequest.Builder request, String method, JsonNode body) {
        return body == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String login, String path) {
        var basic = Base64.getEncoder()
                .encodeToString((login + ":" + DemoIdentities.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder wanted) {
        var request = wanted.build();
        var asked = request.method() + " " + request.uri().getPath();
        try {
            var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new Refused(asked + " answered " + response.statusCode() + " " + response.body(), null);
            }
            return response;
        } catch (IOException e) {
            throw new Refused(asked + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(asked + " was interrupted", e);
        }
    }

    private JsonNode json(HttpResponse<String> response) {
        try {
            return mapper.readTree(response.body());
        } catch (IOException e) {
            throw new Refused("no JSON from " + response.uri(), e);
        }
    }
}
