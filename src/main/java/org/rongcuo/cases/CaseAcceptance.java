package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 受理, by the office or by the review of its refusal; never changed. */
@Entity
@Table(name = "case_acceptance")
class CaseAcceptance {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String reasons;

    @Column(name = "accepted_by")
    private UUID acceptedBy;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    protected CaseAcceptance() {}

    CaseAcceptance(UUID caseId, String reasons, UUID acceptedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.reasons = reasons;
        this.acceptedBy = acceptedBy;
        this.acceptedAt = now;
    }

    /** Null where none were given. */
    String reasons() {
        return reasons;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }
}
