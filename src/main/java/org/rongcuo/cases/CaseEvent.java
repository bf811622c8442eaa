package org.rongcuo.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Level;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.DomainEvent;

/** What happens to a case without moving its status. */
sealed interface CaseEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** A draft opened, or a case started ex officio. @param number and the organ are null for a draft */
    record CaseOpened(
            UUID caseId,
            long stateVersion,
            CaseKind kind,
            Start start,
            Particulars particulars,
            List<Named> subjects,
            String number,
            UUID handlingOrgan)
            implements CaseEvent {}

    /** A subject named when the case was opened. @param person null for a unit; @param organ null for a person */
    record Named(UUID subject, UUID person, UUID organ, SubjectStatus status, String duty) {}

    record CaseRevised(UUID caseId, long stateVersion, Particulars particulars) implements CaseEvent {}

    /** What the case is about, as opened or revised. */
    record Particulars(
            String jurisdiction,
            String field,
            String title,
            String summary,
            LocalDate conductFrom,
            LocalDate conductTo,
            Level level,
            String accountabilityMatter) {}

    record SubjectAdded(
            UUID caseId, long stateVersion, UUID subject, UUID person, UUID organ, SubjectStatus status, String duty)
            implements CaseEvent {}

    /** @param late whether the case was registered or closed by then */
    record DocumentAdded(
            UUID caseId,
            long stateVersion,
            UUID document,
            String title,
            String mediaType,
            long size,
            String sha256,
            int version,
            UUID replaces,
            boolean late)
            implements CaseEvent {}

    record SupplementNoticed(UUID caseId, long stateVersion, UUID notice, List<String> wanted, LocalDate due)
            implements CaseEvent {}

    record SupplementReceived(UUID caseId, long stateVersion, UUID notice, String response, List<UUID> documents)
            implements CaseEvent {}

    record CaseAssigned(UUID caseId, long stateVersion, UUID fromOrgan, UUID toOrgan, String reasons)
            implements CaseEvent {}

    record TeamNamed(UUID caseId, long stateVersion, List<UUID> persons) implements CaseEvent {}

    /**
     * A version took effect that asks something of the case, or was repealed.
     *
     * @param policy {@code <jurisdiction>/<name>}
     * @param repealed whether the version was repealed from the day on, not in force from it
     * @param subjects what it changes for each subject whose outcome is open
     */
    record ChecklistChanged(
            UUID caseId,
            long stateVersion,
            UUID task,
            String policy,
            int version,
            boolean repealed,
            LocalDate effectiveFrom,
            List<SheetChanged> subjects)
            implements CaseEvent {}

    /** What a version changes for a subject, by the ids of the items. @param unfit those whose answer fits no more */
    record SheetChanged(
            UUID subject, List<String> added, List<String> dropped, List<String> changed, List<String> unfit) {}

    /** A task about the case was done. @param reference what had raised it */
    record TaskCompleted(UUID caseId, long stateVersion, UUID task, String kind, String reference, String remark)
            implements CaseEvent {}
}
