package org.rongcuo.procedure;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** The events that move an EXEMPTION case along {@link ExemptionStatus}. */
public sealed interface ExemptionMove extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** 申请. */
    record ApplicationFiled(UUID caseId, long stateVersion, String number, UUID handlingOrgan, String statement)
            implements ExemptionMove {}

    /** A draft given up before it was filed. */
    record DraftDiscarded(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 受理. */
    record ApplicationAccepted(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 不予受理, with reasons. */
    record ApplicationRefused(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 撤回. */
    record ApplicationWithdrawn(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 认定 of the last subject whose outcome was open. */
    record LastSubjectDetermined(UUID caseId, long stateVersion, DeterminationMade determination)
            implements ExemptionMove {}

    /** 反馈 to the last subject who had not been told. */
    record LastSubjectNotified(UUID caseId, long stateVersion, FeedbackGiven feedback) implements ExemptionMove {}

    /** What a determination says, for the ledger. */
    record DeterminationMade(
            UUID determination,
            UUID subject,
            UUID evaluation,
            String evaluationHash,
            String recommendation,
            String outcome,
            String ladderStep,
            String disciplineForm,
            String meeting,
            LocalDate meetingOn,
            String reasons,
            String departureReasons,
            String openItemsReasons) {}

    /** What a feedback says, for the ledger. */
    record FeedbackGiven(UUID subject, LocalDate deliveredOn, String method, String remedies, String note) {}
}
