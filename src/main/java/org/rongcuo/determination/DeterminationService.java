package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.ConsultationResults;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.VerificationRecord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** 认定: the table advises, people determine, in each round anew. */
@ApplicationScoped
class DeterminationService implements ActSource {
    private final Determinations determinations;
    private final ChecklistService checklists;
    private final EvaluationRecords records;
    private final EvaluationService evaluations;
    private final CaseDesk desk;
    private final Instance<ConsultationResults> consultations;
    private final VerificationRecord verification;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    DeterminationService(
            Determinations determinations,
            ChecklistService checklists,
            EvaluationRecords records,
            EvaluationService evaluations,
            CaseDesk desk,
            Instance<ConsultationResults> consultations,
            VerificationRecord verification,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.determinations = determinations;
        this.checklists = checklists;
        this.records = records;
        this.evaluations = evaluations;
        this.desk = desk;
        this.consultations = consultations;
        this.verification = verification;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, DeterminationAct.values(), (file, act) -> Optional.empty());
    }

    Determination determine(CaseFile file, Determine wanted) {
        desk.requirePossible(file, DeterminationAct.DETERMINATIONS, Optional.empty());
        var subject = desk.namedSubject(file, wanted.subject());
        if (determinations.ofSubject(file, subject.id()).isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-determined",
                    new Text("对此当事人已经作出认定", "The subject has been determined"));
        }
        var record = records.of(file.id(), subject.id(), wanted.evaluation())
                .orElseThrow(() -> Problem.invalid(
                        "/evaluation", "evaluation-unknown", "对此当事人没有这一评估记录", "The subject has no such evaluation"));
        var before = determinations.standingOf(subject.id());
        var group = consultations.stream()
                .flatMap(source -> source.of(file.id(), subject.id(), file.round()).stream())
                .findFirst();
        List<Violation> violations = new ArrayList<>();
        var ruling = wanted.ruling();
        ruling.check(record.content(), violations);
        var effects = ruling.effects(
                evaluations.consequences(record.content(), file.jurisdiction().code(), ruling.outcome(), null),
                violations);
        checkMeeting(wanted.meeting(), Clocks.dateOf(file.appliedAt()), Clocks.today(clock), violations);
        before.ifPresent(standing -> checkAnew(file, wanted, record, standing, violations));
        if (before.isEmpty() && wanted.heavierReasons() != null) {
            violations.add(NOT_HEAVIER);
        }
        checkConsultation(wanted, group, violations);
        Violations.refuse(violations);
        checklists.requireCurrent(desk.sheet(file, subject.id()), record);
        var place = new Determination.Place(
                file.round(),
                before.isPresent() ? DeterminationOrigin.REVERIFIED : DeterminationOrigin.FIRST,
                before.map(Determination::id).orElse(null),
                wanted.heavierReasons(),
                group.map(ConsultationResults.Result::consultation).orElse(null),
                wanted.consultationReasons());
        var determination = new Determination(
                file.id(),
                ruling,
                record,
                effects,
                place,
                file.handlingOrgan(),
                actor.get().personId(),
                Instant.now(clock));
        determinations.add(determination);
        var last = determinations.ofRound(file.id(), file.round()).size()
                == desk.subjects(file.id()).size();
        events.fire(file.record(
                DeterminationAct.DETERMINATIONS,
                version -> last
                        ? new ExemptionMove.LastSubjectDetermined(file.id(), version, determination.made())
                        : new OutcomeEvent.SubjectDetermined(file.id(), version, determination.made())));
        desk.openAccess(file);
        return determination;
    }

    static void checkMeeting(
            Determine.Meeting meeting,
            java.time.LocalDate first,
            java.time.LocalDate today,
            List<Violation> violations) {
        if (meeting.heldOn().isAfter(today) || meeting.heldOn().isBefore(first)) {
            violations.add(Violation.at(
                    "/meeting/heldOn",
                    "meeting-date",
                    "会议日期应在申请之后、今日之前(含当日)",
                    "The meeting lies between the application and today"));
        }
    }

    /**
     * In a new round: judged anew, by a meeting that had the round's report before it, and heavier only on new facts and after
     * hearing the subject again. What the subject argues makes nothing heavier (政务处分法 43): new facts are in a document.
     */
    private void checkAnew(
            CaseFile file,
            Determine wanted,
            EvaluationRecord record,
            Determination standing,
            List<Violation> violations) {
        if (!record.at().isAfter(standing.determinedAt())) {
            violations.add(Violation.at(
                    "/evaluation",
                    "evaluation-of-earlier-round",
                    "所据评估早于原认定,请在再核查后重新评估",
                    "The evaluation is older than the determination it would replace; evaluate again"));
        }
        verification
                .reportedAt(file.id(), file.round())
                .map(Clocks::dateOf)
                .filter(wanted.meeting().heldOn()::isBefore)
                .ifPresent(reported -> violations.add(Violation.at(
                        "/meeting/heldOn",
                        "meeting-before-report",
                        "会议不得早于本轮核实报告(" + reported + ")",
                        "The meeting does not precede this round's report (" + reported + ")")));
        if (wanted.outcome() == Recommendation.REFER) {
            return;
        }
        if (!wanted.ruling().weight().heavierThan(Weight.of(standing))) {
            if (wanted.heavierReasons() != null) {
                violations.add(NOT_HEAVIER);
            }
            return;
        }
        if (Ruling.blank(wanted.heavierReasons())) {
            violations.add(Violation.at(
                    "/heavierReasons",
                    "heavier-without-new-facts",
                    "重于原认定,须写明所据的新事实",
                    "It is heavier than before; name the new facts"));
        }
        if (desk.documentsAddedAfter(file.id(), standing.determinedAt()).isEmpty()) {
            violations.add(Violation.at(
                    "/heavierReasons",
                    "heavier-without-new-evidence",
                    "重于原认定,至少应有一件原认定之后提交的材料",
                    "It is heavier than before; at least one document must have been added since the determination"));
        }
        if (!verification.heard(file.id(), wanted.subject(), file.round())) {
            violations.add(Violation.at(
                    "/outcome",
                    "heavier-without-hearing",
                    "重于原认定,须先在本轮听取当事人陈述申辩;放弃陈述、本轮之前的谈话不算",
                    "It is heavier than before; the subject is heard in this round first; a waiver or an earlier talk is no"
                            + " hearing"));
        }
    }

    private static void checkConsultation(
            Determine wanted, Optional<ConsultationResults.Result> group, List<Violation> violations) {
        var departs = group.map(ConsultationResults.Result::outcome)
                .filter(outcome -> outcome != wanted.outcome())
                .isPresent();
        if (departs && group.orElseThrow().binding()) {
            violations.add(Violation.at(
                    "/outcome",
                    "departs-from-group-decision",
                    "协调小组已决定“" + group.orElseThrow().outcome().label().zh() + "”,认定不得与之不同",
                    "The coordination group has decided " + group.orElseThrow().outcome()
                            + "; the determination follows it"));
        } else if (departs && Ruling.blank(wanted.consultationReasons())) {
            violations.add(Violation.at(
                    "/consultationReasons",
                    "consultation-departure-without-reasons",
                    "认定与会商意见不一致,须说明理由",
                    "It departs from the coordination group's result; give reasons"));
        }
        if (!departs && wanted.consultationReasons() != null) {
            violations.add(Violation.at(
                    "/consultationReasons",
                    "no-consultation-departure",
                    "没有与之不一致的会商意见,不应填写",
                    "There is no result of the group that it departs from; leave it out"));
        }
    }

    private static final Violation NOT_HEAVIER = Violation.at(
            "/heavierReasons", "not-heavier", "不重于原认定,不应填写", "It is not heavier than before; leave it out");
}
