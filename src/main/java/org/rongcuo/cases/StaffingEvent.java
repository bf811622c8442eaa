package org.rongcuo.cases;

import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** Who comes to work on a case, and who is taken off it. */
sealed interface StaffingEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** 自行回避, in effect at once. @param explanationHash its SHA-256: the ledger is read by all who see the case */
    record RecusalDeclared(
            UUID caseId, long stateVersion, UUID recusal, UUID person, RecusalGround ground, String explanationHash)
            implements StaffingEvent {}

    /** 申请回避: until it is decided the person's acts are suspended. */
    record RecusalDemanded(
            UUID caseId, long stateVersion, UUID recusal, UUID person, RecusalGround ground, String explanationHash)
            implements StaffingEvent {}

    record RecusalDecided(
            UUID caseId, long stateVersion, UUID recusal, UUID person, boolean granted, String reasonsHash)
            implements StaffingEvent {}

    record CoHandlerAdded(UUID caseId, long stateVersion, UUID organ, String reasons) implements StaffingEvent {}

    record CoHandlerRemoved(UUID caseId, long stateVersion, UUID organ, String reasons) implements StaffingEvent {}

    /** A case was linked to another, named by its id alone. */
    record CaseLinked(UUID caseId, long stateVersion, UUID link, UUID other, CaseLink.Kind kind)
            implements StaffingEvent {}
}
