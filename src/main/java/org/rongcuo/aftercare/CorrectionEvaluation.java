package org.rongcuo.aftercare;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** Whether a round of a correction was accepted; never changed. */
@Entity
@Table(name = "correction_evaluation")
class CorrectionEvaluation {
    @Id
    private UUID id;

    @Column(name = "correction_id")
    private UUID correctionId;

    private int round;

    private boolean accepted;

    private String remark;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "evaluated_by")
    private UUID evaluatedBy;

    @Column(name = "evaluated_at")
    private Instant evaluatedAt;

    protected CorrectionEvaluation() {}

    CorrectionEvaluation(Correction correction, EvaluateCorrection wanted, UUID evaluatedBy, Instant now) {
        this.id = Ids.next();
        this.correctionId = correction.id();
        this.round = correction.round();
        this.accepted = wanted.accepted();
        this.remark = wanted.remark();
        this.dueOn = wanted.dueOn();
        this.evaluatedBy = evaluatedBy;
        this.evaluatedAt = now;
    }

    UUID correctionId() {
        return correctionId;
    }

    int round() {
        return round;
    }

    boolean accepted() {
        return accepted;
    }

    String remark() {
        return remark;
    }

    /** Of the next round; null when accepted. */
    LocalDate dueOn() {
        return dueOn;
    }

    UUID evaluatedBy() {
        return evaluatedBy;
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}
