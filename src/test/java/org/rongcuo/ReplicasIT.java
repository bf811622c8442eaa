package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongcuo.demo.EmbeddedDatabase;

/**
 * Two processes of the packaged product on one database, one of them killed while open cases are told of a version that
 * has taken effect, or steps are reminded of and escalated: each is told once, and both answer by the version without a
 * restart.
 */
class ReplicasIT {
    private static final int CASES = 1000;
    private static final String BOOK = "330900/tolerance";

    @TempDir
    Path folder;

    private final List<Replica> replicas = new ArrayList<>();

    private record Replica(String name, Process process, String address, Path log) {
        /** The number of the book's version in force, as this process answers it. */
        int inForce() throws Exception {
            var answer = ProductProcess.get(address + "/api/v1/policies/" + BOOK, null);
            assertEquals(200, answer.statusCode(), answer.body());
            return Integer.parseInt(answer.body().replaceAll("(?s).*\"inForce\":(\\d+).*", "$1"));
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aThousandCasesAreToldOnceEachThoughAReplicaIsKilled() throws Exception {
        try (var database = EmbeddedDatabase.temporary()) {
            try {
                var first = started(database);
                var second = started(database);
                try (var connection = database.superuser("rongcuo")) {
                    openCases(connection);
                    assertEquals(1, first.inForce());
                    var version = newVersion(connection);
                    assertEquals(2, first.inForce());
                    assertEquals(2, second.inForce());

                    awaitTold(connection, version, 50);
                    awaitTelling(connection, second);
                    second.process.destroyForcibly();
                    assertTrue(second.process.waitFor(20, TimeUnit.SECONDS), "it is dead");
                    var whenKilled = told(connection, version);
                    assertTrue(whenKilled < 900, "killed in the middle, not at " + whenKilled);
                    var third = started(database);
                    awaitTold(connection, version, CASES);
                    // A few more runs of both, which find nothing to do.
                    Thread.sleep(3_000);

                    assertEquals(CASES, told(connection, version));
                    assertEquals(CASES, number(connection, "select count(*) from task"), "and of no other version");
                    assertEquals(CASES, number(connection, "select count(distinct case_id) from task"));
                    assertEquals(
                            CASES,
                            number(
                                    connection,
                                    "select count(*) from ledger_entry where type = 'org.rongcuo.cases.checklist-changed'"));
                    assertEquals(
                            CASES,
                            number(
                                    connection,
                                    "select count(*) from ledger_chain where chain like 'case:%' and last_sequence = 1"));
                    assertEquals(
                            0,
                            number(
                                    connection,
                                    "select count(*) from task t join case_file c on c.id = t.case_id where c.status = 'WITHDRAWN'"));
                    assertEquals(2, first.inForce());
                    assertEquals(2, third.inForce());
                    assertTrue(first.process.isAlive(), "it was never restarted");
                }
            } finally {
                for (var replica : replicas) {
                    replica.process.destroy();
                    if (!replica.process.waitFor(20, TimeUnit.SECONDS)) {
                        replica.process.destroyForcibly();
                    }
                }
            }
        }
        var failures = ProductProcess.text(replicas.get(0).log)
                .lines()
                .filter(line -> line.contains("could not be told"))
                .toList();
        assertEquals(
                List.of(),
                failures.subList(0, Math.min(5, failures.size())),
                "the other's death fails nothing here: " + failures.size());
    }

    /** The product's clock cannot be moved from outside: its days are moved instead, towards the day it is. */
    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aThousandStepsAreRemindedOfAndEscalatedOnceEachThoughAReplicaIsKilled() throws Exception {
        try (var database = EmbeddedDatabase.temporary()) {
            try {
                started(database);
                var second = started(database);
                try (var connection = database.superuser("rongcuo")) {
                    openCases(connection);
                    steps(connection);
                    awaitTasks(connection, "STEP_REMINDER", CASES);
                    assertEquals(0, tasks(connection, "STEP_TARGET_PASSED"), "its last day is not over");

                    daysPass(connection, 1);
                    awaitTasks(connection, "STEP_TARGET_PASSED", 50);
                    second.process.destroyForcibly();
                    assertTrue(second.process.waitFor(20, TimeUnit.SECONDS), "it is dead");
                    started(database);
                    awaitTasks(connection, "STEP_TARGET_PASSED", CASES);
                    assertEquals(0, tasks(connection, "STEP_OVERDUE"));

                    daysPass(connection, 20);
                    awaitTasks(connection, "STEP_OVERDUE", CASES);
                    // A few more runs of both, which find nothing to do.
                    Thread.sleep(3_000);

                    for (var kind : List.of("STEP_REMINDER", "STEP_TARGET_PASSED", "STEP_OVERDUE")) {
                        assertEquals(CASES, tasks(connection, kind), kind);
                    }
                    assertEquals(3 * CASES, number(connection, "select count(*) from task"), "and nothing else");
                    assertEquals(
                            CASES,
                            number(
                                    connection,
                                    "select count(*) from ledger_entry where type = 'org.rongcuo.cases.deadline-overdue'"));
                    assertEquals(
                            CASES,
                            number(
                                    connection,
                                    "select count(*) from ledger_chain where chain like 'case:%' and last_sequence = 1"));
                }
            } finally {
                for (var replica : replicas) {
                    replica.process.destroy();
                    if (!replica.process.waitFor(20, TimeUnit.SECONDS)) {
                        replica.process.destroyForcibly();
                    }
                }
            }
        }
    }

    /**
     * Of each open case a step of its course, a correction or an engagement, whose target is today and whose limit is in
     * twenty days; that of the ended is met.
     */
    private static void steps(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into deadline (id, case_id, step, doer, started_on, target_length, limit_length, unit,"
                            + " extensions, target_on, limit_on, paused_on, resumed_on, met_on)"
                            + " select gen_random_uuid(), id, step, case when step = 'CORRECTION' then 'SUBJECT' else 'HANDLER' end,"
                            + " today - 10, 10, 30, 'DAY', 1, today, today + 20,"
                            + " '{}', '{}', case when status = 'WITHDRAWN' then today end"
                            + " from (select *, (array['VERIFICATION', 'CORRECTION', 'ENGAGEMENT'])[1 + right(number, 1)::int % 3] as step"
                            + " from case_file) f, lateral (select (now() at time zone 'Asia/Shanghai')::date as today) t");
        }
    }

