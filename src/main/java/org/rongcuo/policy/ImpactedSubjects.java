package org.rongcuo.policy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the subjects that a batch of a replay lists, thousands by one statement. {@link ImpactCase} reads them. */
final class ImpactedSubjects {
    private static final String ADD = "insert into impact_case (replay_id, case_ref, subject_ref, jurisdiction, kind,"
            + " outcome_before, outcome_after, direction, rows_before, rows_after, recorded)"
            + " select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[])";

    /** The columns in the order of the statement. */
    private static final List<Function<Subject, Object>> COLUMNS = List.of(
            Subject::caseRef,
            Subject::subjectRef,
            Subject::jurisdiction,
            each -> each.kind().name(),
            each -> each.before.words(),
            each -> each.after.words(),
            each -> each.kind() == ImpactCase.ImpactKind.FLIP
                    ? FlipDirection.of(each.before.outcome(), each.after.outcome())
                            .name()
                    : null,
            each -> String.join(" ", each.before.rows()),
            each -> String.join(" ", each.after.rows()),
            each -> each.recorded == null ? null : each.recorded.name());

    private static final int UUID_COLUMNS = 2;

    private ImpactedSubjects() {}

    /** A subject to be listed. @param recorded what people determined, null for nothing */
    record Subject(
            UUID caseRef,
            UUID subjectRef,
            String jurisdiction,
            Outlook before,
            Outlook after,
            @Nullable Recommendation recorded) {
        ImpactCase.ImpactKind kind() {
            return before.decided() && after.decided() ? ImpactCase.ImpactKind.FLIP : ImpactCase.ImpactKind.OPEN;
        }
    }

    /** Within the caller's transaction. */
    static void add(DataSource database, UUID replay, List<Subject> listed) {
        if (listed.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, replay);
            for (int column = 0; column < COLUMNS.size(); column++) {
                statement.setArray(
                        column + 2,
                        connection.createArrayOf(
                                column < UUID_COLUMNS ? "uuid" : "text",
                                listed.stream().map(COLUMNS.get(column)).toArray()));
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the cases could not be listed", failed);
        }
    }
}
