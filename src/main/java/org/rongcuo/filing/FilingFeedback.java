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
import org.rongcuo.filing.FilingRequests.GiveFilingFeedback;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
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

    private String title;

    private String content;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "consultation_reasons")
    private String consultationReasons;

    @Column(name = "given_by")
    private UUID givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    protected FilingFeedback() {}

    /**
     * An answer.
     *
     * @param answered what it answers, as it had been submitted
     * @param consultation in which the group held something of it; null when it was not asked
     */
    FilingFeedback(
            UUID caseId, GiveFilingFeedback told, Answered answered, UUID consultation, UUID givenBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.result = told.result();
        this.reasons = told.reasons();
        this.advice = told.advice();
        this.title = answered.title();
        this.content = Json.write(answered.content());
        this.submittedAt = answered.submittedAt();
        this.consultationId = consultation;
        this.consultationReasons = told.consultationReasons();
        this.givenBy = givenBy;
        this.givenAt = now;
    }

    /** What is answered: the filing as it had been submitted, whatever is written afterwards. @param title of the case */
    record Answered(String title, FilingContent content, Instant submittedAt) {}

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

    Answered answered() {
        return new Answered(title, Json.read(content, FilingContent.class), submittedAt);
    }

    /** Null when the group was not asked. */
    UUID consultationId() {
        return consultationId;
    }

    /** Why it departs from what the group held; null where it does not. */
    String consultationReasons() {
        return consultationReasons;
    }

    UUID givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }
}