    private static void daysPass(Connection connection, int days) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "update deadline set started_on = started_on - %1$d, target_on = target_on - %1$d,".formatted(days)
                            + " limit_on = limit_on - " + days);
        }
    }

    private static int tasks(Connection connection, String kind) throws SQLException {
        return number(connection, "select count(*) from task where kind = '" + kind + "'");
    }

    private static void awaitTasks(Connection connection, String kind, int wanted) throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (tasks(connection, kind) < wanted) {
            assertTrue(System.nanoTime() < until, "only " + tasks(connection, kind) + " of " + kind);
            Thread.sleep(20);
        }
    }

    private Replica started(EmbeddedDatabase database) throws Exception {
        var port = ProductProcess.freePort();
        var name = "replica-" + (replicas.size() + 1);
        var environment = ProductProcess.environment(database, port);
        environment.put("RONGCUO_CHECKLISTS_EVERY", "1s");
        environment.put("RONGCUO_DEADLINES_EVERY", "1s");
        // By this name the database knows the process's connections.
        environment.merge("QUARKUS_DATASOURCE_JDBC_URL", "?ApplicationName=" + name, String::concat);
        var log = folder.resolve(name + ".log");
        var replica = new Replica(name, ProductProcess.launch(environment, log), "http://localhost:" + port, log);
        replicas.add(replica);
        ProductProcess.awaitReady(replica.process, replica.address + "/q/health/ready", log);
        return replica;
    }

    /** Open cases of 舟山, applied for when the seed books were there, and some that have ended, as the acts of persons would leave them. */
    private static void openCases(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table made as select gen_random_uuid() as id, n from generate_series(1, "
                            + (CASES + 20) + ") n");
            statement.execute("insert into organ (id, jurisdiction_code, kind, name) values"
                    + " ('00000000-0000-7000-8000-000000000001', '330900', 'DISCIPLINE_INSPECTION', '测试机关')");
            statement.execute("insert into person (id, name, organ_id) values"
                    + " ('00000000-0000-7000-8000-000000000002', '测试人员', '00000000-0000-7000-8000-000000000001')");
            statement.execute(
                    "insert into case_file (id, kind, number, status, start, jurisdiction_code, title, summary,"
                            + " conduct_from, conduct_to, level, applicant_id, handling_organ_id, created_at, applied_at, state_version)"
                            + " select id, 'EXEMPTION', '测' || n, case when n > " + CASES
                            + " then 'WITHDRAWN' else 'VERIFYING' end,"
                            + " 'APPLICATION', '330900', '测试', '测试', '2026-03-01', '2026-03-01', 'INTERNAL',"
                            + " '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',"
                            + " now(), now(), 3 from made");
            statement.execute(
                    "insert into case_subject (id, case_id, person_id, status)"
                            + " select gen_random_uuid(), id, '00000000-0000-7000-8000-000000000002', 'PARTY_MEMBER' from made");
        }
    }

    /** The seed's model once more, approved today: the product's own clock cannot be moved. Answers its id. */
    private static String newVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var made = statement.executeQuery(
                        "insert into policy_version select (jsonb_populate_record(v,"
                                + " jsonb_build_object('id', gen_random_uuid(), 'number', 2, 'approved_at', now(),"
                                + " 'effective_from', (now() at time zone 'Asia/Shanghai')::date))).*"
                                + " from policy_version v join policy p on p.id = v.policy_id"
                                + " where p.jurisdiction_code = '330900' and p.name = 'tolerance' and v.number = 1 returning id")) {
            assertTrue(made.next(), "the seed book is there");
            return made.getString(1);
        }
    }

    private static int told(Connection connection, String version) throws SQLException {
        return number(connection, "select count(*) from task where reference = '" + version + "'");
    }

    private static void awaitTold(Connection connection, String version, int wanted) throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (told(connection, version) < wanted) {
            assertTrue(System.nanoTime() < until, "only " + told(connection, version) + " cases were told");
            Thread.sleep(20);
        }
    }

    /** Waits for a moment in which the process is telling a case: it has locked it and has not committed. */
    private static void awaitTelling(Connection connection, Replica replica) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (number(
                        connection,
                        "select count(*) from pg_stat_activity a join pg_locks l on l.pid = a.pid"
                                + " where a.application_name = '" + replica.name + "' and l.granted"
                                + " and l.relation = 'case_file'::regclass and l.mode = 'RowShareLock'")
                == 0) {
            assertTrue(System.nanoTime() < until, "it never tells a case");
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
