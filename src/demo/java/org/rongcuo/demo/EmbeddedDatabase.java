package org.rongcuo.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real PostgreSQL on a local port, with the two roles that production has: the owner, who migrates, and the runtime
 * role. Durable: the library switches fsync, synchronous_commit and full_page_writes off; here they are on.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** What makes an acknowledged commit survive a crash. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Names the folder into which PostgreSQL's programs are unpacked; by default one of this user's own. */
    static final String PROGRAMS = "rongcuo.demo.programs";

    /** Another process holds the folder. */
    static final class FolderInUse extends IOException {
        FolderInUse(Path folder) {
            super("another process holds " + folder);
        }
    }

    private final EmbeddedPostgres postgres;
    private final FileChannel lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileChannel lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * Starts on a data folder that is kept between starts; creates it, roles and database where absent. The folder is this
     * process's alone until {@link #close}: a file beside it is locked, which the system undoes when the process dies.
     *
     * @throws FolderInUse when another process has it
     */
    public static EmbeddedDatabase keptIn(Path given) throws IOException, SQLException {
        var folder = given.toAbsolutePath().normalize();
        Files.createDirectories(folder.getParent());
        var lock = lock(folder);
        try {
            stopOrphan(folder);
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                make(folder);
            }
            return start(folder, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The settings for the database that another process runs on a data folder.
     *
     * @throws IOException when none runs there
     */
    static Map<String, String> runningIn(Path folder) throws IOException {
        // The fourth line is the port (PostgreSQL's postmaster.pid).
        var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
        return settings("jdbc:postgresql://localhost:" + lines.get(3).strip() + "/rongcuo");
    }

    /** Starts on a folder of its own that is removed at the end. */
    public static EmbeddedDatabase temporary() throws IOException, SQLException {
        return start(null, null);
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(beside(folder, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: in use all the same.
        }
        channel.close();
        throw new FolderInUse(folder);
    }

    /** The cluster is made beside its place and then moved there: what a crash leaves half made is never started on. */
    private static void make(Path folder) throws IOException, SQLException {
        var half = beside(folder, ".new");
        stopOrphan(half);
        delete(half);
        start(half, null).close();
        Files.deleteIfExists(folder);
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A server that outlived its killed application would refuse a second one on its folder. */
    private static void stopOrphan(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var server = ProcessHandle.of(pid).filter(process -> servesFrom(folder, process));
        if (server.isPresent()) {
            server.get().destroy();
            try {
                server.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException("PostgreSQL process " + pid + " still runs on " + folder, e);
            }
        }
    }

    /** The number in a file left behind may by now be another process's, even another PostgreSQL's. */
    private static boolean servesFrom(Path folder, ProcessHandle process) {
        var info = process.info();
        return info.command().orElse("").endsWith("postgres")
                && Arrays.asList(info.arguments().orElse(new String[0])).contains(folder.toString());
    }

    private static EmbeddedDatabase start(Path folder, FileChannel lock) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder()
                .setCleanDataDirectory(folder == null)
                .setOverrideWorkingDirectory(programs().toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "150")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8");
        DURABLE.forEach(builder::setServerConfig);
        if (folder != null) {
            var log = ProcessBuilder.Redirect.appendTo(
                    folder.resolveSibling("postgres.log").toFile());
            // No hook of its own: it would stop the database under an application that is still finishing.
            builder.setDataDirectory(folder)
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log);
        }
        var database = new EmbeddedDatabase(builder.start(), lock);
        database.prepare();
        return database;
    }

    private static Path programs() throws IOException {
        var folder = System.getProperty(PROGRAMS);
        return Files.createDirectories(
                folder != null
                        ? Path.of(folder).toAbsolutePath()
                        : Path.of(
                                System.getProperty("java.io.tmpdir"),
                                "rongcuo-postgres-" + System.getProperty("user.name")));
    }

    private void prepare() throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (var role : List.of("rongcuo_owner", "rongcuo_app")) {
                var known = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'");
                if (!known.next()) {
                    statement.execute("create role " + role + " login password 'rongcuo'");
                }
            }
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = 'rongcuo'")
                    .next()) {
                statement.execute("create database rongcuo owner rongcuo_owner");
            }
        }
    }

    /** A connection as the cluster's superuser, who may do what no role of the product may. */
    public Connection superuser(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    /** The database's JDBC address. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/rongcuo";
    }

    /** The product's settings for this database. */
    public Map<String, String> settings() {
        return settings(jdbcUrl());
    }

    private static Map<String, String> settings(String jdbcUrl) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl);
        settings.put("quarkus.datasource.username", "rongcuo_app");
        settings.put("quarkus.datasource.password", "rongcuo");
        settings.put("quarkus.flyway.jdbc-url", jdbcUrl);
        settings.put("quarkus.flyway.username", "rongcuo_owner");
        settings.put("quarkus.flyway.password", "rongcuo");
        return settings;
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
