package org.rongcuo.edges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the running product: through a client, or byte for byte where no client would send such a thing. */
public final class Caller {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI root;

    public Caller(URI root) {
        this.root = root;
    }

    /** An answer. @param headers the raw header lines, lower case names */
    public record Answer(int status, String headers, String text) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + text, e);
            }
        }

        /** A header's value, empty when absent. */
        public String header(String name) {
            return headers.lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer call(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** POSTs JSON. */
    public Answer post(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), all);
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root.toString().replaceFirst("/$", "") + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var lines = new StringBuilder();
            response.headers()
                    .map()
                    .forEach((name, values) -> lines.append(name.toLowerCase(java.util.Locale.ROOT))
                            .append(": ")
                            .append(String.join(", ", values))
                            .append('\n'));
            return new Answer(response.statusCode(), lines.toString(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the request line as it stands. */
    public Answer raw(String requestLine, String... headerLines) {
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            var request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n")
                    + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IllegalStateException("no HTTP answer to " + requestLine + ": " + text);
            }
            var head = text.substring(0, end).replace("\r\n", "\n");
            var lines = new StringBuilder();
            head.lines().skip(1).forEach(line -> {
                var colon = line.indexOf(':');
                lines.append(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT))
                        .append(line.substring(colon))
                        .append('\n');
            });
            return new Answer(Integer.parseInt(text.substring(9, 12)), lines.toString(), text.substring(end + 4));
        } catch (IOException e) {
            throw new IllegalStateException(requestLine, e);
        }
    }
}
