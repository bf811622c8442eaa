package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.cases.CaseRequests.GiveFeedback;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.Matter;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 认定 and 反馈: the table advises, people determine, the subject is told. */
@ApplicationScoped
class DeterminationService {
    private final Subjects subjects;
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final ChecklistService checklists;
    private final EvaluationRecords records;
    private final CaseService service;
    private final CaseActs acts;
    private final GroupDecisions groupDecisions;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    DeterminationService(
            Subjects subjects,
            Determinations determinations,
            Feedbacks feedbacks,
            ChecklistService checklists,
            EvaluationRecords records,
            CaseService service,
            CaseActs acts,
            GroupDecisions groupDecisions,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.subjects = subjects;
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.checklists = checklists;
        this.records = records;
        this.service = service;
        this.acts = acts;
        this.groupDecisions = groupDecisions;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** The checklist of a case's subject, judged as of today; once the subject is determined, as it was determined. */
    ChecklistService.Sheet sheet(CaseFile file, Subject subject) {
        return new ChecklistService.Sheet(
                file.id(),
                subject.id(),
                file.stateVersion(),
                new Matter(
                        file.jurisdiction().code(),
                        file.field(),
                        subject.status(),
                        file.conductTo(),
                        Clocks.today(clock)),
                determinations
                        .ofSubject(subject.id())
                        .map(made -> new ChecklistService.Decided(made.evaluation(), made.determinedAt()))
                        .orElse(null),
                file.appliedAt());
    }

    Determination determine(CaseFile file, Determine wanted) {
        acts.requirePossible(file, CaseAct.DETERMINATIONS);
        var subject = subjects.named(file.id(), wanted.subject());
        requireOpen(subject.id());
        var record = records.of(file.id(), subject.id(), wanted.evaluation())
                .orElseThrow(() -> Problem.invalid(
                        "/evaluation", "evaluation-unknown", "对此当事人没有这一评估记录", "The subject has no such evaluation"));
        requireSound(file, wanted, record);
        groupDecisions.requireFollowed(file, subject.id(), wanted.outcome());
        checklists.requireCurrent(sheet(file, subject), record);
        var determination = new Determination(
                file.id(), wanted, record, file.handlingOrgan(), actor.get().personId(), Instant.now(clock));
        determinations.persist(determination);
        determinations.flush();
        var last = determinations.of(file.id()).size() == subjects.of(file.id()).size();
        events.fire(file.record(
                CaseAct.DETERMINATIONS,
                version -> last
                        ? new ExemptionMove.LastSubjectDetermined(file.id(), version, determination.made())
                        : new CaseEvent.SubjectDetermined(file.id(), version, determination.made())));
        service.openAccess(file);
        return determination;
    }

    boolean isOpen(UUID subjectId) {
        return determinations.ofSubject(subjectId).isEmpty();
    }

    /** What a subject's determination rests on stays as it is. @throws Problem 409 once the subject is determined */
    void requireOpen(UUID subjectId) {
        if (determinations.ofSubject(subjectId).isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-determined",
                    new Text("对此当事人已经作出认定", "The subject has been determined"));
        }
    }

    private void requireSound(CaseFile file, Determine wanted, EvaluationRecord record) {
        List<Violation> violations = new ArrayList<>();
        var advised = record.content().recommendation().code();
        var open = record.content().leavesOpen();
        if (wanted.outcome() == Recommendation.REFER) {
            violations.add(Violation.at("/outcome", "not-an-outcome", "认定须有结论,不得为 REFER", "REFER is no outcome"));
        }
        if ((wanted.outcome() == Recommendation.MITIGATE) != (wanted.ladderStep() != null)) {
            violations.add(Violation.at(
                    "/ladderStep",
                    "ladder-step",
                    "减责须写明档次,其他结果不得有档次",
                    "MITIGATE names its step, no other outcome has one"));
        }
        if (wanted.outcome() != advised && blank(wanted.departureReasons())) {
            violations.add(Violation.at(
                    "/departureReasons",
                    "departure-without-reasons",
                    "认定与建议(" + advised.label().zh() + ")不一致,须说明理由",
                    "It departs from the recommendation (" + advised + "); give reasons"));
        }
        if (wanted.outcome() == advised && wanted.departureReasons() != null) {
            violations.add(Violation.at(
                    "/departureReasons", "no-departure", "与建议一致,不应填写", "It follows the recommendation; leave it out"));
        }
        if (open && blank(wanted.openItemsReasons())) {
            violations.add(Violation.at(
                    "/openItemsReasons",
                    "open-items-without-reasons",
                    "尚有事项未查明,须说明为何仍作认定",
                    "Items are open; give reasons for determining nevertheless"));
        }
        if (open && wanted.outcome() == Recommendation.EXEMPT) {
            violations.add(Violation.at(
                    "/outcome", "exempt-with-open-items", "尚有事项未查明,不得认定免责", "Never EXEMPT while items are open"));
        }
        if (!open && wanted.openItemsReasons() != null) {
            violations.add(
                    Violation.at("/openItemsReasons", "no-open-items", "各项均已查明,不应填写", "No item is open; leave it out"));
        }
        var held = wanted.meeting().heldOn();
        if (held.isAfter(Clocks.today(clock)) || held.isBefore(Clocks.dateOf(file.appliedAt()))) {
            violations.add(Violation.at(
                    "/meeting/heldOn",
                    "meeting-date",
                    "会议日期应在申请之后、今日之前(含当日)",
                    "The meeting lies between the application and today"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    Feedback feedBack(CaseFile file, GiveFeedback wanted) {
        acts.requirePossible(file, CaseAct.FEEDBACK);
        var subject = subjects.named(file.id(), wanted.subject());
        var given = feedbacks.of(file.id());
        if (given.stream().anyMatch(feedback -> feedback.subjectId().equals(subject.id()))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-notified",
                    new Text("已向此当事人反馈", "The subject has been told"));
        }
        var determinedOn = Clocks.dateOf(
                determinations.ofSubject(subject.id()).orElseThrow().determinedAt());
        if (wanted.deliveredOn().isAfter(Clocks.today(clock))
                || wanted.deliveredOn().isBefore(determinedOn)) {
            throw Problem.invalid(
                    "/deliveredOn",
                    "delivery-date",
                    "送达日期应在认定之后、今日之前(含当日)",
                    "Delivery lies between the determination and today");
        }
        var feedback = new Feedback(
                file.id(),
                subject.id(),
                wanted.deliveredOn(),
                wanted.method(),
                wanted.remedies(),
                wanted.note(),
                actor.get().personId(),
                Instant.now(clock));
        feedbacks.persist(feedback);
        var last = given.size() + 1 == subjects.of(file.id()).size();
        events.fire(file.record(
                CaseAct.FEEDBACK,
                version -> last
                        ? new ExemptionMove.LastSubjectNotified(file.id(), version, feedback.given())
                        : new CaseEvent.SubjectNotified(file.id(), version, feedback.given())));
        return feedback;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
