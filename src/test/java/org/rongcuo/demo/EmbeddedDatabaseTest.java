package org.rongcuo.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void isDurable() throws Exception {
        try (var database = EmbeddedDatabase.temporary();
                var connection = database.superuser("rongcuo");
                var statement = connection.createStatement()) {
            var shown = new TreeMap<String, String>();
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                shown.put(setting, row.getString(1));
            }
            assertEquals(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"), shown);
        }
    }

    @Test
    void keepsWhatWasCommittedWhenStopped() throws Exception {
        try (var database = EmbeddedDatabase.keptIn(folder)) {
            write(database);
        }
        try (var database = EmbeddedDatabase.keptIn(folder)) {
            assertEquals("kept", read(database));
        }
    }

    @Test
    void keepsWhatWasCommittedWhenKilled() throws Exception {
        try (var database = EmbeddedDatabase.keptIn(folder)) {
            write(database);
            kill(folder);
        }
        assertTrue(Files.exists(folder.resolve("postmaster.pid")), "what a killed server leaves");
        try (var database = EmbeddedDatabase.keptIn(folder)) {
            assertEquals("kept", read(database));
        }
    }

    @Test
    void replacesAServerWhoseApplicationWasKilled() throws Exception {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = application.inputReader()) {
            while (!"written".equals(output.readLine())) {
                assertTrue(application.isAlive(), "the application ended before it had written");
            }
            application.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        try (var database = EmbeddedDatabase.keptIn(folder)) {
            assertEquals("kept", read(database));
        }
    }

    /** Writes and waits to be killed, as a process of its own. */
    static final class Application {
        public static void main(String... args) throws Exception {
            write(EmbeddedDatabase.keptIn(Path.of(args[0])));
            System.out.println("written");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static void write(EmbeddedDatabase database) throws SQLException {
        try (var connection = database.superuser("rongcuo");
                var statement = connection.createStatement()) {
            statement.execute("create table remembered (word text)");
            statement.execute("insert into remembered values ('kept')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        try (var connection = database.superuser("rongcuo");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select word from remembered")) {
            row.next();
            return row.getString(1);
        }
    }

    /** kill -9 of the server that runs on a data folder. */
    private static void kill(Path folder) throws Exception {
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }
}
