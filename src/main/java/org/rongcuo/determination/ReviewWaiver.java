package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** A subject gave up the review of a determination; never changed. */
@Entity
@Table(name = "review_waiver")
class ReviewWaiver {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "determination_id")
    private UUID determinationId;

    private String statement;

    @Column(name = "waived_by")
    private UUID waivedBy;

    @Column(name = "waived_at")
    private Instant waivedAt;

    protected ReviewWaiver() {}

    ReviewWaiver(UUID caseId, UUID determinationId, String statement, UUID waivedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.determinationId = determinationId;
        this.statement = statement;
        this.waivedBy = waivedBy;
        this.waivedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID determinationId() {
        return determinationId;
    }

    /** Null when none was made. */
    String statement() {
        return statement;
    }

    UUID waivedBy() {
        return waivedBy;
    }

    Instant waivedAt() {
        return waivedAt;
    }
}
