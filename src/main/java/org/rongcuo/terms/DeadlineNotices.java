package org.rongcuo.terms;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.Term;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/**
 * Reminds of steps whose target is near or passed and escalates those that are overdue: each once, as a task that the
 * database admits once, an escalation with its ledger entry, in one transaction under the case's lock. So replicas may run
 * this at the same time and die in the middle. Of a step that has gone further meanwhile only the last is told: nobody
 * is reminded of what is past.
 */
@ApplicationScoped
class DeadlineNotices {
    private static final int AT_A_TIME = 500;

    /** After so many in a row the database is away, or something is wrong with all of them: the next run tries again. */
    private static final int MOST_FAILURES = 5;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final List<String> DUTIES =
            Arrays.stream(Step.values()).filter(Step::isDuty).map(Enum::name).toList();

    private static final String DUE = "select d.id, d.case_id from deadline d"
            + " where d.met_on is null and d.dropped_on is null and d.target_on is not null"
            + " and cardinality(d.paused_on) = cardinality(d.resumed_on)"
            + " and d.target_on <= :horizon and d.step in (:duties) and d.id > :after"
            + " and not exists (select 1 from task t where t.case_id = d.case_id and t.reference = d.id::text"
            + " and t.kind = case when d.limit_on < :today then 'STEP_OVERDUE'"
            + " when d.target_on < :today then 'STEP_TARGET_PASSED' else 'STEP_REMINDER' end)"
            + " order by d.id limit " + AT_A_TIME;

    private static final String LOCK = "select c.id from case_file c where c.id = :id for update of c skip locked";

    private final CaseDesk desk;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final TaskService tasks;
    private final EntityManager entityManager;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final int daysAhead;
    private volatile boolean stopping;

    /** @param daysAhead so many working days before its target a step is reminded of */
    DeadlineNotices(
            CaseDesk desk,
            Deadlines deadlines,
            Calendars calendars,
            TaskService tasks,
            EntityManager entityManager,
            Event<DomainEvent> events,
            Clock clock,
            @ConfigProperty(name = "rongcuo.deadlines.days-ahead", defaultValue = "2") int daysAhead) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.tasks = tasks;
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
        this.daysAhead = daysAhead;
    }

    @Scheduled(
            identity = "deadline-notices",
            every = "{rongcuo.deadlines.every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        var told = tellAll();
        if (told > 0) {
            Log.infof("%d step(s) reminded of or escalated", told);
        }
    }

    /** What is under way is committed; the rest is the next process's. */
    void stop(@Observes ShutdownEvent stops) {
        stopping = true;
    }

    /** Reminds of and escalates all that is due; answers how many. */
    int tellAll() {
        var told = 0;
        var failures = 0;
        var after = BEFORE_ALL;
        for (var page = due(after); !page.isEmpty(); page = due(after)) {
            for (var found : page) {
                if (stopping) {
                    return told;
                }
                after = (UUID) found[0];
                var caseId = (UUID) found[1];
                var id = after;
                try {
                    told += QuarkusTransaction.requiringNew().call(() -> tell(caseId, id)) ? 1 : 0;
                    failures = 0;
                } catch (RuntimeException failed) {
                    Log.warnf(
                            "step %s of case %s could not be told, tried again later: %s",
                            id, caseId, failed.getMessage());
                    Log.debug("not told", failed);
                    if (++failures == MOST_FAILURES) {
                        return told;
                    }
                }
            }
        }
        return told;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> due(UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(DUE)
                        .setParameter("horizon", horizon())
                        .setParameter("today", today())
                        .setParameter("duties", DUTIES)
                        .setParameter("after", after)
                        .getResultList());
    }

    private boolean tell(UUID caseId, UUID id) {
        var locked = entityManager
                .createNativeQuery(LOCK, UUID.class)
                .setParameter("id", caseId)
                .getResultList();
        if (locked.isEmpty()) {
            // Somebody acts on it, another replica perhaps.
            return false;
        }
        var deadline = entityManager.find(Deadline.class, id);
        if (!deadline.isRunning() || deadline.isPaused() || deadline.targetOn().isAfter(horizon())) {
            return false;
        }
        var kind = deadline.isOver(today())
                ? TaskKind.STEP_OVERDUE
                : deadline.targetOn().isBefore(today()) ? TaskKind.STEP_TARGET_PASSED : TaskKind.STEP_REMINDER;
        var raised = tasks.raise(NewTask.aboutCase(
                kind,
                caseId,
                kind == TaskKind.STEP_OVERDUE ? overseer(deadline) : deadline.doer(),
                deadlines.about(deadline),
                id.toString(),
                kind == TaskKind.STEP_REMINDER ? deadline.targetOn() : deadline.limitOn()));
        if (raised.isEmpty()) {
            return false;
        }
        if (kind == TaskKind.STEP_OVERDUE) {
            var file = desk.unseen(caseId);
            events.fire(new TermEvent.DeadlineOverdue(
                    caseId, file.stateVersion(), id, deadline.step(), deadline.reference(), deadline.limitOn()));
        }
        return true;
    }

    /** The deciders see to it that the office does what it owes, the handlers that a subject does. */
    private static String overseer(Deadline deadline) {
        return (Party.valueOf(deadline.doer()).isConcerned() ? Party.HANDLER : Party.DECIDER).name();
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }

    /** The last day that is so few working days away. */
    private LocalDate horizon() {
        return new Term(daysAhead, TermUnit.WORKING_DAY).end(today(), calendars.current());
    }
}
