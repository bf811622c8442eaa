package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Grant;
import org.rongcuo.access.Level;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.Task;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskOwner;
import org.rongcuo.tasks.TaskService;

/**
 * The tasks about cases: each the work of the party whose act is the next, and of those who see to it where a step is
 * overdue; they close by themselves when the case ends.
 */
@ApplicationScoped
class CaseTasks implements TaskOwner {
    /** The parties to whom tasks fall. */
    private static final List<Party> DOERS = List.of(
            Party.HANDLER,
            Party.DECIDER,
            Party.REVIEWER,
            Party.COORDINATOR,
            Party.REGISTRAR,
            Party.SUBJECT,
            Party.APPLICANT);

    private static final String FILE =
            "select 1 from CaseFile c join c.handlingOrgan o join o.jurisdiction j where c.id = t.caseId and ";

    /** In just an organ that handles it too, not above it. */
    private static final String CO_HANDLED =
            " or exists (select 1 from CoHandling h where h.caseId = c.id and h.organId = :@Organ)";

    private static final String APPLIED = "c.applicant.id = :me and c.start = 'APPLICATION'";

    private static final String CONCERNED = "exists (select 1 from Subject s left join s.person sp left join s.organ so"
            + " where s.caseId = t.caseId and (sp.id = :me or so.id in :myOrgans))";

    private static final String RECUSED =
            "exists (select 1 from Recusal r where r.caseId = t.caseId and r.personId = :me"
                    + " and (r.granted is null or r.granted = true))";

    private final CaseFiles cases;
    private final CaseActs acts;
    private final CaseService service;
    private final OutcomeSource outcomes;
    private final CaseAccess access;
    private final Persons persons;
    private final TaskService tasks;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<DomainEvent> events;

    CaseTasks(
            CaseFiles cases,
            CaseActs acts,
            CaseService service,
            OutcomeSource outcomes,
            CaseAccess access,
            Persons persons,
            TaskService tasks,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events) {
        this.cases = cases;
        this.acts = acts;
        this.service = service;
        this.outcomes = outcomes;
        this.access = access;
        this.persons = persons;
        this.tasks = tasks;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
    }

    @Override
    public TaskKind.About about() {
        return TaskKind.About.CASE;
    }

    /** The rules of {@link CaseActs} on who is of which party, for all cases at once. */
    @Override
    public List<CaseAccess.Condition> mine() {
        return DOERS.stream()
                .filter(party -> rights.get().holdsAny(party.roles()))
                .map(this::mine)
                .toList();
    }

    private CaseAccess.Condition mine(Party party) {
        var me = actor.get().personId();
        var seen = party.isConcerned() ? access.visible("t.caseId") : access.visibleAs("t.caseId", party.roles());
        Map<String, Object> parameters = new HashMap<>(seen.parameters());
        parameters.put("me", me);
        if (party != Party.APPLICANT) {
            parameters.put("myOrgans", organs(me));
        }
        var who = party.isConcerned()
                ? "(exists (" + FILE + APPLIED + ")" + (party == Party.SUBJECT ? " or " + CONCERNED : "") + ")"
                : "exists (" + FILE + "(" + reached(party, parameters) + ") and not (" + APPLIED + ")) and not "
                        + CONCERNED + " and not " + RECUSED;
        return new CaseAccess.Condition(
                "t.party = '" + party + "' and " + seen.hql() + " and " + who
                        + (party == Party.REVIEWER ? " and not " + outcomes.determinedBy("t.caseId", "me") : ""),
                parameters);
    }

    private String reached(Party party, Map<String, Object> parameters) {
        var roles = List.of(party.roles());
        var grants = rights.get().grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .toList();
        var reached = new StringBuilder();
        for (int i = 0; i < grants.size(); i++) {
            reached.append(i == 0 ? "" : " or ").append(reach(party, grants.get(i), "reach" + i, parameters));
        }
        return reached.toString();
    }

    private static String reach(Party party, Grant grant, String prefix, Map<String, Object> parameters) {
        parameters.put(
                prefix + "Levels",
                Arrays.stream(Level.values())
                        .filter(level -> level.compareTo(grant.clearance()) <= 0)
                        .toList());
        var levels = "c.level in :" + prefix + "Levels";
        if (party == Party.COORDINATOR) {
            // Before which members a case was brought is what opens it to them.
            return levels;
        }
        parameters.put(prefix + "Code", grant.jurisdiction());
        if (party == Party.REGISTRAR) {
            return ("(" + levels + " and j.code = :@Code)").replace("@", prefix);
        }
        parameters.put(prefix + "Organ", grant.organId());
        parameters.put(prefix + "Kind", grant.organKind());
        parameters.put(prefix + "Path", grant.jurisdictionPath() + "%");
        var too = party == Party.HANDLER ? CO_HANDLED : "";
        return ("(" + levels + " and (o.id = :@Organ or o.kind = :@Kind and j.code <> :@Code and j.path like :@Path"
                        + too + "))")
                .replace("@", prefix);
    }

    private Set<UUID> organs(UUID person) {
        Set<UUID> organs = new HashSet<>();
        organs.add(persons.findById(person).organ().id());
        rights.get().grants().forEach(grant -> organs.add(grant.organId()));
        return organs;
    }

    @Override
    public void lock(Task task) {
        if (task.kind().closesByItself()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "closes-by-itself",
                    new Text("该步骤办结后,此待办自行办结", "It closes by itself when the step is done"));
        }
        // What a task about a case asks for is the handler's business, as answering the checklist is.
        acts.authorised(task.caseId(), CaseAct.CHECKLISTS);
    }

    @Override
    public void completed(Task task, String remark) {
        var file = cases.findById(task.caseId());
        service.noteHandler(file);
        events.fire(file.completeTask(task, remark));
    }

    /** In the transaction of the act that ends the case, whose entry says it all. */
    void ended(@Observes CaseMove move) {
        if (move instanceof ExemptionMove.ApplicationWithdrawn
                || move instanceof ExemptionMove.CaseArchived
                || move instanceof FilingMove.FilingWithdrawn
                || move instanceof FilingMove.FilingArchived) {
            tasks.closeAbout(move.caseId());
        }
        if (move instanceof ExemptionMove.ApplicationRefused
                || move instanceof ExemptionMove.CaseLeftUnresolved
                || move instanceof ExemptionMove.LastSubjectDetermined) {
            // The checklist is not answered any more; the tasks of the steps close with these.
            tasks.closeAbout(move.caseId(), TaskKind.CHECKLIST_CHANGED);
        }
    }
}
