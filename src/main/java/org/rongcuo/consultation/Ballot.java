package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.consultation.ConsultationRequests.CastVote;
import org.rongcuo.consultation.ConsultationRequests.ConcludeConsultation;
import org.rongcuo.consultation.ConsultationRequests.ResultFor;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.GroupResult;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sealing;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 表决 and 会商结论: one sealed vote of each member, and what their majority holds. */
@ApplicationScoped
class Ballot {
    private final Consultations consultations;
    private final MeetingService meetings;
    private final Sittings sittings;
    private final MeetingSight sight;
    private final CaseDesk desk;
    private final Sealing sealing;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Ballot(
            Consultations consultations,
            MeetingService meetings,
            Sittings sittings,
            MeetingSight sight,
            CaseDesk desk,
            Sealing sealing,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.consultations = consultations;
        this.meetings = meetings;
        this.sittings = sittings;
        this.sight = sight;
        this.desk = desk;
        this.sealing = sealing;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    SealedVote cast(ConsultationMeeting meeting, CastVote wanted) {
        var consultation = meetings.item(meeting, wanted.consultation(), MeetingAct.VOTE);
        var file = meetings.file(consultation);
        var sitting = sittings.of(meeting, file);
        requireEntitled(file, sitting);
        meetings.requireHeld(meeting);
        if (!sitting.entitled().contains(actor.get().personId())) {
            throw MeetingService.refused("not-present", "您未被记为到会", "You are not recorded as present");
        }
        var subjects = subjects(file);
        List<Violation> violations = new ArrayList<>();
        if (!subjects.contains(wanted.subject())) {
            violations.add(unknownSubject("/subject"));
        }
        if (!wanted.vote().suits(file.kind()) || !wanted.vote().isVote()) {
            violations.add(unsuitable("/vote"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var me = actor.get().personId();
        if (consultations.votes(meeting.id(), consultation.id()).stream()
                .anyMatch(cast -> cast.personId().equals(me) && Objects.equals(cast.subjectId(), wanted.subject()))) {
            throw MeetingService.refused(
                    "already-voted", "您已表决,一人一票,不能更改", "You have voted; one vote each, which stands");
        }
        var vote = new SealedVote(
                meeting.id(),
                consultation.id(),
                wanted.subject(),
                me,
                wanted.vote(),
                wanted.dissent(),
                wanted.reasons(),
                sealing,
                Instant.now(clock));
        consultations.add(vote);
        events.fire(new ConsultationEvent.VoteCast(
                file.id(),
                file.stateVersion(),
                consultation.id(),
                meeting.id(),
                vote.id(),
                vote.subjectId(),
                me,
                vote.commitment()));
        return vote;
    }

    /** @throws Problem 403 for who is recused, 404 for who is not cleared for the case */
    private void requireEntitled(CaseFile file, Sitting sitting) {
        if (sitting.recused().containsKey(actor.get().personId())) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "recused",
                    new Text("您对本案应当回避,不参加会商和表决", "You are recused from the case and do not vote on it"));
        }
        if (!sight.seesCase(file.id(), Role.COORDINATOR)) {
            throw Problem.notFound();
        }
    }

    /** On whom is voted: the subjects whose outcome is open; null stands for a filing as a whole. */
    private Set<UUID> subjects(CaseFile file) {
        Set<UUID> subjects = new HashSet<>();
        if (file.kind() == CaseKind.PRIOR_FILING) {
            subjects.add(null);
        } else {
            desk.undetermined(file).stream().map(Subject::id).forEach(subjects::add);
        }
        return subjects;
    }

    private static Violation unknownSubject(String pointer) {
        return Violation.at(
                pointer,
                "subject-unknown",
                "应为本案尚未认定的当事人;事前报备不填",
                "It must be a subject of the case whose outcome is open; none for a filing");
    }

    private static Violation unsuitable(String pointer) {
        return Violation.at(pointer, "unsuitable-vote", "不适用于此类案件", "It does not suit this kind of case");
    }

    /** What the group holds by its majority; the case goes back to be verified when that is what they voted. */
    GroupConclusion conclude(ConsultationMeeting meeting, ConcludeConsultation wanted) {
        var consultation = meetings.item(meeting, wanted.consultation(), MeetingAct.CONCLUSION);
        var file = meetings.file(consultation);
        var sitting = sittings.of(meeting, file);
        requireEntitled(file, sitting);
        var me = actor.get().personId();
        if (!meeting.chairId().equals(me) && !sitting.isCoLead(me)) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-the-party",
                    new Text("会商结论由主持人或牵头人形成", "The chair or a co-lead concludes"));
        }
        meetings.requireHeld(meeting);
        if (!sitting.isQuorate()) {
            throw MeetingService.refused(
                    "no-quorum",
                    "未达到法定人数:应到 " + sitting.counted().size() + " 人(回避的不计),须到 " + sitting.needed() + " 人(其中牵头人 "
                            + sitting.coLeads() + " 人),有表决权的到会 "
                            + sitting.entitled().size() + " 人(其中牵头人 " + sitting.coLeadsPresent() + " 人)",
                    "No quorum: " + sitting.needed() + " of "
                            + sitting.counted().size() + " members not recused are needed, "
                            + sitting.coLeads() + " of them co-leads; "
                            + sitting.entitled().size() + " entitled are present, " + sitting.coLeadsPresent()
                            + " of them co-leads");
        }
        var results = results(meeting, consultation, file, sitting, wanted);
        var conclusion = new GroupConclusion(
                consultation.id(),
                meeting.id(),
                wanted.form(),
                results,
                wanted.minutes(),
                sitting.entitled(),
                me,
                Instant.now(clock));
        consultations.add(conclusion);
        meeting.changed();
        var told = results.stream().map(GroupResult::told).toList();
        events.fire(file.record(
                MeetingAct.CONCLUSION,
                version -> wanted.form() == ConclusionForm.RETURN && file.kind() == CaseKind.EXEMPTION
                        ? new ExemptionMove.ConsultationReturned(
                                file.id(), version, consultation.id(), meeting.id(), told, conclusion.minutesHash())
                        : new ConsultationEvent.ConsultationConcluded(
                                file.id(),
                                version,
                                consultation.id(),
                                meeting.id(),
                                wanted.form(),
                                told,
                                conclusion.minutesHash())));
        desk.openAccess(file);
        return conclusion;
    }

