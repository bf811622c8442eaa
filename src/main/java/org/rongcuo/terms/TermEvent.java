package org.rongcuo.terms;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.DomainEvent;

/** What happens to the terms of a case without moving its status. */
sealed interface TermEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    @Override
    default String feature() {
        return "cases";
    }

    /** 延长期限, once for each step. @param reference what the step is about, null for the case's own */
    record StepExtended(
            UUID caseId,
            long stateVersion,
            UUID deadline,
            Step step,
            UUID reference,
            LocalDate fromLimit,
            LocalDate toLimit,
            String reasons)
            implements TermEvent {}

    /** 续期 of a deferral. */
    record DeferralRenewed(
            UUID caseId,
            long stateVersion,
            UUID deferral,
            LocalDate fromReverifyOn,
            LocalDate toReverifyOn,
            String reasons)
            implements TermEvent {}

    /** A step's limit passed and it is not done: nobody acted, the clock did. */
    record DeadlineOverdue(UUID caseId, long stateVersion, UUID deadline, Step step, UUID reference, LocalDate limitOn)
            implements TermEvent {}
}
