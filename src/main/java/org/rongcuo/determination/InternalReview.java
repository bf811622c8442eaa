package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.determination.ReviewRequests.DecideReview;
import org.rongcuo.determination.ReviewRequests.DeliverReview;
import org.rongcuo.shared.Ids;

/** 复议 of a determination, or of a refusal of acceptance: asked for once, decided once, delivered. Not 行政复议. */
@Entity
@Table(name = "internal_review")
class InternalReview {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "determination_id")
    private UUID determinationId;

    private String grounds;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private ReviewResult result;

    private String reasons;

    @Column(name = "meeting_title")
    private String meetingTitle;

    @Column(name = "meeting_on")
    private LocalDate meetingOn;

    @Column(name = "new_determination_id")
    private UUID newDeterminationId;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "delivered_on")
    private LocalDate deliveredOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivery_method")
    private DeliveryMethod deliveryMethod;

    @Column(name = "received_by")
    private String receivedBy;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "refused_to_sign")
    private Boolean refusedToSign;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> witnesses;

    @Column(name = "delivered_by")
    private UUID deliveredBy;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    protected InternalReview() {}

    /** @param determination null for the review of a refusal */
    InternalReview(UUID caseId, Determination determination, String grounds, UUID requestedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = determination == null ? null : determination.subjectId();
        this.determinationId = determination == null ? null : determination.id();
        this.grounds = grounds;
        this.requestedBy = requestedBy;
        this.requestedAt = now;
    }

    /** @param made the determination in the original's place; null when it stands, and of a refusal */
    void decide(DecideReview decision, UUID made, UUID by, Instant now) {
        result = decision.result();
        reasons = decision.reasons();
        meetingTitle = decision.meeting().title();
        meetingOn = decision.meeting().heldOn();
        newDeterminationId = made;
        decidedBy = by;
        decidedAt = now;
    }

    void deliver(DeliverReview delivery, UUID by, Instant now) {
        deliveredOn = delivery.deliveredOn();
        deliveryMethod = delivery.method();
        var receipt = delivery.receipt();
        receivedBy = receipt == null ? null : receipt.receivedBy();
        receivedOn = receipt == null ? null : receipt.receivedOn();
        refusedToSign = receipt == null ? null : receipt.refused();
        witnesses = receipt == null ? null : receipt.seenBy();
        deliveredBy = by;
        deliveredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    /** Null for the review of a refusal. */
    UUID subjectId() {
        return subjectId;
    }

    /** Null for the review of a refusal. */
    UUID determinationId() {
        return determinationId;
    }

    boolean ofRefusal() {
        return determinationId == null;
    }

    String grounds() {
        return grounds;
    }

    UUID requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    /** Null while it is open. */
    ReviewResult result() {
        return result;
    }

    boolean isOpen() {
        return result == null;
    }

    String reasons() {
        return reasons;
    }

    String meetingTitle() {
        return meetingTitle;
    }

    LocalDate meetingOn() {
        return meetingOn;
    }

    /** Null unless the original was changed. */
    UUID newDeterminationId() {
        return newDeterminationId;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** Whether the decision was delivered. */
    boolean isDelivered() {
        return deliveredOn != null;
    }

    /** Null while the decision is not delivered. */
    LocalDate deliveredOn() {
        return deliveredOn;
    }

    DeliveryMethod deliveryMethod() {
        return deliveryMethod;
    }

    /** Null where none came back. */
    ReceiptView receipt() {
        return receivedBy == null ? null : new ReceiptView(receivedBy, receivedOn, refusedToSign, witnesses);
    }
}
