package org.rongcuo.aftercare;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.access.Organ;
import org.rongcuo.shared.Ids;

/** The record that an inquiry (问责) considered whether to tolerate the mistake, as it must; never changed. */
@Entity
@Table(name = "accountability_check")
class AccountabilityCheck {
    @Id
    private UUID id;

    private String inquiry;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organ_id")
    private Organ organ;

    private String result;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected AccountabilityCheck() {}

    AccountabilityCheck(RecordAccountabilityCheck wanted, Organ organ, UUID recordedBy, Instant now) {
        this.id = Ids.next();
        this.inquiry = wanted.inquiry();
        this.organ = organ;
        this.result = wanted.result();
        this.caseId = wanted.caseId();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    /** The inquiry's reference. */
    String inquiry() {
        return inquiry;
    }

    /** The organ that inquires. */
    Organ organ() {
        return organ;
    }

    String result() {
        return result;
    }

    /** The case in which tolerance is judged; null when there is none. */
    UUID caseId() {
        return caseId;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
