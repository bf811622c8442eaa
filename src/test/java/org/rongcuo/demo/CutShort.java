package org.rongcuo.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the demo and the server, and refuses everything after so many requests. */
final class CutShort implements AutoCloseable {
    private final HttpServer between;
    private static final Set<String> NOT_COPIED = Set.of("host", "content-length", "connection", "transfer-encoding");

    private final AtomicInteger left = new AtomicInteger();

    CutShort(URI server) throws IOException {
        var client = HttpClient.newHttpClient();
        between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        between.createContext("/", call -> {
            try (call) {
                if (left.decrementAndGet() < 0) {
                    call.sendResponseHeaders(503, -1);
                    return;
                }
                var request = HttpRequest.newBuilder(server.resolve(call.getRequestURI()))
                        .method(
                                call.getRequestMethod(),
                                BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
                call.getRequestHeaders().forEach((name, values) -> {
                    if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
                var answer = client.send(request.build(), BodyHandlers.ofByteArray());
                answer.headers().map().forEach((name, values) -> {
                    if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                        call.getResponseHeaders().put(name, values);
                    }
                });
                call.sendResponseHeaders(answer.statusCode(), answer.body().length);
                call.getResponseBody().write(answer.body());
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        });
        between.start();
    }

    void after(int requests) {
        left.set(requests);
    }

    String address() {
        return "http://localhost:" + between.getAddress().getPort();
    }

    @Override
    public void close() {
        between.stop(0);
    }
}
