package org.rongcuo.determination;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.procedure.ExemptionMove.DeterminationMade;
import org.rongcuo.procedure.ExemptionMove.FeedbackGiven;
import org.rongcuo.procedure.ExemptionMove.ReceiptOf;
import org.rongcuo.shared.DomainEvent;

/** A determination, and what follows from it, without moving the case. */
sealed interface OutcomeEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    @Override
    default String feature() {
        return "cases";
    }

    /** 认定 of one of several subjects; others are open. */
    record SubjectDetermined(UUID caseId, long stateVersion, DeterminationMade determination) implements OutcomeEvent {}

    /** 反馈 to one of several subjects; others have not been told. */
    record SubjectNotified(UUID caseId, long stateVersion, FeedbackGiven feedback) implements OutcomeEvent {}

    /** 送达回证 of a feedback. */
    record ReceiptRecorded(UUID caseId, long stateVersion, UUID feedback, ReceiptOf receipt) implements OutcomeEvent {}

    /** The accountability organ was told of the determinations. @param organ null for one that is named only */
    record AccountabilityOrganTold(
            UUID caseId,
            long stateVersion,
            UUID notice,
            String matter,
            UUID organ,
            String organName,
            LocalDate toldOn,
            String note)
            implements OutcomeEvent {}

    /** What the accountability organ answered. @param reasons null unless it does not adopt */
    record AdoptionRecorded(
            UUID caseId, long stateVersion, UUID notice, boolean adopted, LocalDate answeredOn, String reasons)
            implements OutcomeEvent {}

    /**
     * 移送. The ledger is open to the persons concerned, so the grounds stand in the record and only their hash here.
     *
     * @param subject null when it is about none of them
     */
    record MatterReferred(UUID caseId, long stateVersion, UUID referral, UUID subject, String contentHash)
            implements OutcomeEvent {}
}
