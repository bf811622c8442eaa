package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private static final List<Party> DOERS =
            List.of(Party.HANDLER, Party.DECIDER, Party.REVIEWER, Party.COORDINATOR, Party.REGISTRAR, Party.SUBJECT);

    private static final String APPLIED = "c.applicant.id = :caseMe and c.start = 'APPLICATION'";

    private static final String CONCERNED = "exists (select 1 from Subject s left join s.person sp left join s.organ so"
            + " where s.caseId = c.id and (sp.id = :caseMe or so.id in :caseMyOrgans))";

    private static final String RECUSED =
            "exists (select 1 from Recusal r where r.caseId = c.id and r.personId = :caseMe"
                    + " and (r.granted is null or r.granted = true))";

    private static final String DETERMINED = "exists (select 1 from Determination m where m.caseId = c.id"
            + " and m.determinedBy = :caseMe and m.origin <> 'REVIEW')";

    private final CaseFiles cases;
    private final CaseActs acts;
    private final CaseService service;
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
            CaseAccess access,
            Persons persons,
            TaskService tasks,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events) {
        this.cases = cases;
        this.acts = acts;
        this.service = service;
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
    public CaseAccess.Condition mine() {
        Map<String, Object> parameters = new HashMap<>();
        var parts = DOERS.stream()
                .filter(party -> rights.get().holdsAny(party.roles()))
                .map(party -> "t.party = '" + party + "' and " + mine(party, parameters))
                .toList();
        return new CaseAccess.Condition(parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")", parameters);
    }

    private String mine(Party party, Map<String, Object> parameters) {
        var me = actor.get().personId();
        parameters.put("caseMe", me);
        parameters.put("caseMyOrgans", organs(me));
        var prefix = party.name().toLowerCase(Locale.ROOT);
        var seen = party.isConcerned() ? access.visible("c.id") : access.visibleAs("c.id", party.roles());
        seen.parameters().forEach((name, value) -> parameters.put(prefix + name, value));
        return "exists (select 1 from CaseFile c join c.handlingOrgan o join o.jurisdiction j where c.id = t.caseId and "
                + seen.hql().replace(":", ":" + prefix)
                + (party.isConcerned()
                        ? " and (" + APPLIED + " or " + CONCERNED + ")"
                        : " and (" + reached(party, prefix, parameters) + ") and not (" + APPLIED + ") and not "
                                + CONCERNED + " and not " + RECUSED)
                + (party == Party.REVIEWER ? " and not " + DETERMINED : "") + ")";
    }

    private String reached(Party party, String prefix, Map<String, Object> parameters) {
        var roles = List.of(party.roles());
        var grants = rights.get().grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .toList();
        var reached = new StringBuilder();
        for (int i = 0; i < grants.size(); i++) {
            reached.append(i == 0 ? "" : " or ").append(reach(party, grants.get(i), prefix + i, parameters));
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
        return ("(" + levels + " and (o.id = :@Organ or o.kind = :@Kind and j.code <> :@Code and j.path like :@Path))")
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
