package org.rongcuo.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rongcuo.PostgreSQL;
import org.rongcuo.demo.DemoCases;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.demo.StartedDemo;

/**
 * Walks through the console in a real browser, on a demo just started: each {@code tests/*.journey.mjs} beside the
 * console's sources is a test, run by Node in a process of its own. It is told the server's address as {@code CONSOLE},
 * where to leave pictures as {@code SCREENSHOTS}, and the browser as {@code CHROMIUM}. Journeys run one after the other, in
 * the order of their names, on one database: each leaves the books as it found them; the clock is set right after it.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestProfile(ServedConsole.class)
class ConsoleTest {
    private static final Path WEBUI = Path.of("src/main/webui");
    private static final Path PICTURES = Path.of("target/screenshots").toAbsolutePath();
    private static final String NOBODY_LOOKED =
            "SKIPPED: there is no Chromium (in CHROMIUM or on the PATH), so nobody looked at the console";
    private static final Duration LONGEST = Duration.ofMinutes(6);

    @TestHTTPResource("/")
    URI server;

    private final DemoCases cases;

    private final DemoClock clock;

    ConsoleTest(DemoCases cases, DemoClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @TestFactory
    List<DynamicTest> journeys() throws IOException {
        var browser = browser();
        if (browser.isEmpty()) {
            System.err.println(NOBODY_LOOKED);
        }
        assumeTrue(browser.isPresent(), NOBODY_LOOKED);
        StartedDemo.play(cases, server);
        removeOldPictures();
        try (var files = Files.list(WEBUI.resolve("tests"))) {
            var journeys = files.filter(file -> file.toString().endsWith(".journey.mjs"))
                    .sorted()
                    .toList();
            assertFalse(journeys.isEmpty(), "there are journeys");
            return journeys.stream()
                    .map(journey -> dynamicTest(
                            journey.getFileName().toString().replace(".journey.mjs", ""),
                            () -> walk(journey, browser.get())))
                    .toList();
        }
    }

    private void walk(Path journey, Path browser) throws IOException, InterruptedException {
        var log = Path.of("target", journey.getFileName() + ".log");
        var builder = new ProcessBuilder(
                        "node", "--test", WEBUI.relativize(journey).toString())
                .directory(WEBUI.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CONSOLE", server.toString().replaceFirst("/$", ""));
        builder.environment().put("SCREENSHOTS", PICTURES.toString());
        builder.environment().put("CHROMIUM", browser.toString());
        var node = builder.start();
        try {
            if (!node.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                fail("still under way after " + LONGEST + ":\n" + Files.readString(log));
            }
            assertEquals(0, node.exitValue(), () -> text(log));
        } finally {
            end(node);
            clock.set(Duration.ZERO);
        }
    }

    private static void removeOldPictures() throws IOException {
        Files.createDirectories(PICTURES);
        try (var old = Files.list(PICTURES)) {
            for (var picture :
                    old.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.delete(picture);
            }
        }
    }

    /** With the browser that it started. */
    private static void end(Process node) throws InterruptedException {
        var started = new ArrayList<>(node.descendants().toList());
        node.destroyForcibly().waitFor();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Optional<Path> browser() {
        var told = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        return Stream.concat(told.stream(), found).filter(Files::isExecutable).findFirst();
    }
}
