package org.rongcuo.cases;

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

    Feedback(
            UUID caseId,
            UUID subjectId,
            LocalDate deliveredOn,
            DeliveryMethod method,
            String remedies,
            String note,
            UUID givenBy,
            Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = subjectId;
        this.deliveredOn = deliveredOn;
        this.method = method;
        this.remedies = remedies;
        this.note = note;
        this.givenBy = givenBy;
        this.givenAt = now;
    }

    /** What it says, for the ledger. */
    ExemptionMove.FeedbackGiven given() {
        return new ExemptionMove.FeedbackGiven(subjectId, deliveredOn, method.name(), remedies, note);
    }

    UUID id() {
        return id;
    }

    UUID subjectId() {
        return subjectId;
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
