package org.rongcuo.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;

/**
 * A correction as people see it.
 *
 * @param subject the case's subject whose error it is; null for the whole case
 * @param ordered whether the office ordered it
 * @param round 1, and one more with each evaluation that did not accept it
 * @param dueOn of the current round
 * @param overdue whether the round's report is missing after its due date
 * @param reports one for each round reported
 * @param evaluations one for each round evaluated
 */
record CorrectionView(
        UUID id,
        UUID caseId,
        @Nullable UUID subject,
        boolean ordered,
        String plan,
        List<Measure> measures,
        CorrectionStatus status,
        int round,
        LocalDate dueOn,
        boolean overdue,
        PersonRef startedBy,
        Instant startedAt,
        List<Report> reports,
        List<Evaluation> evaluations,
        @Nullable String summary,
        @Nullable PersonRef summarisedBy,
        @Nullable Instant closedAt) {
    /** A measure of the plan. */
    @Schema(name = "CorrectionMeasure")
    record Measure(UUID id, String text, LocalDate due) {}

    /** The report of a round. */
    @Schema(name = "CorrectionReport")
    record Report(
            int round,
            String statement,
            List<Done> measures,
            List<UUID> documents,
            PersonRef reportedBy,
            Instant reportedAt) {}

    /** What was done for a measure. */
    @Schema(name = "CorrectionMeasureDone")
    record Done(UUID measure, String done) {}

    /** The evaluation of a round. @param dueOn of the next round; null when accepted */
    @Schema(name = "CorrectionEvaluation")
    record Evaluation(
            int round,
            boolean accepted,
            String remark,
            @Nullable LocalDate dueOn,
            PersonRef evaluatedBy,
            Instant evaluatedAt) {}
}
