package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Grant;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.StaffingRequests.DecideRecusal;
import org.rongcuo.cases.StaffingRequests.Recuse;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.VerificationRecord;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;

/** 回避: declared, demanded, decided. Whoever is recused leaves the investigators and the team. */
@ApplicationScoped
class RecusalService {
    private final CaseDesk desk;
    private final CaseActs acts;
    private final StaffingActs possible;
    private final RecusalRecords records;
    private final VerificationRecord verification;
    private final CaseTeams teams;
    private final Deadlines deadlines;
    private final Persons persons;
    private final Organs organs;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<DomainEvent> events;
    private final Clock clock;

    RecusalService(
            CaseDesk desk,
            CaseActs acts,
            StaffingActs possible,
            RecusalRecords records,
            VerificationRecord verification,
            CaseTeams teams,
            Deadlines deadlines,
            Persons persons,
            Organs organs,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events,
            Clock clock) {
        this.desk = desk;
        this.acts = acts;
        this.possible = possible;
        this.records = records;
        this.verification = verification;
        this.teams = teams;
        this.deadlines = deadlines;
        this.persons = persons;
        this.organs = organs;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    Recusal recuse(CaseFile file, Recuse wanted) {
        desk.requirePossible(file, StaffingAct.RECUSALS, Optional.empty());
        var me = actor.get().personId();
        var person = persons.named(wanted.person(), "/person").id();
        var own = person.equals(me);
        if (own) {
            requireOthersInTeam(file, person);
        }
        var recusal = taken(file, person, wanted);
        records.persist(recusal);
        records.flush();
        var hash = Sha256.of(recusal.explanation());
        events.fire(
                own
                        ? new StaffingEvent.RecusalDeclared(
                                file.id(), file.stateVersion(), recusal.id(), person, recusal.ground(), hash)
                        : new StaffingEvent.RecusalDemanded(
                                file.id(), file.stateVersion(), recusal.id(), person, recusal.ground(), hash));
        if (own) {
            deadlines.meet(file.id(), Step.RECUSAL_DECISION, recusal.id());
            leaveOut(file, person);
        } else {
            deadlines.begin(file.id(), Step.RECUSAL_DECISION, recusal.id());
        }
        return recusal;
    }

    /** A new one; or what was demanded, when the person declares it. */
    private Recusal taken(CaseFile file, UUID person, Recuse wanted) {
        var me = actor.get().personId();
        if (acts.isConcerned(file, person)) {
            throw alreadyRecused();
        }
        var standing = records.standing(file.id(), person).orElse(null);
        if (standing != null && standing.granted() != null) {
            throw alreadyRecused();
        }
        if (standing != null && person.equals(me)) {
            standing.decide(true, wanted.explanation(), me, Instant.now(clock));
            return standing;
        }
        if (standing != null) {
            throw Problem.invalid("/person", "demanded-already", "已申请其回避,尚未决定", "It is demanded, and undecided");
        }
        var refused = records.of(file.id()).stream()
                .anyMatch(known -> known.personId().equals(person) && known.ground() == wanted.ground());
        if (refused && !person.equals(me)) {
            throw Problem.invalid("/ground", "refused-before", "以同一事由申请回避,已被驳回", "A demand on this ground was refused");
        }
        return new Recusal(file.id(), person, wanted.ground(), wanted.explanation(), me, Instant.now(clock));
    }

    private static Problem alreadyRecused() {
        return Problem.invalid("/person", "recused-already", "本来就应当回避,或已经回避", "The person is recused already");
    }

    /** A team left without anybody would open the case to all who were shut out. */
    private void requireOthersInTeam(CaseFile file, UUID person) {
        if (teams.of(file.id()).equals(List.of(person))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "last-of-the-team",
                    new Text("办案组只有其一人,请先指定他人", "The team has nobody else; name others first"));
        }
    }

    private void leaveOut(CaseFile file, UUID person) {
        verification.leaveOut(file.id(), person);
        List<UUID> team = new ArrayList<>(teams.of(file.id()));
        if (team.remove(person)) {
            teams.replace(file.id(), team);
            desk.openAccess(file);
        }
    }

    Recusal decide(CaseFile file, UUID recusalId, DecideRecusal wanted) {
        desk.requirePossible(
                file, StaffingAct.RECUSAL_DECISIONS, possible.impossible(file, StaffingAct.RECUSAL_DECISIONS));
        var recusal = records.of(file.id(), recusalId);
        if (recusal.personId().equals(actor.get().personId())) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED, "own-recusal", new Text("不得决定本人的回避", "Nobody decides the own recusal"));
        }
        requireAbove(file, recusal.personId());
        if (wanted.granted()) {
            requireOthersInTeam(file, recusal.personId());
        }
        recusal.decide(wanted.granted(), wanted.reasons(), actor.get().personId(), Instant.now(clock));
        records.flush();
        events.fire(new StaffingEvent.RecusalDecided(
                file.id(),
                file.stateVersion(),
                recusal.id(),
                recusal.personId(),
                wanted.granted(),
                Sha256.of(wanted.reasons())));
        deadlines.meet(file.id(), Step.RECUSAL_DECISION, recusal.id());
        if (wanted.granted()) {
            leaveOut(file, recusal.personId());
        }
        return recusal;
    }

    /** A head's recusal is decided above, where there is an organ of its kind; others' by the head (政务处分法 48). */
    private void requireAbove(CaseFile file, UUID person) {
        var heads = persons.rightsOf(persons.findById(person)).grants().stream()
                .filter(grant -> grant.role() == Role.DECIDER)
                .filter(grant -> grant.reachesOrgan(file.handlingOrgan()))
                .toList();
        for (var head : heads) {
            if (hasAbove(head)
                    && rights.get().grants().stream()
                            .noneMatch(mine -> mine.role() == Role.DECIDER
                                    && mine.clearance().compareTo(file.level()) >= 0
                                    && mine.isAbove(head))) {
                throw Problem.coded(
                        ProblemType.NOT_ALLOWED,
                        "decided-above",
                        new Text("认定机关负责人的回避由上级机关决定", "The recusal of a head is decided by the organ above"));
            }
        }
    }

    private boolean hasAbove(Grant head) {
        return organs.list("kind", head.organKind()).stream()
                .anyMatch(organ ->
                        head.jurisdictionPath().startsWith(organ.jurisdiction().path())
                                && !organ.jurisdiction().path().equals(head.jurisdictionPath()));
    }
}
