package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Says that every open case concerned has been told of a version in force, or of a repeal. */
@Entity
@Table(name = "policy_effect")
class PolicyEffect {
    @Id
    private UUID cause;

    @Column(name = "announced_at")
    private Instant announcedAt;

    protected PolicyEffect() {}
}
