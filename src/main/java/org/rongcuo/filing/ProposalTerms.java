package org.rongcuo.filing;

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
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.procedure.Limits;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/**
 * The term within which a proposal is answered, by the book of its place: a task of those who handle cases there, and of its
 * deciders once it is overdue. Each escalation is one task and one ledger entry in one transaction under the proposal's
 * lock, which the database admits once: replicas may run this at the same time and die in the middle.
 */
@ApplicationScoped
class ProposalTerms {
    private static final int AT_A_TIME = 200;

    private static final String OVERDUE = " p.answer is null and p.due_on < :today and not exists"
            + " (select 1 from task t where t.proposal_id = p.id and t.kind = 'PROPOSAL_OVERDUE')";

    private static final String PAGE =
            "select p.id from proposal p where p.id > :after and" + OVERDUE + " order by p.id limit " + AT_A_TIME;

    private static final String LOCK =
            "select p.id from proposal p where p.id = :id and" + OVERDUE + " for update of p skip locked";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Proposals proposals;
    private final Limits limits;
    private final Calendars calendars;
    private final TaskService tasks;
    private final EntityManager entityManager;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private volatile boolean stopping;

    ProposalTerms(
            Proposals proposals,
            Limits limits,
            Calendars calendars,
            TaskService tasks,
            EntityManager entityManager,
            Event<DomainEvent> events,
            Clock clock) {
        this.proposals = proposals;
        this.limits = limits;
        this.calendars = calendars;
        this.tasks = tasks;
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
    }

    /** The term begins today; where no book speaks there is none. */
    void begin(Proposal proposal) {
        var today = Clocks.today(clock);
        limits.of(proposal.jurisdiction(), Step.PROPOSAL_ANSWER, Complexity.ORDINARY, today)
                .ifPresent(limit -> proposal.answerBy(limit.limit().end(today, calendars.current())));
    }

    /** The answer is somebody's work, with or without a term. The proposal must stand in the database. */
    void raise(Proposal proposal) {
        tasks.raise(NewTask.aboutProposal(TaskKind.PROPOSAL_DUE, proposal.id(), about(proposal), proposal.dueOn()));
    }

    void meet(Proposal proposal) {
        tasks.closeAboutProposal(proposal.id());
    }

    private static Text about(Proposal proposal) {
        return new Text("建议:" + proposal.matter(), "Proposal: " + proposal.matter());
    }

    @Scheduled(
            identity = "proposal-terms",
            every = "{rongcuo.proposals.every:60s}",
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
                    Log.warnf("proposal %s could not be escalated, tried again later: %s", id, failed.getMessage());
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

    /** Whether this call escalated it; another replica, or somebody who answers it, may be at it. */
    private boolean escalate(UUID id) {
        var locked = entityManager
                .createNativeQuery(LOCK, UUID.class)
                .setParameter("id", id)
                .setParameter("today", Clocks.today(clock))
                .getResultList();
        if (locked.isEmpty()) {
            return false;
        }
        var proposal = proposals.findById(id);
        var raised =
                tasks.raise(NewTask.aboutProposal(TaskKind.PROPOSAL_OVERDUE, id, about(proposal), proposal.dueOn()));
        if (raised.isEmpty()) {
            return false;
        }
        events.fire(new ProposalEvent.ProposalOverdue(id, 1, proposal.dueOn()));
        return true;
    }
}
