package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.access.Organ;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Ids;

/** 认定: the human act of the competent organ on one subject, with the table's advice and the reasons; never changed. */
@Entity
class Determination {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "evaluation_id")
    private EvaluationRecord evaluation;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    @Enumerated(EnumType.STRING)
    private Recommendation outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "ladder_step")
    private LadderStep ladderStep;

    @Enumerated(EnumType.STRING)
    @Column(name = "discipline_form")
    private DisciplineForm disciplineForm;

    @Column(name = "meeting_title")
    private String meetingTitle;

    @Column(name = "meeting_on")
    private LocalDate meetingOn;

    private String reasons;

    @Column(name = "departure_reasons")
    private String departureReasons;

    @Column(name = "open_items_reasons")
    private String openItemsReasons;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organ_id")
    private Organ organ;

    @Column(name = "determined_by")
    private UUID determinedBy;

    @Column(name = "determined_at")
    private Instant determinedAt;

    protected Determination() {}

    Determination(
            UUID caseId, Determine wanted, EvaluationRecord evaluation, Organ organ, UUID determinedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = wanted.subject();
        this.evaluation = evaluation;
        this.recommendation = evaluation.content().recommendation().code();
        this.outcome = wanted.outcome();
        this.ladderStep = wanted.ladderStep();
        this.disciplineForm = wanted.disciplineForm();
        this.meetingTitle = wanted.meeting().title();
        this.meetingOn = wanted.meeting().heldOn();
        this.reasons = wanted.reasons();
        this.departureReasons = wanted.departureReasons();
        this.openItemsReasons = wanted.openItemsReasons();
        this.organ = organ;
        this.determinedBy = determinedBy;
        this.determinedAt = now;
    }

    /** What it says, for the ledger. */
    ExemptionMove.DeterminationMade made() {
        return new ExemptionMove.DeterminationMade(
                id,
                subjectId,
                evaluation.id(),
                evaluation.contentHash(),
                recommendation.name(),
                outcome.name(),
                ladderStep == null ? null : ladderStep.name(),
                disciplineForm == null ? null : disciplineForm.name(),
                meetingTitle,
                meetingOn,
                reasons,
                departureReasons,
                openItemsReasons);
    }

    UUID id() {
        return id;
    }

    UUID subjectId() {
        return subjectId;
    }

    EvaluationRecord evaluation() {
        return evaluation;
    }

    Recommendation recommendation() {
        return recommendation;
    }

    Recommendation outcome() {
        return outcome;
    }

    /** Null unless mitigated. */
    LadderStep ladderStep() {
        return ladderStep;
    }

    DisciplineForm disciplineForm() {
        return disciplineForm;
    }

    String meetingTitle() {
        return meetingTitle;
    }

    LocalDate meetingOn() {
        return meetingOn;
    }

    String reasons() {
        return reasons;
    }

    String departureReasons() {
        return departureReasons;
    }

    String openItemsReasons() {
        return openItemsReasons;
    }

    Organ organ() {
        return organ;
    }

    UUID determinedBy() {
        return determinedBy;
    }

    Instant determinedAt() {
        return determinedAt;
    }
}
