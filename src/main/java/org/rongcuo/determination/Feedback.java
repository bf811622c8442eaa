package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Ids;

/** 反馈: the subject was told in writing, with the remedies the law gives. */
@Entity
class Feedback {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "determination_id")
    private UUID determinationId;

    @Column(name = "delivered_on")
    private LocalDate deliveredOn;

    @Enumerated(EnumType.STRING)
    private DeliveryMethod method;

    private String remedies;

    private String note;

    @Column(name = "given_by")
    private UUID givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    protected Feedback() {}

    Feedback(UUID caseId, UUID determinationId, GiveFeedback wanted, UUID givenBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = wanted.subject();
        this.determinationId = determinationId;
        this.deliveredOn = wanted.deliveredOn();
        this.method = wanted.method();
        this.remedies = wanted.remedies();
        this.note = wanted.note();
        this.givenBy = givenBy;
        this.givenAt = now;
    }

    /** What it says, for the ledger. @param receipt null while it has not come back */
    ExemptionMove.FeedbackGiven given(ExemptionMove.ReceiptOf receipt) {
        return new ExemptionMove.FeedbackGiven(
                id, subjectId, determinationId, deliveredOn, method.name(), remedies, note, receipt);
    }

    UUID id() {
        return id;
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID caseId() {
        return caseId;
    }

    /** The determination it tells of. */
    UUID determinationId() {
        return determinationId;
    }

    LocalDate deliveredOn() {
        return deliveredOn;
    }

    DeliveryMethod method() {
        return method;
    }

    String remedies() {
        return remedies;
    }

    String note() {
        return note;
    }

    UUID givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }
}
