package org.rongcuo.aftercare;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens to a correction, in the chain of its case; the state version is the case's, which it leaves as it is. */
sealed interface CorrectionEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** Begun. @param subject null for the whole case @param ordered whether the office ordered it */
    record CorrectionStarted(
            UUID caseId,
            long stateVersion,
            UUID correction,
            UUID subject,
            boolean ordered,
            String plan,
            List<Measure> measures,
            LocalDate dueOn)
            implements CorrectionEvent {}

    /** A measure of the plan. */
    record Measure(UUID measure, String text, LocalDate due) {}

    record CorrectionReported(
            UUID caseId,
            long stateVersion,
            UUID correction,
            int round,
            String statement,
            List<Done> done,
            List<UUID> documents)
            implements CorrectionEvent {}

    /** What was done for a measure. */
    record Done(UUID measure, String done) {}

    record CorrectionAccepted(UUID caseId, long stateVersion, UUID correction, int round, String remark)
            implements CorrectionEvent {}

    /** A new round begins. @param round the one that was not accepted @param dueOn of the new round */
    record CorrectionNotAccepted(
            UUID caseId, long stateVersion, UUID correction, int round, String remark, LocalDate dueOn)
            implements CorrectionEvent {}

    record CorrectionSummarised(UUID caseId, long stateVersion, UUID correction, String summary)
            implements CorrectionEvent {}
}
