package org.rongcuo.access;

import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What administrators do, each in the ledger chain of the jurisdiction concerned. */
sealed interface AccessEvent extends DomainEvent {
    String jurisdiction();

    @Override
    default String chain() {
        return "access:" + jurisdiction();
    }

    @Override
    default long stateVersion() {
        return 0;
    }

    record JurisdictionAdded(String jurisdiction, String parent, String name) implements AccessEvent {}

    record JurisdictionMerged(String jurisdiction, String supersededBy) implements AccessEvent {}

    record OrganAdded(String jurisdiction, UUID organ, OrganKind kind, String name) implements AccessEvent {}

    record PersonRegistered(String jurisdiction, UUID person, UUID organ) implements AccessEvent {}

    record RoleAssigned(
            String jurisdiction,
            UUID assignment,
            UUID person,
            UUID organ,
            Role role,
            Level clearance,
            LocalDate validFrom,
            LocalDate validUntil)
            implements AccessEvent {}

    record AssignmentEnded(String jurisdiction, UUID assignment, LocalDate lastDay) implements AccessEvent {}
}
