package org.rongcuo.policy;

import java.util.Map;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;

/**
 * The stored states of a version (policy-contract "Versions") and the one event of each move. Scheduled, in force and
 * superseded are derived from {@code effectiveFrom}, never stored.
 */
public enum VersionStatus {
    DRAFT("草案", "draft"),
    IN_REVIEW("待批准", "in review"),
    APPROVED("已批准", "approved"),
    WITHDRAWN("已撤回", "withdrawn");

    private final Text label;

    VersionStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** The moves from here, each with the event that makes it. */
    public Map<VersionStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case DRAFT ->
                Map.of(
                        IN_REVIEW, PolicyEvent.VersionSubmitted.class,
                        WITHDRAWN, PolicyEvent.VersionWithdrawn.class);
            case IN_REVIEW ->
                Map.of(
                        DRAFT, PolicyEvent.VersionReturned.class,
                        APPROVED, PolicyEvent.VersionApproved.class,
                        WITHDRAWN, PolicyEvent.VersionWithdrawn.class);
            case APPROVED -> Map.of(WITHDRAWN, PolicyEvent.VersionWithdrawn.class);
            case WITHDRAWN -> Map.of();
        };
    }
}
