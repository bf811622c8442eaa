package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 不予受理 with its reasons, which may be reviewed once; never changed. */
@Entity
@Table(name = "case_refusal")
class CaseRefusal {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String reasons;

    @Column(name = "refused_by")
    private UUID refusedBy;

    @Column(name = "refused_at")
    private Instant refusedAt;

    protected CaseRefusal() {}

    CaseRefusal(UUID caseId, String reasons, UUID refusedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.reasons = reasons;
        this.refusedBy = refusedBy;
        this.refusedAt = now;
    }

    String reasons() {
        return reasons;
    }

    UUID refusedBy() {
        return refusedBy;
    }

    Instant refusedAt() {
        return refusedAt;
    }
}
