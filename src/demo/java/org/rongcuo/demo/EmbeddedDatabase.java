package org.rongcuo.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
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

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on a data folder that is kept between starts; creates it, roles and database where absent. */
    public static EmbeddedDatabase keptIn(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        stopOrphan(folder.resolve("postmaster.pid"));
        return start(folder, false);
    }

    /** A server that outlived its killed application would refuse a second one on its folder. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var server = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (server.isPresent()) {
            server.get().destroy();
            try {
                server.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException("PostgreSQL process " + pid + " still runs on " + pidFile.getParent(), e);
            }
        }
    }

    /** Starts on a folder of its own that is removed at the end. */
    public static EmbeddedDatabase temporary() throws IOException, SQLException {
        return start(null, true);
    }

    private static EmbeddedDatabase start(Path folder, boolean clean) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder()
                .setCleanDataDirectory(clean)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "150")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8");
        DURABLE.forEach(builder::setServerConfig);
        if (folder != null) {
            builder.setDataDirectory(folder);
        }
        var database = new EmbeddedDatabase(builder.start());
        database.prepare();
        return database;
    }

    private void prepare() throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (var role : new String[] {"rongcuo_owner", "rongcuo_app"}) {
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
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl());
        settings.put("quarkus.datasource.username", "rongcuo_app");
        settings.put("quarkus.datasource.password", "rongcuo");
        settings.put("quarkus.flyway.jdbc-url", jdbcUrl());
        settings.put("quarkus.flyway.username", "rongcuo_owner");
        settings.put("quarkus.flyway.password", "rongcuo");
        return settings;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
