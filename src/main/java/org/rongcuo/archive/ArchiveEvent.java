package org.rongcuo.archive;

import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens on the way to the registration without moving the case's status. */
sealed interface ArchiveEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** 报送备案. */
    record RegistrationFiled(UUID caseId, long stateVersion, UUID registration, String materials)
            implements ArchiveEvent {}

    /** 退回: for formal defects alone. */
    record RegistrationReturned(
            UUID caseId, long stateVersion, UUID registration, UUID organ, List<FormalDefect> defects, String remark)
            implements ArchiveEvent {}
}