    private List<GroupResult> results(
            ConsultationMeeting meeting,
            Consultation consultation,
            CaseFile file,
            Sitting sitting,
            ConcludeConsultation wanted) {
        List<Violation> violations = new ArrayList<>();
        List<GroupResult> results = new ArrayList<>();
        var open = subjects(file);
        for (int i = 0; i < wanted.results().size(); i++) {
            var result = wanted.results().get(i);
            var pointer = "/results/" + i;
            if (!open.remove(result.subject())) {
                violations.add(unknownSubject(pointer + "/subject"));
            } else if (!result.result().suits(file.kind()) || !result.result().isResult()) {
                violations.add(unsuitable(pointer + "/result"));
            } else {
                results.add(followed(meeting, consultation, sitting, result, pointer, violations));
            }
        }
        var returns = wanted.results().stream().anyMatch(result -> result.result() == Vote.MORE_VERIFICATION);
        if (returns != (wanted.form() == ConclusionForm.RETURN)) {
            violations.add(Violation.at(
                    "/form",
                    "form-of-result",
                    "补充核实的,应退回;退回须有当事人须补充核实",
                    "More verification means a return, and a return means more verification of some subject"));
        }
        if (wanted.form() == ConclusionForm.DECISION
                && wanted.results().stream().allMatch(result -> result.result() == Vote.NO_MAJORITY)) {
            violations.add(Violation.at(
                    "/form",
                    "form-of-result",
                    "未形成多数意见的,没有可以决定的事项,以会商意见(ADVICE)记录",
                    "Without a majority nothing is decided; conclude with ADVICE"));
        }
        if (!returns && !open.isEmpty()) {
            violations.add(Violation.at(
                    "/results",
                    "result-missing",
                    "每名尚未认定的当事人均应有结果",
                    "Every subject whose outcome is open needs a result"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return results;
    }

    /** The result with its tally, if it is what the majority of those entitled voted, or rightly that there is none. */
    private GroupResult followed(
            ConsultationMeeting meeting,
            Consultation consultation,
            Sitting sitting,
            ResultFor wanted,
            String pointer,
            List<Violation> violations) {
        Map<String, Integer> tally = new TreeMap<>();
        var entitled = sitting.entitled();
        consultations.votes(meeting.id(), consultation.id()).stream()
                .filter(vote ->
                        Objects.equals(vote.subjectId(), wanted.subject()) && entitled.contains(vote.personId()))
                .forEach(vote -> tally.merge(vote.opened(sealing).vote().name(), 1, Integer::sum));
        if (wanted.result() == Vote.NO_MAJORITY) {
            refuseMajority(sitting, tally, pointer, violations);
        } else if (!sitting.isMajority(tally.getOrDefault(wanted.result().name(), 0))) {
            violations.add(Violation.at(
                    pointer + "/result",
                    "not-the-majority",
                    "结果应为到会有表决权成员过半数所投;没有任何一种过半数的,结果填 NO_MAJORITY(未形成多数意见),案件由认定机关认定或由承办人撤回会商",
                    "The result must be what more than half of the entitled members present voted; where nothing has"
                            + " a majority conclude NO_MAJORITY, and people go on without an opinion of the group"));
        }
        return new GroupResult(wanted.subject(), wanted.result().name(), tally);
    }

    /** That there is no majority is right only when nothing has one, nor can have by votes that are still to be cast. */
    private static void refuseMajority(
            Sitting sitting, Map<String, Integer> tally, String pointer, List<Violation> violations) {
        var cast = tally.values().stream().mapToInt(Integer::intValue).sum();
        var most = tally.entrySet().stream()
                .filter(each -> Vote.valueOf(each.getKey()).isResult())
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        if (sitting.isMajority(most)) {
            violations.add(Violation.at(
                    pointer + "/result",
                    "majority-reached",
                    "已有一种意见过半数,结果应为该意见",
                    "There is a majority, which is the result"));
        } else if (sitting.isMajority(most + sitting.entitled().size() - cast)) {
            violations.add(
                    Violation.at(
                            pointer + "/result",
                            "votes-outstanding",
                            "尚有到会成员未表决,仍可能形成多数;未到会或已离会的,请更正到会情况",
                            "Members present have not voted and may make a majority; who is not there is not recorded as present"));
        }
    }
}
