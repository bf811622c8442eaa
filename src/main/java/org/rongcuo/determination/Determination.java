package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Organ;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;

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

    private int round;

    @Enumerated(EnumType.STRING)
    private DeterminationOrigin origin;

    @Column(name = "supersedes_id")
    private UUID supersedesId;

    @Column(name = "heavier_reasons")
    private String heavierReasons;

    private String effects;

    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "consultation_reasons")
    private String consultationReasons;

    protected Determination() {}

    /**
     * Where it stands in the record.
     *
     * @param supersedes the one it replaces; null for the first
     * @param heavierReasons null unless it is heavier than that
     * @param consultation null when the group holds nothing of the subject
     * @param consultationReasons null where it follows the group
     */
    record Place(
            int round,
            DeterminationOrigin origin,
            UUID supersedes,
            String heavierReasons,
            UUID consultation,
            String consultationReasons) {}

    Determination(
            UUID caseId,
            Ruling ruling,
            EvaluationRecord evaluation,
            List<DeterminedEffect> effects,
            Place place,
            Organ organ,
            UUID determinedBy,
            Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = ruling.subject();
        this.evaluation = evaluation;
        this.recommendation = evaluation.content().recommendation().code();
        this.outcome = ruling.outcome();
        this.ladderStep = ruling.ladderStep();
        this.disciplineForm = ruling.disciplineForm();
        this.meetingTitle = ruling.meeting().title();
        this.meetingOn = ruling.meeting().heldOn();
        this.reasons = ruling.reasons();
        this.departureReasons = ruling.departureReasons();
        this.openItemsReasons = ruling.openItemsReasons();
        this.effects = Json.write(effects);
        this.round = place.round();
        this.origin = place.origin();
        this.supersedesId = place.supersedes();
        this.heavierReasons = place.heavierReasons();
        this.consultationId = place.consultation();
        this.consultationReasons = place.consultationReasons();
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
                openItemsReasons,
                round,
                origin.name(),
                supersedesId,
                heavierReasons,
                effects().stream()
                        .map(effect -> new ExemptionMove.EffectOf(
                                effect.effect(), effect.computed(), effect.confirmed(), effect.reasons()))
                        .toList(),
                consultationId,
                consultationReasons);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID subjectId() {
        return subjectId;
    }

    /** The round of the case it belongs to. */
    int round() {
        return round;
    }

    DeterminationOrigin origin() {
        return origin;
    }

    /** The one it replaces; null for the first. */
    UUID supersedesId() {
        return supersedesId;
    }

    /** Null unless it is heavier than the one it replaces. */
    String heavierReasons() {
        return heavierReasons;
    }

    List<DeterminedEffect> effects() {
        return List.of(Json.read(effects, DeterminedEffect[].class));
    }

    /** Null when the group held nothing of the subject. */
    UUID consultationId() {
        return consultationId;
    }

    /** Null where it follows the group. */
    String consultationReasons() {
        return consultationReasons;
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
