package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** What an investigator found of a filing that a case invokes: whether it is of the same matter; never changed. */
@Entity
@Table(name = "filing_invocation_finding")
class InvocationFinding {
    @Id
    private UUID id;

    @Column(name = "invocation_id")
    private UUID invocationId;

    @Column(name = "same_matter")
    private boolean sameMatter;

    private String reasons;

    @Column(name = "found_by")
    private UUID foundBy;

    @Column(name = "found_at")
    private Instant foundAt;

    protected InvocationFinding() {}

    InvocationFinding(UUID invocationId, boolean sameMatter, String reasons, UUID foundBy, Instant foundAt) {
        this.id = Ids.next();
        this.invocationId = invocationId;
        this.sameMatter = sameMatter;
        this.reasons = reasons;
        this.foundBy = foundBy;
        this.foundAt = foundAt;
    }

    UUID invocationId() {
        return invocationId;
    }

    /** Of the same matter and within what was filed; else of another. */
    boolean isSameMatter() {
        return sameMatter;
    }

    String reasons() {
        return reasons;
    }

    UUID foundBy() {
        return foundBy;
    }

    Instant foundAt() {
        return foundAt;
    }
}
