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
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Level;
import org.rongcuo.access.Organ;
import org.rongcuo.access.Person;
import org.rongcuo.cases.CaseEvent.Particulars;
import org.rongcuo.policy.Effects;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.ExemptionStatus;
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
class CaseFile implements Versioned {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private String number;

    @Enumerated(EnumType.STRING)
    private ExemptionStatus status;

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

    @Column(name = "state_version")
    private long stateVersion;

    protected CaseFile() {}

    CaseFile(CaseKind kind, Start start, Jurisdiction jurisdiction, Person applicant, Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.start = start;
        this.status = ExemptionStatus.DRAFT;
        this.jurisdiction = jurisdiction;
        this.applicant = applicant;
        this.createdAt = now;
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
        status = ExemptionStatus.APPLIED;
        number = caseNumber;
        handlingOrgan = organ;
        appliedAt = now;
        return open(particulars, subjects);
    }

    /** What it is about, changed while it is a draft. */
    CaseEvent.CaseRevised revise(CaseParticulars particulars) {
        require(CaseAct.REVISION);
        stateVersion++;
        return new CaseEvent.CaseRevised(id, stateVersion, take(particulars));
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

    /** 申请: the case gets its number and its handling organ. */
    ExemptionMove.ApplicationFiled file(String caseNumber, Organ organ, String statement, Instant now) {
        require(CaseAct.APPLICATION);
        number = caseNumber;
        handlingOrgan = organ;
        appliedAt = now;
        return move(
                ExemptionStatus.APPLIED,
                new ExemptionMove.ApplicationFiled(id, stateVersion + 1, number, organ.id(), statement));
    }

    ExemptionMove.ApplicationAccepted accept(String reasons) {
        require(CaseAct.ACCEPTANCE);
        return move(ExemptionStatus.VERIFYING, new ExemptionMove.ApplicationAccepted(id, stateVersion + 1, reasons));
    }

    ExemptionMove.ApplicationRefused refuse(String reasons) {
        require(CaseAct.ACCEPTANCE);
        return move(ExemptionStatus.REFUSED, new ExemptionMove.ApplicationRefused(id, stateVersion + 1, reasons));
    }

    ExemptionMove withdraw(String reasons) {
        require(CaseAct.WITHDRAWAL);
        return status == ExemptionStatus.DRAFT
                ? move(ExemptionStatus.WITHDRAWN, new ExemptionMove.DraftDiscarded(id, stateVersion + 1, reasons))
                : move(
                        ExemptionStatus.WITHDRAWN,
                        new ExemptionMove.ApplicationWithdrawn(id, stateVersion + 1, reasons));
    }

    /** 认定 of a subject; the last one moves the case. */
    DomainEvent determine(ExemptionMove.DeterminationMade made, boolean last) {
        require(CaseAct.DETERMINATIONS);
        return last
                ? move(ExemptionStatus.DETERMINED, new ExemptionMove.LastSubjectDetermined(id, stateVersion + 1, made))
                : new CaseEvent.SubjectDetermined(id, ++stateVersion, made);
    }

    /** 反馈 to a subject; the last one moves the case. */
    DomainEvent notifySubject(ExemptionMove.FeedbackGiven given, boolean last) {
        require(CaseAct.FEEDBACK);
        return last
                ? move(ExemptionStatus.NOTIFIED, new ExemptionMove.LastSubjectNotified(id, stateVersion + 1, given))
                : new CaseEvent.SubjectNotified(id, ++stateVersion, given);
    }

    CaseEvent.CaseAssigned assign(Organ organ, String reasons) {
        require(CaseAct.ASSIGNMENTS);
        var from = handlingOrgan;
        handlingOrgan = organ;
        return new CaseEvent.CaseAssigned(id, ++stateVersion, from.id(), organ.id(), reasons);
    }

    CaseEvent.TeamNamed nameTeam(List<UUID> persons) {
        require(CaseAct.TEAM);
        return new CaseEvent.TeamNamed(id, ++stateVersion, persons);
    }

    CaseEvent.SubjectAdded addSubject(Subject subject) {
        require(CaseAct.SUBJECTS);
        return new CaseEvent.SubjectAdded(
                id,
                ++stateVersion,
                subject.id(),
                subject.personId(),
                subject.organId(),
                subject.status(),
                subject.duty());
    }

    CaseEvent.SupplementNoticed noticeSupplement(SupplementNotice notice) {
        require(CaseAct.SUPPLEMENTS);
        return new CaseEvent.SupplementNoticed(id, ++stateVersion, notice.id(), notice.wanted(), notice.due());
    }

    CaseEvent.SupplementReceived receiveSupplement(SupplementNotice notice) {
        require(CaseAct.SUPPLEMENT_RESPONSES);
        return new CaseEvent.SupplementReceived(id, ++stateVersion, notice.id(), notice.response(), notice.documents());
    }

    private <E extends DomainEvent> E move(ExemptionStatus to, E event) {
        if (status.next().get(to) != event.getClass()) {
            throw new IllegalStateException(status + " does not move to " + to + " by " + event.type());
        }
        status = to;
        stateVersion++;
        return event;
    }

    /** Why the act is not possible where the case stands; empty when it is. */
    Optional<Text> refusal(CaseAct act) {
        return act.possibleAt(status)
                ? Optional.empty()
                : Optional.of(new Text(
                        "案件现处“" + status.label().zh() + "”,不能进行此项办理",
                        "The case is " + status.label().en() + "; the act is not possible now"));
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
    void require(CaseAct act) {
        refusal(act).ifPresent(why -> {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, "wrong-status", why);
        });
    }

    UUID id() {
        return id;
    }

    CaseKind kind() {
        return kind;
    }

    /** 舟容〔2026〕123号; null before the application. */
    String number() {
        return number;
    }

    ExemptionStatus status() {
        return status;
    }

    Start start() {
        return start;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    String field() {
        return field;
    }

    String title() {
        return title;
    }

    String summary() {
        return summary;
    }

    LocalDate conductFrom() {
        return conductFrom;
    }

    LocalDate conductTo() {
        return conductTo;
    }

    Level level() {
        return level;
    }

    String accountabilityMatter() {
        return accountabilityMatter;
    }

    Person applicant() {
        return applicant;
    }

    /** Null before the application. */
    Organ handlingOrgan() {
        return handlingOrgan;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant appliedAt() {
        return appliedAt;
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
