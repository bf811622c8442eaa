package org.rongcuo.filing;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens to a proposal; each has a ledger chain of its own. */
sealed interface ProposalEvent extends DomainEvent {
    UUID proposal();

    @Override
    default String chain() {
        return "proposal:" + proposal();
    }

    /** Somebody proposed something. @param organ null for none @param dueOn by when it is to be answered, null for none */
    record ProposalMade(
            UUID proposal,
            long stateVersion,
            String jurisdiction,
            UUID organ,
            String matter,
            String text,
            LocalDate dueOn)
            implements ProposalEvent {}

    /** The term of the answer is over. */
    record ProposalOverdue(UUID proposal, long stateVersion, LocalDate dueOn) implements ProposalEvent {}

    /** How whoever proposed is reached was opened; not how. */
    record ProposerIdentityOpened(UUID proposal, long stateVersion, String reasons) implements ProposalEvent {}

    /** The office answered. @param startedCase null when declined */
    record ProposalAnswered(UUID proposal, long stateVersion, UUID startedCase, String reasons)
            implements ProposalEvent {}
}
