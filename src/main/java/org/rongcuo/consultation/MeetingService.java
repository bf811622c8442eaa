package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.consultation.ConsultationRequests.CallMeeting;
import org.rongcuo.consultation.ConsultationRequests.RecordAttendance;
import org.rongcuo.consultation.ConsultationRequests.RecuseMember;
import org.rongcuo.consultation.ConsultationRequests.ReferCase;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 提请会商, and the meetings: called, attended, members recused. */
@ApplicationScoped
class MeetingService {
    private static final Text NOT_A_MEMBER = new Text("您不是该协调小组的成员", "You are not a member of the coordination group");

    private final CoordinationGroups groups;
    private final Consultations consultations;
    private final ConsultationMeetings meetings;
    private final Sittings sittings;
    private final MeetingSight sight;
    private final ConsultationOffer offer;
    private final CaseDesk desk;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    MeetingService(
            CoordinationGroups groups,
            Consultations consultations,
            ConsultationMeetings meetings,
            Sittings sittings,
            MeetingSight sight,
            ConsultationOffer offer,
            CaseDesk desk,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.groups = groups;
        this.consultations = consultations;
        this.meetings = meetings;
        this.sittings = sittings;
        this.sight = sight;
        this.offer = offer;
        this.desk = desk;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** The case goes before the group: an exemption waits for its conclusion, a filing stays where it is. */
    Consultation refer(CaseFile file, ReferCase wanted) {
        desk.requirePossible(file, ConsultationAct.REFERRAL, offer.impossible(file, ConsultationAct.REFERRAL));
        var group =
                wanted.group() == null ? offer.nearest(file.jurisdiction()).orElseThrow() : above(file, wanted.group());
        var consultation = new Consultation(
                file.id(),
                group.id(),
                file.round(),
                wanted.reasons(),
                actor.get().personId(),
                Instant.now(clock));
        consultations.add(consultation);
        desk.record(
                file,
                ConsultationAct.REFERRAL,
                version -> file.kind() == CaseKind.EXEMPTION
                        ? new ExemptionMove.ConsultationReferred(
                                file.id(), version, consultation.id(), group.id(), wanted.reasons())
                        : new ConsultationEvent.ConsultationAsked(
                                file.id(), version, consultation.id(), group.id(), wanted.reasons()));
        desk.openAccess(file);
        return consultation;
    }

    private CoordinationGroup above(CaseFile file, UUID wanted) {
        return groups.findByIdOptional(wanted)
                .filter(group -> group.jurisdiction().contains(file.jurisdiction())
                        && groups.current(group).isValidOn(Clocks.today(clock)))
                .orElseThrow(() -> Problem.invalid(
                        "/group",
                        "group-out-of-reach",
                        "应为本级或上级行政区划现行的协调小组",
                        "It must be a group of the case's jurisdiction or one above that exists now"));
    }

    /** @throws Problem 403 unless a member of the group */
    void authoriseCalling(CallMeeting wanted) {
        if (wanted != null && wanted.group() != null) {
            groups.findByIdOptional(wanted.group()).ifPresent(group -> {
                if (!sight.isMember(group.id(), Clocks.today(clock))) {
                    throw Problem.coded(ProblemType.NOT_ALLOWED, "not-a-member", NOT_A_MEMBER);
                }
            });
        }
    }

    ConsultationMeeting call(CallMeeting wanted) {
        List<Violation> violations = new ArrayList<>();
        var group = groups.findByIdOptional(wanted.group())
                .orElseThrow(() -> Problem.invalid("/group", "group-unknown", "没有此协调小组", "There is no such group"));
        var version = groups.current(group);
        if (version.memberOn(wanted.chair(), wanted.heldOn())
                .filter(member -> member.function().isCoLead())
                .isEmpty()) {
            violations.add(Violation.at(
                    "/chair", "not-a-co-lead", "主持人应为会议当日的牵头人", "The chair is a co-lead on the day of the meeting"));
        }
        if (wanted.heldOn().isBefore(Clocks.today(clock))) {
            violations.add(Violation.at("/heldOn", "in-the-past", "会议日期已过", "The date has passed"));
        }
        var named = named(wanted, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        named.stream().map(Consultation::caseId).distinct().sorted().forEach(this::requireBeforeGroup);
        for (var consultation : named) {
            requireFree(consultation);
        }
        var meeting = new ConsultationMeeting(
                group.id(),
                wanted.heldOn(),
                wanted.place(),
                wanted.chair(),
                wanted.consultations(),
                actor.get().personId(),
                Instant.now(clock));
        meetings.persistAndFlush(meeting);
        named.forEach(consultation -> consultation.scheduled(meeting.id()));
        groups.locked(group.id()).met(wanted.heldOn(), version.rhythm());
        events.fire(meeting.called());
        return meeting;
    }

    private List<Consultation> named(CallMeeting wanted, List<Violation> violations) {
        List<Consultation> named = new ArrayList<>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < wanted.consultations().size(); i++) {
            var id = wanted.consultations().get(i);
            var pointer = "/consultations/" + i;
            var found = consultations
                    .findByIdOptional(id)
                    .filter(each ->
                            each.groupId().equals(wanted.group()) && sight.seesCase(each.caseId(), Role.COORDINATOR));
            if (found.isEmpty()) {
                violations.add(Violation.at(
                        pointer, "consultation-unknown", "小组没有此项会商", "The group has no such consultation"));
            } else if (!seen.add(id)) {
                violations.add(Violation.at(pointer, "consultation-twice", "此项已列明", "It is named already"));
            } else {
                named.add(found.get());
            }
        }
        named.sort(Comparator.comparing(Consultation::caseId));
        return named;
    }

    private void requireBeforeGroup(UUID caseId) {
        desk.requirePossible(desk.locked(caseId), MeetingAct.CONCLUSION, Optional.empty());
    }

    /** Free is what no meeting has on its list but one that is over and came to nothing. */
    private void requireFree(Consultation consultation) {
        requireOpen(consultation);
        if (consultation.meetingId() != null
                && !meetings.findById(consultation.meetingId()).heldOn().isBefore(Clocks.today(clock))) {
            throw refused("already-scheduled", "其中一项已列入另一次会议", "One of them is on the list of another meeting already");
        }
    }

    void requireOpen(Consultation consultation) {
        if (consultations.conclusion(consultation.id()).isPresent()) {
            throw refused("already-concluded", "此项会商已有结论", "The consultation has been concluded");
        }
    }

    static Problem refused(String code, String zh, String en) {
        return Problem.coded(ProblemType.ACT_NOT_POSSIBLE, code, new Text(zh, en));
    }

    /** The meeting under its lock, for its chair, a co-lead or who called it. @throws Problem 404 or 403 */
    ConsultationMeeting authorisedLead(UUID id) {
        var meeting = sight.visible(id);
        requireMember(meeting);
        if (!leads(meeting)) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-the-party",
                    new Text("此项办理限于:主持人、牵头人、会议召集人", "Only for: the chair, co-leads, who called the meeting"));
        }
        return meetings.locked(id);
    }

    private boolean leads(ConsultationMeeting meeting) {
        var me = actor.get().personId();
        return meeting.chairId().equals(me)
                || meeting.calledBy().equals(me)
                || groups.current(meeting.groupId())
                        .memberOn(me, meeting.heldOn())
                        .filter(member -> member.function().isCoLead())
                        .isPresent();
    }

    private void requireMember(ConsultationMeeting meeting) {
        if (!sight.isMember(meeting.groupId(), meeting.heldOn())) {
            throw Problem.coded(ProblemType.NOT_ALLOWED, "not-a-member", NOT_A_MEMBER);
        }
    }

    /**
     * The meeting under its lock, for a member, after the case under its own.
     *
     * @param consultation null while it is not known which is meant
     * @throws Problem 404 or 403
     */
    ConsultationMeeting authorisedMember(UUID id, UUID consultation) {
        var meeting = sight.visible(id);
        requireMember(meeting);
        if (consultation != null && meeting.items().contains(consultation)) {
            desk.locked(consultations.findById(consultation).caseId());
        }
        return meetings.locked(id);
    }

    /** What is on the meeting's list and may be acted on. @throws Problem 422, or 409 when it is over or elsewhere */
    Consultation item(ConsultationMeeting meeting, UUID id, MeetingAct act) {
        var consultation = consultations.named(id, "/consultation");
        if (!meeting.items().contains(id)) {
            throw Problem.invalid("/consultation", "not-on-the-list", "本次会议没有此项", "The meeting has no such item");
        }
        if (!meeting.id().equals(consultation.meetingId())) {
            throw refused("taken-over", "此项已改由另一次会议会商", "Another meeting has taken it over");
        }
        requireOpen(consultation);
        desk.requirePossible(file(consultation), act, Optional.empty());
        return consultation;
    }

    /** The case, whose lock the current transaction holds. */
    CaseFile file(Consultation consultation) {
        return desk.locked(consultation.caseId());
    }

    /** @throws Problem 409 before the day of the meeting */
    void requireHeld(ConsultationMeeting meeting) {
        if (meeting.heldOn().isAfter(Clocks.today(clock))) {
            throw refused("not-yet-held", "会议尚未召开", "The meeting has not been held yet");
        }
    }

    ConsultationMeeting attend(ConsultationMeeting meeting, RecordAttendance wanted) {
        requireHeld(meeting);
        var version = groups.current(meeting.groupId());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < wanted.present().size(); i++) {
            if (version.memberOn(wanted.present().get(i), meeting.heldOn()).isEmpty()) {
                violations.add(Violation.at(
                        "/present/" + i, "not-a-member", "不是小组成员", "not a member of the coordination group"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var voted = consultations.votes(meeting.id()).stream()
                .map(SealedVote::personId)
                .toList();
        if (!wanted.present().containsAll(voted)) {
            throw refused("voted-already", "已表决的成员不能记为未到会", "Who has voted was present");
        }
        if (meeting.items().stream()
                .anyMatch(item -> consultations
                        .conclusion(item)
                        .filter(made -> made.meetingId().equals(meeting.id()))
                        .isPresent())) {
            throw refused("already-concluded", "会议已形成结论,不能再改到会情况", "The meeting has concluded");
        }
        events.fire(meeting.attended(new HashSet<>(wanted.present())));
        return meeting;
    }

    /** A member declares the own recusal; that of another is decided by who leads the meeting and is not recused. */
    ConsultationMeeting recuse(ConsultationMeeting meeting, RecuseMember wanted) {
        var consultation = item(meeting, wanted.consultation(), MeetingAct.RECUSAL);
        var file = file(consultation);
        var sitting = sittings.of(meeting, file);
        var me = actor.get().personId();
        var member = wanted.member() == null ? me : wanted.member();
        var own = member.equals(me);
        var leads = meeting.chairId().equals(me) || sitting.isCoLead(me);
        if (!own && (!leads || sitting.recused().containsKey(me))) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-the-party",
                    new Text("他人的回避由主持人或牵头人决定", "Another's recusal is decided by the chair or a co-lead"));
        }
        if (!sitting.isMember(member)) {
            throw Problem.invalid("/member", "not-a-member", "不是小组成员", "not a member of the coordination group");
        }
        if (sitting.recused().containsKey(member)) {
            throw refused("already-recused", "该成员已经回避", "The member is recused already");
        }
        consultations.add(new ConsultationRecusal(
                consultation.id(), meeting.id(), member, wanted.reasons(), me, Instant.now(clock)));
        meeting.changed();
        events.fire(new ConsultationEvent.MemberRecused(
                file.id(),
                file.stateVersion(),
                consultation.id(),
                meeting.id(),
                member,
                own,
                Sha256.of(wanted.reasons())));
        desk.openAccess(file);
        return meeting;
    }
}
