package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.rongcuo.demo.EmbeddedDatabase;

/** The packaged product in a process of its own, as an operator starts it. */
final class ProductProcess {
    static final Path PRODUCT = Path.of(System.getProperty("rongcuo.product", "target/quarkus-app"));

    private ProductProcess() {}

    /** The product's own way to be started; of this process's environment nothing that configures it. */
    static Process launch(Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PRODUCT.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("RONGCUO_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** All that it needs to start on a database, on a port; the identity provider is away. */
    static Map<String, String> environment(EmbeddedDatabase database, int port) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        database.settings().forEach((name, value) -> environment.put(environmentName(name), value));
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:" + freePort() + "/realms/rongcuo");
        environment.put("QUARKUS_OIDC_CLIENT_ID", "rongcuo");
        environment.put("RONGCUO_SEALING_KEYS", PostgreSQL.SEALING_KEYS);
        return environment;
    }

    private static String environmentName(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    static void awaitReady(Process product, String address, Path log) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < until) {
            assertTrue(product.isAlive(), () -> "the product ended: " + text(log));
            try {
                if (get(address, null).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not ready: " + text(log));
    }

    static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** @param authorization the header, null to send none */
    static HttpResponse<String> get(String address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
