package org.rongcuo.policy;

import java.util.Map;
import org.rongcuo.shared.DomainEvent;

/**
 * The stored states of a version (policy-contract "Versions") and the one event of each move. Scheduled, in force and
 * superseded are derived from {@code effectiveFrom}, never stored.
 */
public enum VersionStatus {
    DRAFT,
    APPROVED;

    /** The moves from here, each with the event that makes it. */
    public Map<VersionStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case DRAFT -> Map.of(APPROVED, PolicyEvent.VersionImported.class);
            case APPROVED -> Map.of();
        };
    }
}
