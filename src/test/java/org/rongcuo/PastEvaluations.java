package org.rongcuo;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** Past evaluations, and replays over them, as the database holds them: what the examples of the contract are to show. */
final class PastEvaluations {
    private PastEvaluations() {}

    /** Asked of the database, so that no example is recorded of a replay under way. */
    static boolean finished(String replay) {
        try (var connection = PostgreSQL.superuser();
                var row = connection
                        .createStatement()
                        .executeQuery("select status = 'FINISHED' from impact_replay where id = '" + replay + "'")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Two past evaluations of a case that the inspectors see; of the second it is not known whether it was filed. */
    static void record() {
        var unknown = new TreeMap<>(Office.exemptFacts());
        unknown.remove("filed");
        var caseRef = UUID.randomUUID();
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("insert into evaluation_record (id, case_ref, subject_ref,"
                        + " recommendation, content, content_hash, at, jurisdiction, field, subject_status, conduct_until,"
                        + " decided_on, facts, facts_hash) values (gen_random_uuid(), ?, gen_random_uuid(), 'REFER', '{}',"
                        + " 'none', now() - interval '1 hour', '330922', '重大项目建设', 'OTHER', '2026-04-15', '2026-06-01',"
                        + " ?, ?)")) {
            for (var facts : List.of(new TreeMap<>(Office.exemptFacts()), unknown)) {
                var text = Json.write(facts);
                insert.setObject(1, caseRef);
                insert.setString(2, text);
                insert.setString(3, Sha256.of(text));
                insert.executeUpdate();
            }
            connection
                    .createStatement()
                    .executeUpdate("insert into case_grant (case_id, grantee, level) values ('" + caseRef
                            + "', 'inspector:330922', 0)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static String waitingLike(String replay) {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            var copy = UUID.randomUUID();
            statement.executeUpdate("insert into impact_replay select (jsonb_populate_record(r, '{\"id\": \"" + copy
                    + "\", \"status\": \"WAITING\", \"report\": null, \"started_at\": null, \"finished_at\": null}')).*"
                    + " from impact_replay r where id = '" + replay + "'");
            statement.executeUpdate(
                    "insert into impact_replay_part (replay_id, part, status) values ('" + copy + "', 0, 'WAITING')");
            return copy.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
