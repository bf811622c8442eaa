package org.rongcuo.aftercare;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** 纠错: a plan to put an error right, in rounds of report and evaluation until it is accepted, closed by a summary. */
@Entity
class Correction {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    private boolean ordered;

    private boolean voluntary;

    private String plan;

    @Enumerated(EnumType.STRING)
    private CorrectionStatus status;

    private int round;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "started_by")
    private UUID startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    private String summary;

    @Column(name = "summarised_by")
    private UUID summarisedBy;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Correction() {}

    /**
     * A correction begun.
     *
     * @param ordered whether the office ordered it
     * @param voluntary whether applicant or subject began it of their own accord
     */
    Correction(UUID caseId, StartCorrection wanted, boolean ordered, boolean voluntary, UUID startedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = wanted.subject();
        this.ordered = ordered;
        this.voluntary = voluntary;
        this.plan = wanted.plan();
        this.status = CorrectionStatus.UNDER_WAY;
        this.round = 1;
        this.dueOn = wanted.dueOn();
        this.startedBy = startedBy;
        this.startedAt = now;
    }

    CorrectionEvent.CorrectionStarted started(CaseFile file, List<CorrectionMeasure> measures) {
        return new CorrectionEvent.CorrectionStarted(
                caseId,
                file.stateVersion(),
                id,
                subjectId,
                ordered,
                plan,
                measures.stream().map(CorrectionMeasure::planned).collect(Collectors.toList()),
                dueOn);
    }

    CorrectionEvent report(CaseFile file, CorrectionReport report) {
        return moved(new CorrectionEvent.CorrectionReported(
                caseId, file.stateVersion(), id, round, report.statement(), report.done(), report.documents()));
    }

    /** Accepted, or back to work in a new round. */
    CorrectionEvent evaluate(CaseFile file, CorrectionEvaluation evaluation) {
        if (evaluation.accepted()) {
            return moved(new CorrectionEvent.CorrectionAccepted(
                    caseId, file.stateVersion(), id, round, evaluation.remark()));
        }
        var happened = moved(new CorrectionEvent.CorrectionNotAccepted(
                caseId, file.stateVersion(), id, round, evaluation.remark(), evaluation.dueOn()));
        round++;
        dueOn = evaluation.dueOn();
        return happened;
    }

    CorrectionEvent sumUp(CaseFile file, String wording, UUID person, Instant now) {
        var happened = moved(new CorrectionEvent.CorrectionSummarised(caseId, file.stateVersion(), id, wording));
        summary = wording;
        summarisedBy = person;
        closedAt = now;
        return happened;
    }

    private CorrectionEvent moved(CorrectionEvent event) {
        status = status.next().entrySet().stream()
                .filter(edge -> edge.getValue() == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(status + " is not moved by " + event.type()))
                .getKey();
        return event;
    }

    /** @throws Problem 409 when it stands elsewhere */
    void require(CorrectionStatus wanted) {
        if (status != wanted) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "correction-status",
                    new Text(
                            "此项纠错现处“" + status.label().zh() + "”,不能进行此项办理",
                            "The correction is " + status.label().en() + "; the act is not possible now"));
        }
    }

    /** Whether its round's report is missing after its due date. */
    boolean overdue(LocalDate today) {
        return status == CorrectionStatus.UNDER_WAY && dueOn.isBefore(today);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    /** Null for the whole case. */
    UUID subjectId() {
        return subjectId;
    }

    /** Whether the office ordered it. */
    boolean ordered() {
        return ordered;
    }

    /** Whether applicant or subject began it of their own accord. */
    boolean voluntary() {
        return voluntary;
    }

    String plan() {
        return plan;
    }

    CorrectionStatus status() {
        return status;
    }

    /** 1, and one more with each evaluation that did not accept it. */
    int round() {
        return round;
    }

    /** Of the current round. */
    LocalDate dueOn() {
        return dueOn;
    }

    UUID startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Null until closed. */
    String summary() {
        return summary;
    }

    /** Null until closed. */
    UUID summarisedBy() {
        return summarisedBy;
    }

    /** Null until closed. */
    Instant closedAt() {
        return closedAt;
    }
}
