package org.rongcuo.access;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Base64;
import java.util.UUID;
import org.rongcuo.access.MatrixPeople.Somebody;

/** Thousands of small requests, as whoever asks. */
final class MatrixHttp {
    private static final String BOUNDARY = "matrix-boundary";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI server;

    MatrixHttp(URI server) {
        this.server = server;
    }

    /** What came back. */
    record Answer(int status, String body, String etag) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("expected " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    Answer get(Somebody caller, String path) {
        return send(caller, "GET", path, null, null, null, UUID.randomUUID().toString());
    }

    Answer post(Somebody caller, String path, Object body) {
        return send(
                caller,
                "POST",
                path,
                "application/json",
                json(body),
                null,
                UUID.randomUUID().toString());
    }

    /** An act that takes no body. */
    Answer post(Somebody caller, String path) {
        return send(caller, "POST", path, null, null, null, UUID.randomUUID().toString());
    }

    /** A request whose answer is remembered under the key. */
    Answer post(Somebody caller, String path, Object body, String etag, String key) {
        return send(caller, "POST", path, "application/json", json(body), etag, key);
    }

    /** An act on a case, with the case's ETag as the caller reads it. */
    Answer act(Somebody caller, String method, String caseId, String act, Object body) {
        var path = "/api/v1/cases/" + caseId;
        var etag = get(caller, path).expect(200).etag();
        return send(
                caller,
                method,
                path + "/" + act,
                "application/json",
                json(body),
                etag,
                UUID.randomUUID().toString());
    }

    Answer document(Somebody caller, String caseId, String title) {
        var form = part("title", "") + title + "\r\n" + part("file", "; filename=\"a.txt\"") + "材料 " + title + "\r\n--"
                + BOUNDARY + "--\r\n";
        return send(
                caller,
                "POST",
                "/api/v1/cases/" + caseId + "/documents",
                "multipart/form-data; boundary=" + BOUNDARY,
                form,
                null,
                UUID.randomUUID().toString());
    }

    /** A request that, if it gets past the authorisation, is refused for its form: no If-Match, a body that lacks all. */
    Answer probe(Somebody caller, String method, String path, String sent) {
        var key = UUID.randomUUID().toString();
        if (sent == null || sent.equals("nothing")) {
            // Without a key an act that takes no body stops after the authorisation: the probe changes nothing.
            return send(caller, method, path, null, null, null, null);
        }
        if (sent.equals("form without a file")) {
            var form = part("title", "") + "无文件\r\n--" + BOUNDARY + "--\r\n";
            return send(caller, method, path, "multipart/form-data; boundary=" + BOUNDARY, form, null, key);
        }
        return send(
                caller, method, path, sent.startsWith("<") ? "application/xml" : "application/json", sent, null, key);
    }

    Answer xml(Somebody caller, String path, String document) {
        return send(
                caller,
                "POST",
                path,
                "application/xml",
                document,
                null,
                UUID.randomUUID().toString());
    }

    private static String part(String name, String more) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(
            Somebody caller, String method, String path, String type, String body, String etag, String key) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (!caller.anonymous()) {
            var account = "matrix-" + caller.login() + ":rongcuo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
