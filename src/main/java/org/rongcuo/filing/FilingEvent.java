package org.rongcuo.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens to a filing, and to a case that invokes one, without moving a status. */
sealed interface FilingEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** What the filing says, as it stood when it was written; the last before a submission is what was submitted. */
    record FilingWritten(UUID caseId, long stateVersion, FilingContent content) implements FilingEvent {}

    /** The tables were asked about what is planned. */
    record FilingEvaluated(UUID caseId, long stateVersion, UUID evaluation, String contentHash, String recommendation)
            implements FilingEvent {}

    /** 事中监管: something was observed. @param dueOn by when it is to be corrected; null where nothing is */
    record MonitoringRecorded(
            UUID caseId,
            long stateVersion,
            UUID record,
            MonitoringKind kind,
            LocalDate observedOn,
            String finding,
            boolean needsCorrection,
            LocalDate dueOn)
            implements FilingEvent {
        /** Remarks of the public take no name, not even a caller's who is logged in. */
        @Override
        public boolean actorSealed() {
            return kind == MonitoringKind.REMARK;
        }
    }

    /** A decider who took no part opened who remarked. Not who it is. */
    record RemarkerIdentityOpened(UUID caseId, long stateVersion, UUID record, String reasons) implements FilingEvent {}

    /** The applicant says what was done about a finding. */
    record FindingAnswered(UUID caseId, long stateVersion, UUID record, String response) implements FilingEvent {}

    /** The handler accepts what was done, or wants more. @param dueOn by when; null where it is accepted */
    record FindingJudged(UUID caseId, long stateVersion, UUID record, boolean accepted, String remark, LocalDate dueOn)
            implements FilingEvent {}

    /** An exemption case invokes a filing. */
    record FilingInvoked(UUID caseId, long stateVersion, UUID invocation, UUID filing, String filingNumber)
            implements FilingEvent {}

    /** An investigator finds that the filing is of the same matter and covers what was done. */
    record InvocationConfirmed(UUID caseId, long stateVersion, UUID invocation, String reasons)
            implements FilingEvent {}

    /** An investigator finds that the filing is of another matter. */
    record InvocationDismissed(UUID caseId, long stateVersion, UUID invocation, String reasons)
            implements FilingEvent {}

    /** Evidence of how it was decided. */
    record DecisionEvidenceAdded(
            UUID caseId,
            long stateVersion,
            UUID evidence,
            DecisionEvidenceKind kind,
            LocalDate heldOn,
            String organiser,
            String conclusion,
            boolean supports,
            List<UUID> documents,
            Integer participants,
            Integer quorum)
            implements FilingEvent {}
}
