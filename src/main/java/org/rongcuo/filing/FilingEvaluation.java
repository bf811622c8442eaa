package org.rongcuo.filing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/**
 * What the tables say, before anything is done, of what is planned: the risk of being held to account. Apart from the
 * evaluations of cases, so that no determination can rest on it; never changed.
 */
@Entity
@Table(name = "filing_evaluation")
class FilingEvaluation {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_status")
    private SubjectStatus subjectStatus;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    private String content;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "evaluated_by")
    private UUID evaluatedBy;

    @Column(name = "evaluated_at")
    private Instant evaluatedAt;

    protected FilingEvaluation() {}

    /** @param subjectStatus whose risk; null for anybody's */
    FilingEvaluation(UUID caseId, SubjectStatus subjectStatus, EvaluationView content, UUID by, Instant at) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectStatus = subjectStatus;
        this.recommendation = content.recommendation().code();
        this.content = Json.write(content);
        this.contentHash = Sha256.of(Json.canonicalBytes(Json.read(this.content, JsonNode.class)));
        this.evaluatedBy = by;
        this.evaluatedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    /** Null when not told. */
    SubjectStatus subjectStatus() {
        return subjectStatus;
    }

    Recommendation recommendation() {
        return recommendation;
    }

    EvaluationView content() {
        return Json.read(content, EvaluationView.class);
    }

    String contentHash() {
        return contentHash;
    }

    UUID evaluatedBy() {
        return evaluatedBy;
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}
