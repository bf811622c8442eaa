package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.consultation.GroupRequests.EstablishGroup;
import org.rongcuo.consultation.GroupRequests.GroupContent;
import org.rongcuo.consultation.GroupRequests.NameMember;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

/** Administrators of a jurisdiction keep its coordination groups; they see no case by that. */
@ApplicationScoped
class GroupService {
    private final CoordinationGroups groups;
    private final Consultations consultations;
    private final CaseDesk desk;
    private final Jurisdictions jurisdictions;
    private final Organs organs;
    private final Persons persons;
    private final CurrentRights rights;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    GroupService(
            CoordinationGroups groups,
            Consultations consultations,
            CaseDesk desk,
            Jurisdictions jurisdictions,
            Organs organs,
            Persons persons,
            CurrentRights rights,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.groups = groups;
        this.consultations = consultations;
        this.desk = desk;
        this.jurisdictions = jurisdictions;
        this.organs = organs;
        this.persons = persons;
        this.rights = rights;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem 403 unless an administrator of the place */
    void authorise(EstablishGroup wanted) {
        if (wanted != null && wanted.jurisdiction() != null) {
            jurisdictions
                    .findByIdOptional(wanted.jurisdiction())
                    .ifPresent(place -> rights.requireOver(place, Role.ADMINISTRATOR));
        }
    }

    /**
     * The group under its lock; the cases before it are locked first, since they open to other members.
     *
     * @throws Problem 404, or 403 unless an administrator of its place
     */
    CoordinationGroup authorised(UUID id) {
        var group = groups.known(id);
        rights.requireOver(group.jurisdiction(), Role.ADMINISTRATOR);
        consultations.casesOf(id).forEach(desk::locked);
        return groups.locked(id);
    }

    GroupView establish(EstablishGroup wanted) {
        List<Violation> violations = new ArrayList<>();
        if (jurisdictions.findByIdOptional(wanted.jurisdiction()).isEmpty()) {
            violations.add(Jurisdictions.unknown(wanted.jurisdiction(), "/jurisdiction"));
        }
        check(wanted.content(), "/content", violations);
        var group = new CoordinationGroup(jurisdictions.findById(wanted.jurisdiction()));
        groups.persist(group);
        return keep(group, wanted.content());
    }

    GroupView revise(CoordinationGroup group, GroupContent content) {
        check(content, "", new ArrayList<>());
        var view = keep(group, content);
        groups.flush();
        consultations.casesOf(group.id()).stream().map(desk::locked).forEach(this::open);
        return view;
    }

    private void open(CaseFile file) {
        if (!file.status().isEnded()) {
            desk.openAccess(file);
        }
    }

    private GroupView keep(CoordinationGroup group, GroupContent content) {
        var number = group.revise(content.nextMeetingOn());
        var version = new GroupVersion(group.id(), number, content, actor.get().personId(), Instant.now(clock));
        groups.add(version);
        events.fire(
                number == 1
                        ? new ConsultationEvent.GroupEstablished(
                                group.id(), number, group.jurisdiction().code(), content)
                        : new ConsultationEvent.GroupRevised(group.id(), number, content));
        return GroupView.of(group, version, persons);
    }

    /** @param pointer where it stands in the request's body @throws Problem 422 */
    private void check(GroupContent content, String pointer, List<Violation> violations) {
        if (content.validTo() != null && content.validTo().isBefore(content.validFrom())) {
            violations.add(
                    Violation.at(pointer + "/validTo", "before-start", "不得早于起始日", "must not precede the first day"));
        }
        if (content.rhythm() != null && content.nextMeetingOn() == null) {
            violations.add(Violation.at(
                    pointer + "/nextMeetingOn",
                    "rhythm-without-date",
                    "定期会商应写明下次日期",
                    "A group that consults regularly names its next date"));
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < content.members().size(); i++) {
            check(content.members().get(i), pointer + "/members/" + i, seen, violations);
        }
        for (var lead : GroupFunction.values()) {
            if (lead.isCoLead() && content.members().stream().noneMatch(member -> member.function() == lead)) {
                violations.add(Violation.at(
                        pointer + "/members",
                        "co-lead-missing",
                        "缺少" + lead.label().zh(),
                        "There is no " + lead.label().en()));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private void check(NameMember member, String pointer, Set<UUID> seen, List<Violation> violations) {
        if (!seen.add(member.person())) {
            violations.add(Violation.at(pointer + "/person", "member-twice", "此人已列明", "The person is named already"));
        }
        var organ = organs.findByIdOptional(member.organ());
        if (organ.isEmpty()) {
            violations.add(Violation.at(pointer + "/organ", "organ-unknown", "没有此机关", "There is no such organ"));
        } else if (!member.function().suits(organ.get().kind())) {
            violations.add(Violation.at(
                    pointer + "/organ",
                    "organ-of-another-kind",
                    member.function().label().zh() + "应来自相应机关",
                    "A " + member.function().label().en() + " comes from such an organ"));
        }
        if (!persons.holds(member.person(), Role.COORDINATOR, member.organ())) {
            violations.add(Violation.at(
                    pointer + "/person",
                    "no-coordinator",
                    "此人在该机关没有“协调小组成员”角色",
                    "The person does not hold the role of a coordinator in the organ"));
        }
    }
}
