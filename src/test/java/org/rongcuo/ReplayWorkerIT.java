package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongcuo.demo.EmbeddedDatabase;

/**
 * The packaged product as the pods of an Indexed Job: each runs its part of a replay and ends; one is killed in the middle
 * and followed by another. The report is that of a replay in one part, run by a server.
 */
class ReplayWorkerIT {
    private static final int SUBJECTS = 3000;

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void workersDoTheirPartsAndEndThoughOneIsKilled() throws Exception {
        try (var database = EmbeddedDatabase.temporary();
                var connection = database.superuser("rongcuo")) {
            try {
                var port = ProductProcess.freePort();
                var environment = ProductProcess.environment(database, port);
                environment.put("RONGCUO_REPLAYS_EVERY", "1s");
                var server = ProductProcess.launch(environment, folder.resolve("server.log"));
                processes.add(server);
                ProductProcess.awaitReady(
                        server, "http://localhost:" + port + "/q/health/ready", folder.resolve("server.log"));
                pastEvaluations(connection);
                var draft = draft(connection);
                var whole = replay(connection, draft, 1);
                await(connection, "select count(*) from impact_replay where status = 'FINISHED'", 1);
                server.destroy();
                assertTrue(server.waitFor(30, TimeUnit.SECONDS));

                var parted = replay(connection, draft, 2);
                var killed = worker(database, parted, 0);
                await(
                        connection,
                        "select count(*) from impact_replay_part where part = 0 and done > 0 and replay_id = '" + parted
                                + "'",
                        1);
                killed.destroyForcibly();
                assertTrue(killed.waitFor(20, TimeUnit.SECONDS));
                assertEquals(
                        "RUNNING",
                        text(
                                connection,
                                "select status from impact_replay_part where part = 0 and replay_id = '" + parted
                                        + "'"),
                        "killed in the middle");
                var second = worker(database, parted, 1);
                var first = worker(database, parted, 0);
                assertTrue(second.waitFor(2, TimeUnit.MINUTES) && first.waitFor(2, TimeUnit.MINUTES), "they end");
                assertEquals(0, first.exitValue());
                assertEquals(0, second.exitValue());
                var report = text(connection, "select report from impact_replay where id = '" + parted + "'");
                assertNotNull(report);
                for (int log = 1; log < processes.size(); log++) {
                    var said = ProductProcess.text(folder.resolve("worker-" + log + ".log"));
                    assertFalse(said.contains("Listening on: http"), said);
                }
                assertTrue(report.contains("\"subjects\":" + SUBJECTS), report);
                assertEquals(text(connection, "select report from impact_replay where id = '" + whole + "'"), report);
                assertEquals(1, worker(database, UUID.randomUUID(), 0).waitFor(), "no such replay");
            } finally {
                processes.forEach(Process::destroyForcibly);
            }
        }
    }

    /** A worker in small steps. */
    private Process worker(EmbeddedDatabase database, UUID replay, int index) throws Exception {
        var port = ProductProcess.freePort();
        var environment = ProductProcess.environment(database, port);
        environment.put("RONGCUO_REPLAY_WORKER", replay.toString());
        environment.put("JOB_COMPLETION_INDEX", String.valueOf(index));
        environment.put("RONGCUO_REPLAYS_BATCH", "10");
        environment.put("RONGCUO_REPLAYS_LEASE", "PT3S");
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        var process = ProductProcess.launch(environment, folder.resolve("worker-" + processes.size() + ".log"));
        processes.add(process);
        return process;
    }

    private static void pastEvaluations(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into organ (id, jurisdiction_code, kind, name) values"
                    + " ('00000000-0000-7000-8000-000000000001', '330900', 'POLICY', '测试机关')");
            statement.execute("insert into person (id, name, organ_id) values"
                    + " ('00000000-0000-7000-8000-000000000002', '测试人员', '00000000-0000-7000-8000-000000000001')");
            statement.execute("insert into evaluation_record (id, case_ref, subject_ref, recommendation, content,"
                    + " content_hash, at, jurisdiction, subject_status, conduct_until, decided_on, facts, facts_hash)"
                    + " select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'REFER', '{}', 'none',"
                    + " now() - interval '1 hour', '330922', 'OTHER', '2026-01-01', '2026-03-01', f, 'sha256:' || md5(f)"
                    + " from (select '{\"loss\":' || n || '}' as f from generate_series(1, " + SUBJECTS + ") n) facts");
        }
    }

    /** The seed's model once more, as a draft. */
    private static String draft(Connection connection) throws SQLException {
        return text(
                connection,
                "insert into policy_version select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'number', 2, 'status', 'DRAFT', 'approved_at', null, 'effective_from', null))).*"
                        + " from policy_version v join policy p on p.id = v.policy_id"
                        + " where p.jurisdiction_code = '330922' and p.name = 'tolerance' and v.number = 1 returning id");
    }

    /** A replay asked for, in parts of halves of all ids. */
    private static UUID replay(Connection connection, String draft, int parts) throws SQLException {
        var id = UUID.randomUUID();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into impact_replay (id, version_id, content_hash, model, replay_date, parts, status,"
                            + " requested_by, requested_at) select '" + id
                            + "', v.id, v.content_hash, v.model, current_date, "
                            + parts + ", 'WAITING', '00000000-0000-7000-8000-000000000002', now() from policy_version v"
                            + " where v.id = '" + draft + "'");
            for (int part = 0; part < parts; part++) {
                statement.execute(
                        "insert into impact_replay_part (replay_id, part, from_case, to_case, status) values ('"
                                + id + "', " + part + ", "
                                + (part == 0 ? "null" : "'80000000-0000-0000-0000-000000000000'")
                                + ", " + (part == parts - 1 ? "null" : "'80000000-0000-0000-0000-000000000000'")
                                + ", 'WAITING')");
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        return id;
    }

    private static void await(Connection connection, String count, int wanted) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (Integer.parseInt(text(connection, count)) < wanted) {
            assertTrue(System.nanoTime() < until, count);
            Thread.sleep(5);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertTrue(row.next(), sql);
            return row.getString(1);
        }
    }
}
