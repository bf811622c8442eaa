package org.rongcuo.publication;

import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens on the public side of a case without moving its status. */
sealed interface PublicationEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** 不公示: the organ forgoes the notice that the book would have. @param ceiling what it would have been */
    record NoticeForgone(UUID caseId, long stateVersion, UUID notice, String ceiling, String reasons)
            implements PublicationEvent {}

    /**
     * An objection came in. Neither who objects nor what it says: the subjects read the ledger too.
     *
     * @param contentHash over the text and the evidence told
     */
    record ObjectionReceived(
            UUID caseId, long stateVersion, UUID objection, UUID notice, boolean named, String contentHash)
            implements PublicationEvent {
        @Override
        public boolean actorSealed() {
            return true;
        }
    }

    /** A decider who took no part opened who objected. Not who it is. */
    record ObjectorIdentityOpened(UUID caseId, long stateVersion, UUID objection, UUID notice, String reasons)
            implements PublicationEvent {}

    /** An objection answered without moving the case: not upheld, or upheld while the case is verified again already. */
    record ObjectionAnswered(UUID caseId, long stateVersion, UUID objection, UUID notice, boolean upheld, String answer)
            implements PublicationEvent {}
}
