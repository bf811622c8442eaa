package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;

/** 送达回证 of a feedback; never changed. */
@Entity
@Table(name = "feedback_receipt")
class FeedbackReceipt {
    @Id
    private UUID id;

    @Column(name = "feedback_id")
    private UUID feedbackId;

    @Column(name = "received_by")
    private String receivedBy;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "refused_to_sign")
    private boolean refusedToSign;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> witnesses;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected FeedbackReceipt() {}

    FeedbackReceipt(UUID feedbackId, RecordReceipt receipt, UUID recordedBy, Instant now) {
        this.id = Ids.next();
        this.feedbackId = feedbackId;
        this.receivedBy = receipt.receivedBy();
        this.receivedOn = receipt.receivedOn();
        this.refusedToSign = receipt.refused();
        this.witnesses = receipt.seenBy();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    UUID feedbackId() {
        return feedbackId;
    }

    String receivedBy() {
        return receivedBy;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    boolean refusedToSign() {
        return refusedToSign;
    }

    List<String> witnesses() {
        return witnesses;
    }
}
