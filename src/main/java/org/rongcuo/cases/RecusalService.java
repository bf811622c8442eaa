package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Persons;
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
public class RecusalService {
    private final CaseDesk desk;
    private final CaseActs acts;
    private final StaffingActs possible;
    private final RecusalRecords records;
    private final RecusalDeciders deciders;
    private final VerificationRecord verification;
    private final CaseTeams teams;
    private final Deadlines deadlines;
    private final Persons persons;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    RecusalService(
            CaseDesk desk,
            CaseActs acts,
            StaffingActs possible,
            RecusalRecords records,
            RecusalDeciders deciders,
            VerificationRecord verification,
            CaseTeams teams,
            Deadlines deadlines,
            Persons persons,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.desk = desk;
        this.acts = acts;
        this.possible = possible;
        this.records = records;
        this.deciders = deciders;
        this.verification = verification;
        this.teams = teams;
        this.deadlines = deadlines;
        this.persons = persons;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    Recusal recuse(CaseFile file, Recuse wanted) {
        desk.requirePossible(file, StaffingAct.RECUSALS, possible.impossible(file, StaffingAct.RECUSALS));
        var me = actor.get().personId();
        var person = persons.named(wanted.person(), "/person").id();
        var own = person.equals(me);
        if (own) {
            requireOthersInTeam(file, person);
        } else {
            requireFree(file, me);
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
            // Nobody in the team may be free to decide it: then somebody is let in.
            desk.openAccess(file);
        }
        return recusal;
    }

    /**
     * A member of the coordination group is recused at a meeting: in effect at once, for every act on the case. The caller
     * tells it in the ledger.
     *
     * @param person the current person, who declares it; or another member, on whom the current person decides
     * @return the record's id
     * @throws Problem 403 for a head, who is recused by the organ above; 409 or 422 when it cannot be
     */
    public UUID atMeeting(CaseFile file, UUID person, RecusalGround ground, String explanation, UUID meeting) {
        var me = actor.get().personId();
        requireOthersInTeam(file, person);
        if (!person.equals(me) && deciders.isHead(file, person)) {
            throw decidedAbove();
        }
        var recusal = taken(file, person, new Recuse(person, ground, explanation));
        if (recusal.granted() == null) {
            recusal.decide(true, explanation, me, Instant.now(clock));
        }
        recusal.recordedAt(meeting);
        records.persist(recusal);
        records.flush();
        deadlines.meet(file.id(), Step.RECUSAL_DECISION, recusal.id());
        leaveOut(file, person);
        return recusal.id();
    }

    /** Whether the person's recusal is demanded and undecided. */
    public boolean isDemanded(CaseFile file, UUID person) {
        return deciders.demanded(file).contains(person);
    }

    /** Whose own recusal is demanded declares it, or waits: who may have to keep off does not keep others off. */
    private void requireFree(CaseFile file, UUID person) {
        if (isDemanded(file, person)) {
            throw Problem.coded(ProblemType.NOT_ALLOWED, Recusals.PENDING.code(), Recusals.PENDING.text());
        }
    }

    private static Problem decidedAbove() {
        return Problem.coded(ProblemType.NOT_ALLOWED, CaseActs.DECIDED_ABOVE.code(), CaseActs.DECIDED_ABOVE.text());
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

    private void requireOthersInTeam(CaseFile file, UUID person) {
        if (teams.of(file.id()).equals(List.of(person))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    StaffingActs.LAST_OF_THE_TEAM.code(),
                    StaffingActs.LAST_OF_THE_TEAM.text());
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
        if (recusal.granted() == null
                && !deciders.of(file, recusal.personId()).contains(actor.get().personId())) {
            throw decidedAbove();
        }
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
        desk.openAccess(file);
        return recusal;
    }
}
