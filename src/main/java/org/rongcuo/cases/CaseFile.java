package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Level;
import org.rongcuo.access.Organ;
import org.rongcuo.access.Person;
import org.rongcuo.cases.CaseEvent.Particulars;
import org.rongcuo.policy.Effects;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Versioned;
import org.rongcuo.tasks.Task;

/** The file of one matter. Every act refuses with a coded reason or returns the one event that the ledger records. */
@Entity
@Table(name = "case_file")
public class CaseFile implements Versioned {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private String number;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    private Start start;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    private String field;

    private String title;

    private String summary;

    @Column(name = "conduct_from")
    private LocalDate conductFrom;

    @Column(name = "conduct_to")
    private LocalDate conductTo;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "accountability_matter")
    private String accountabilityMatter;

    @ManyToOne(optional = false)
    @JoinColumn(name = "applicant_id")
    private Person applicant;

    @ManyToOne
    @JoinColumn(name = "handling_organ_id")
    private Organ handlingOrgan;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Enumerated(EnumType.STRING)
    private Complexity complexity;

    /** 1, and one more with each objection upheld, or each time a filing is returned. */
    private int round;

    @Column(name = "state_version")
    private long stateVersion;

    protected CaseFile() {}

    CaseFile(CaseKind kind, Start start, Jurisdiction jurisdiction, Person applicant, Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.start = start;
        this.status = CaseStatus.DRAFT;
        this.jurisdiction = jurisdiction;
        this.applicant = applicant;
        this.createdAt = now;
        this.complexity = Complexity.ORDINARY;
        this.round = 1;
    }

    /** What it is about and whom it concerns, at the opening of a draft. */
    CaseEvent.CaseOpened open(CaseParticulars particulars, List<Subject> subjects) {
        stateVersion++;
        return new CaseEvent.CaseOpened(
                id,
                stateVersion,
                kind,
                start,
                take(particulars),
                subjects.stream().map(Subject::named).toList(),
                number,
                handlingOrgan == null ? null : handlingOrgan.id());
    }

    /** 主动启动: it begins as applied, with its number and its handling organ. */
    CaseEvent.CaseOpened openExOfficio(
            CaseParticulars particulars, List<Subject> subjects, String caseNumber, Organ organ, Instant now) {
        status = CaseStatus.APPLIED;
        number = caseNumber;
        handlingOrgan = organ;
        appliedAt = now;
        return open(particulars, subjects);
    }

    /** What it is about, changed while it is a draft. */
    CaseEvent.CaseRevised revise(CaseParticulars particulars) {
        return record(CaseAct.REVISION, version -> new CaseEvent.CaseRevised(id, version, take(particulars)));
    }

    private Particulars take(CaseParticulars particulars) {
        field = particulars.field();
        title = particulars.title();
        summary = particulars.summary();
        conductFrom = particulars.conduct().from();
        conductTo = particulars.conduct().until();
        level = particulars.confidentiality();
        accountabilityMatter = particulars.accountabilityMatter();
        return new Particulars(
                jurisdiction.code(), field, title, summary, conductFrom, conductTo, level, accountabilityMatter);
    }

    /**
     * 申请: the case gets its number and its handling organ.
     *
     * @param event given the state version after the act, with number and organ in place
     */
    <E extends DomainEvent> E file(Act act, String caseNumber, Organ organ, Instant now, LongFunction<E> event) {
        return record(act, version -> {
            number = caseNumber;
            handlingOrgan = organ;
            appliedAt = now;
            return event.apply(version);
        });
    }

    ExemptionMove.ApplicationAccepted accept(Complexity judged, String reasons) {
        return record(CaseAct.ACCEPTANCE, version -> {
            complexity = judged;
            return new ExemptionMove.ApplicationAccepted(id, version, judged, reasons);
        });
    }

    /** How complex a filing is follows from what it files. */
    public void rate(Complexity judged) {
        complexity = judged;
    }

    CaseEvent.CaseAssigned assign(Organ organ, String reasons) {
        return record(CaseAct.ASSIGNMENTS, version -> {
            var from = handlingOrgan;
            handlingOrgan = organ;
            return new CaseEvent.CaseAssigned(id, version, from.id(), organ.id(), reasons);
        });
    }

    /**
     * The one way to act on a case: the act must be possible where it stands, and its one event moves the case if the
     * table says so.
     *
     * @param event given the state version after the act
     * @throws Problem 409 when the case stands elsewhere
     */
    public <E extends DomainEvent> E record(Act act, LongFunction<E> event) {
        require(act);
        var happened = event.apply(stateVersion + 1);
        if (happened instanceof CaseMove move) {
            var to = status.after(move);
            if (to == null || !isOf(kind, move)) {
                throw new IllegalStateException(kind + " at " + status + " is not moved by " + move.type());
            }
            status = to;
        }
        if (happened instanceof ExemptionMove.ObjectionUpheld || happened instanceof FilingMove.FilingReturned) {
            round++;
        }
        stateVersion++;
        return happened;
    }

    private static boolean isOf(CaseKind kind, CaseMove move) {
        return move instanceof CaseMove.DraftDiscarded
                || (kind == CaseKind.EXEMPTION ? move instanceof ExemptionMove : move instanceof FilingMove);
    }

    /** Whether the act is possible where the case stands. */
    public boolean possible(Act act) {
        return act.isOf(kind) && act.possibleAt(status);
    }

    /** Why the act is not possible where the case stands; empty when it is. */
    Optional<ActView.Reason> refusal(Act act) {
        if (possible(act)) {
            return Optional.empty();
        }
        var stands = new Text(
                "案件现处“" + status.label().zh() + "”",
                "The case is " + status.label().en());
        if (status == CaseStatus.REGISTERED || status == CaseStatus.CLOSED || status == CaseStatus.ARCHIVED) {
            return Optional.of(new ActView.Reason(
                    "case-closed",
                    new Text(
                            stands.zh() + ",不再作实质办理;补交材料走“补充归档材料”,确需继续办理的,另立新案并以“续办”(CONTINUES)关联本案",
                            stands.en() + " and its substance is settled; late documents may be added, anything else"
                                    + " is a new case linked to this one (CONTINUES)")));
        }
        return Optional.of(new ActView.Reason(
                "wrong-status", new Text(stands.zh() + ",不能进行此项办理", stands.en() + "; the act is not possible now")));
    }

    /** A version took effect that asks something of it, or was repealed; its state version stays, for nobody acted. */
    CaseEvent.ChecklistChanged changeChecklist(
            UUID task, Effects.TakenEffect effect, List<CaseEvent.SheetChanged> changed) {
        return new CaseEvent.ChecklistChanged(
                id,
                stateVersion,
                task,
                effect.policy(),
                effect.number(),
                effect.repeal(),
                effect.effectiveFrom(),
                changed);
    }

    /** A task about it was done; its state version stays, as with notes and answers. */
    CaseEvent.TaskCompleted completeTask(Task task, String remark) {
        return new CaseEvent.TaskCompleted(
                id, stateVersion, task.id(), task.kind().name(), task.reference(), remark);
    }

    /** @throws Problem 409 when the case stands elsewhere */
    public void require(Act act) {
        refusal(act).ifPresent(why -> {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, why.code(), why.text());
        });
    }

    public UUID id() {
        return id;
    }

    public CaseKind kind() {
        return kind;
    }

    /** 舟容〔2026〕123号; null before the application. */
    public String number() {
        return number;
    }

    public CaseStatus status() {
        return status;
    }

    public Start start() {
        return start;
    }

    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    public String field() {
        return field;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public LocalDate conductFrom() {
        return conductFrom;
    }

    public LocalDate conductTo() {
        return conductTo;
    }

    public Level level() {
        return level;
    }

    public String accountabilityMatter() {
        return accountabilityMatter;
    }

    public Person applicant() {
        return applicant;
    }

    /** Null before the application. */
    public Organ handlingOrgan() {
        return handlingOrgan;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public Complexity complexity() {
        return complexity;
    }

    /**
     * Which round it is in: 1, and one more with each objection upheld (of verification and determination), or each time a
     * filing is returned (of its submission): what was said of it in an earlier round is not said of it now.
     */
    public int round() {
        return round;
    }

    @Override
    public long stateVersion() {
        return stateVersion;
    }

    @Override
    public String chain() {
        return "case:" + id;
    }
}
