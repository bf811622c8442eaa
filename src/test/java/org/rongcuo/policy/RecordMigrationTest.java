package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.rongcuo.demo.EmbeddedDatabase;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** The evaluations on record before replays came are given what replays need, and stay append-only. */
class RecordMigrationTest {
    @Test
    void whatIsOnRecordIsGivenItsMatterAndFacts() throws Exception {
        var facts =
                new TreeMap<String, Object>(Map.of("process", "集体民主决策", "loss", new BigDecimal("5.2"), "filed", true));
        try (var database = EmbeddedDatabase.temporary();
                var connection = database.superuser("rongcuo");
                var statement = connection.createStatement()) {
            migrate(database, "7");
            statement.execute(
                    "insert into organ values ('00000000-0000-7000-8000-000000000001', '330922', 'UNIT', '测试')");
            statement.execute("insert into person values ('00000000-0000-7000-8000-000000000002', '测试',"
                    + " '00000000-0000-7000-8000-000000000001')");
            statement.execute("insert into case_file (id, kind, number, status, start, jurisdiction_code, field, title,"
                    + " summary, conduct_from, conduct_to, level, applicant_id, handling_organ_id, created_at, state_version)"
                    + " values ('00000000-0000-7000-8000-000000000003', 'EXEMPTION', '测1', 'VERIFYING', 'APPLICATION',"
                    + " '330922', '审计', '测', '测', '2026-03-01', '2026-04-15', 'INTERNAL',"
                    + " '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', now(), 1)");
            statement.execute("insert into case_subject (id, case_id, person_id, status) values"
                    + " ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003',"
                    + " '00000000-0000-7000-8000-000000000002', 'PARTY_MEMBER')");
            try (var insert = connection.prepareStatement("insert into evaluation_record (id, case_ref, subject_ref,"
                    + " recommendation, content, content_hash, at) values ('00000000-0000-7000-8000-000000000005',"
                    + " '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004', 'REFER', ?,"
                    + " 'none', '2026-05-01T17:00:00Z')")) {
                insert.setString(1, Json.write(new TreeMap<>(Map.of("facts", facts, "engine", "kie-dmn"))));
                insert.executeUpdate();
            }

            migrate(database, "8");
            try (var row = statement.executeQuery("select * from evaluation_record")) {
                assertTrue(row.next());
                assertEquals("330922", row.getString("jurisdiction"));
                assertEquals("审计", row.getString("field"));
                assertEquals("PARTY_MEMBER", row.getString("subject_status"));
                assertEquals("2026-04-15", row.getString("conduct_until"));
                assertEquals("2026-05-02", row.getString("decided_on"), "the day in Shanghai");
                assertEquals(EvaluationRecord.factsText(facts), row.getString("facts"));
                assertEquals(Sha256.of(EvaluationRecord.factsText(facts)), row.getString("facts_hash"));
            }
            assertThrows(SQLException.class, () -> statement.execute("update evaluation_record set field = null"));
        }
    }

    private static void migrate(EmbeddedDatabase database, String target) throws Exception {
        var settings = database.settings();
        Flyway.configure()
                .dataSource(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"))
                .placeholders(Map.of("runtimeRole", settings.get("quarkus.datasource.username")))
                .target(target)
                .load()
                .migrate();
    }
}
