package org.rongcuo.aftercare;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/**
 * Escalates corrections whose report is missing after the due date: for each round one task of the handlers' and one ledger
 * entry, in one transaction under the case's lock, which the database admits once. So replicas may run this at the same
 * time and die in the middle; what is not committed is done by the next run.
 */
@ApplicationScoped
class CorrectionDeadlines {
    private static final int AT_A_TIME = 200;

    // The status stands as a literal so that the index on what may fall overdue serves.
    private static final String OVERDUE = " c.status = 'UNDER_WAY' and c.due_on < :today and not exists"
            + " (select 1 from task t where t.case_id = c.case_id and t.kind = 'CORRECTION_OVERDUE'"
            + " and t.reference = c.id || '/' || c.round)";

    private static final String PAGE = "select c.id from correction c join case_file f on f.id = c.case_id"
            + " where f.status <> 'WITHDRAWN' and c.id > :after and" + OVERDUE + " order by c.id limit " + AT_A_TIME;

    private static final String LOCK = "select f.id from case_file f join correction c on c.case_id = f.id"
            + " where c.id = :id and" + OVERDUE + " for update of f skip locked";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Corrections corrections;
    private final CaseDesk desk;
    private final TaskService tasks;
    private final EntityManager entityManager;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private volatile boolean stopping;

    CorrectionDeadlines(
            Corrections corrections,
            CaseDesk desk,
            TaskService tasks,
            EntityManager entityManager,
            Event<DomainEvent> events,
            Clock clock) {
        this.corrections = corrections;
        this.desk = desk;
        this.tasks = tasks;
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            identity = "correction-deadlines",
            every = "{rongcuo.corrections.every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        escalateAll();
    }

    void stop(@Observes ShutdownEvent stops) {
        stopping = true;
    }

    /** Escalates all that are overdue and not escalated yet; answers how many were. */
    int escalateAll() {
        var escalated = 0;
        var after = BEFORE_ALL;
        for (var page = overdue(after); !page.isEmpty(); page = overdue(after)) {
            for (var id : page) {
                if (stopping) {
                    return escalated;
                }
                after = id;
                try {
                    escalated += QuarkusTransaction.requiringNew().call(() -> escalate(id)) ? 1 : 0;
                } catch (RuntimeException failed) {
                    Log.warnf("correction %s could not be escalated, tried again later: %s", id, failed.getMessage());
                    Log.debug("not escalated", failed);
                }
            }
        }
        return escalated;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> overdue(UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(PAGE, UUID.class)
                        .setParameter("today", Clocks.today(clock))
                        .setParameter("after", after)
                        .getResultList());
    }

    /** Whether this call escalated it; another replica, or somebody who acts on the case, may be at it. */
    private boolean escalate(UUID id) {
        var locked = entityManager
                .createNativeQuery(LOCK, UUID.class)
                .setParameter("id", id)
                .setParameter("today", Clocks.today(clock))
                .getResultList();
        if (locked.isEmpty()) {
            return false;
        }
        var correction = corrections.findById(id);
        var file = desk.locked(correction.caseId());
        var task = tasks.raise(NewTask.aboutCase(
                TaskKind.CORRECTION_OVERDUE,
                file.id(),
                new Text(
                        file.number() + ":纠错应于 " + correction.dueOn() + " 前完成(第 " + correction.round() + " 轮)",
                        file.number() + ": correction due " + correction.dueOn() + " (round " + correction.round()
                                + ")"),
                correction.reference(),
                correction.dueOn()));
        if (task.isEmpty()) {
            return false;
        }
        events.fire(new CorrectionEvent.CorrectionOverdue(
                file.id(), file.stateVersion(), correction.id(), correction.round(), correction.dueOn(), task.get()));
        return true;
    }
}
