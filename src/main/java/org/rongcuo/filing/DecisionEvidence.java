package org.rongcuo.filing;

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
import org.rongcuo.shared.Ids;

/** Evidence of one step of a major decision; never changed. */
@Entity
@Table(name = "decision_evidence")
class DecisionEvidence {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private DecisionEvidenceKind kind;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String organiser;

    private String conclusion;

    private boolean supports;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> documents;

    private Integer participants;

    private Integer quorum;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected DecisionEvidence() {}

    DecisionEvidence(UUID caseId, DecisionEvidenceResource.AddEvidence told, UUID recordedBy, Instant recordedAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.kind = told.kind();
        this.heldOn = told.heldOn();
        this.organiser = told.organiser();
        this.conclusion = told.conclusion();
        this.supports = told.supports();
        this.documents = told.papers();
        this.participants = told.participants();
        this.quorum = told.quorum();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** Whether it proves that the step was gone through and spoke for what was done: a meeting needs its quorum. */
    boolean proves() {
        return supports && (quorum == null || participants != null && participants >= quorum);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    DecisionEvidenceKind kind() {
        return kind;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String organiser() {
        return organiser;
    }

    String conclusion() {
        return conclusion;
    }

    /** Whether its conclusion speaks for what was done. */
    boolean supports() {
        return supports;
    }

    /** Of the case it was recorded in. */
    List<UUID> documents() {
        return documents;
    }

    /** Null where it does not apply. */
    Integer participants() {
        return participants;
    }

    /** Null where it does not apply. */
    Integer quorum() {
        return quorum;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
