package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Text;

/** 报备反馈: the office's answer to a submission; never changed. */
@Entity
@Table(name = "filing_feedback")
class FilingFeedback {
    /** What the office answers. */
    @Schema(name = "FilingResult")
    enum Result {
        ACCEPTED("予以报备", "accepted"),
        RETURNED("退回", "returned"),
        ADVISED("予以报备并提出建议", "accepted with advice");

        private final Text label;

        Result(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Result result;

    private String reasons;

    private String advice;

    @Column(name = "given_by")
    private UUID givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    protected FilingFeedback() {}

    FilingFeedback(UUID caseId, Result result, String reasons, String advice, UUID givenBy, Instant givenAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.result = result;
        this.reasons = reasons;
        this.advice = advice;
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    Result result() {
        return result;
    }

    String reasons() {
        return reasons;
    }

    /** Null when there is none. */
    String advice() {
        return advice;
    }

    UUID givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }
}
