package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongcuo.demo.DemoCases;
import org.rongcuo.demo.StartedDemo;

/** What README.md tells a newcomer to type is typed here, on a demo just started, and what it says comes out does. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestProfile(StartedDemo.class)
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(sh|text|sql)\\n(.*?)```", Pattern.DOTALL);
    private static final String END_OF_BLOCK = "==end-of-block==";

    @TestHTTPResource("/api/v1")
    URI api;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    private final DemoCases cases;

    ReadmeTest(DemoCases cases) {
        this.cases = cases;
    }

    @BeforeEach
    void start() {
        StartedDemo.play(cases, server);
    }

    private record Block(String kind, String text) {}

    @Test
    void theTwoCommandsStandAloneInTheFirstBlocksOfTheirSections() throws Exception {
        for (var section : List.of("Start", "Test")) {
            var first = blocks(section).get(0);
            assertEquals("sh", first.kind);
            assertEquals(1, first.text.strip().lines().count(), "one command: " + first.text);
        }
    }

    @Test
    void theTourRunsAsWritten() throws Exception {
        assertTrue(shown("Tour") >= 8, "the tour shows what comes out");
    }

    @Test
    void thePolicyStaffsCommandsRunAsWritten() throws Exception {
        assertTrue(shown("政策人员指南") >= 7, "the guide shows what comes out");
    }

    /** Runs a section's commands one after the other. @return how many outputs it shows, all of them true */
    private int shown(String section) throws Exception {
        var blocks = blocks(section);
        var commands = blocks.stream().filter(block -> block.kind.equals("sh")).toList();
        var script = new StringBuilder("set -e\n");
        commands.forEach(block -> script.append(block.text).append("echo '" + END_OF_BLOCK + "'\n"));
        var printed = run(script.toString()).split(END_OF_BLOCK + "\n", -1);
        assertEquals(commands.size() + 1, printed.length, "every block ran to its end: " + String.join("", printed));

        var checked = 0;
        var command = -1;
        for (var block : blocks) {
            if (block.kind.equals("sh")) {
                command++;
            } else {
                assertEquals(
                        comparable(block.text), comparable(printed[command]), "after " + commands.get(command).text);
                checked++;
            }
        }
        return checked;
    }

    @Test
    void theStatementForTheFirstAdministratorMakesOne() throws Exception {
        var production = blocks("Production").stream()
                .filter(block -> block.kind.equals("sql") && block.text.contains("'ADMINISTRATOR'"))
                .toList();
        assertEquals(1, production.size());
        try (var owner = PostgreSQL.as("rongcuo_owner")) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                assertEquals(1, statement.executeUpdate(production.get(0).text.replace("'…'", "'首任管理员'")));
                var made = statement.executeQuery(
                        "select count(*) from assignment a join person p on p.id = a.person_id"
                                + " join login l on l.person_id = p.id where p.name = '首任管理员'"
                                + " and l.issuer = 'https://login.example.org/realms/rongcuo' and a.role = 'ADMINISTRATOR'");
                made.next();
                assertEquals(1, made.getInt(1));
            } finally {
                owner.rollback();
            }
        }
    }

    /** The year is the reader's. */
    private static String comparable(String output) {
        return output.replaceAll("〔\\d{4}〕", "〔〕");
    }

    private String run(String script) throws Exception {
        var log = folder.resolve("tour.log");
        var builder = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("API", api.toString());
        builder.environment().put("TMPDIR", folder.toString());
        var shell = builder.start();
        assertTrue(shell.waitFor(120, TimeUnit.SECONDS), "the tour ends");
        var output = Files.readString(log);
        assertEquals(0, shell.exitValue(), output);
        return output;
    }

    private static List<Block> blocks(String section) throws Exception {
        var readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        var start = readme.indexOf("\n## " + section + "\n");
        assertTrue(start >= 0, "README has a section " + section);
        var end = readme.indexOf("\n## ", start + 1);
        List<Block> blocks = new ArrayList<>();
        var matcher = BLOCK.matcher(readme.substring(start, end < 0 ? readme.length() : end));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }
}
