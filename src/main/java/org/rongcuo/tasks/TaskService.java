package org.rongcuo.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;

/** Raises tasks, once each, and closes them. The caller holds the lock of the case, book or proposal they are about. */
@ApplicationScoped
public class TaskService {
    private static final String RAISE = "insert into task"
            + " (id, kind, party, subject_zh, subject_en, case_id, policy_id, policy, proposal_id, reference, due, created_at)"
            + " values (:id, :kind, :party, :zh, :en, :caseId, :policyId, :policy, :proposalId, :reference, :due, :now)"
            + " on conflict on constraint task_once do nothing";

    private final Tasks tasks;
    private final CurrentActor actor;
    private final EntityManager entityManager;
    private final Clock clock;

    TaskService(Tasks tasks, CurrentActor actor, EntityManager entityManager, Clock clock) {
        this.tasks = tasks;
        this.actor = actor;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * A task to be raised.
     *
     * @param party who does it, in relation to the case, as the owner of the task names it; null unless it is about a case
     * @param subject what it is about, in words, as people know it
     * @param caseId null unless it is about a case
     * @param policyId null unless it is about a book
     * @param policy the book as {@code <jurisdiction>/<name>}, with policyId
     * @param proposalId null unless it is about a proposal
     * @param reference tells tasks of one kind about one thing apart
     * @param due the day by which it is to be done, null for none
     */
    public record NewTask(
            TaskKind kind,
            String party,
            Text subject,
            UUID caseId,
            UUID policyId,
            String policy,
            UUID proposalId,
            String reference,
            LocalDate due) {
        public static NewTask aboutCase(
                TaskKind kind, UUID caseId, String party, Text subject, String reference, LocalDate due) {
            return new NewTask(kind, party, subject, caseId, null, null, null, reference, due);
        }

        public static NewTask aboutBook(
                TaskKind kind, UUID policyId, String policy, Text subject, String reference, LocalDate due) {
            return new NewTask(kind, null, subject, null, policyId, policy, null, reference, due);
        }

        public static NewTask aboutProposal(TaskKind kind, UUID proposalId, Text subject, LocalDate due) {
            return new NewTask(kind, null, subject, null, null, null, proposalId, proposalId.toString(), due);
        }
    }

    /**
     * Raises a task, unless it was raised before, done or not.
     *
     * @return its id if this call raised it; then, and only then, what goes with it is to be done in the same transaction
     */
    public Optional<UUID> raise(NewTask task) {
        var id = Ids.next();
        var raised = entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery(RAISE)
                .setParameter("id", id)
                .setParameter("kind", task.kind().name())
                .setParameter("party", task.party(), String.class)
                .setParameter("zh", task.subject().zh())
                .setParameter("en", task.subject().en())
                .setParameter("caseId", task.caseId(), UUID.class)
                .setParameter("policyId", task.policyId(), UUID.class)
                .setParameter("policy", task.policy(), String.class)
                .setParameter("proposalId", task.proposalId(), UUID.class)
                .setParameter("reference", task.reference())
                .setParameter("due", task.due(), LocalDate.class)
                .setParameter("now", Instant.now(clock))
                .executeUpdate();
        return raised == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Closes what is open about a case that has ended: nobody did it, nobody need do it any more. */
    public void closeAbout(UUID caseId) {
        entityManager
                .createQuery("update Task t set t.doneAt = :now where t.caseId = :caseId and t.doneAt is null")
                .setParameter("now", Instant.now(clock))
                .setParameter("caseId", caseId)
                .executeUpdate();
    }

    /** Closes what is open about a proposal that is answered. */
    public void closeAboutProposal(UUID proposalId) {
        entityManager
                .createQuery("update Task t set t.doneAt = :now where t.proposalId = :proposalId and t.doneAt is null")
                .setParameter("now", Instant.now(clock))
                .setParameter("proposalId", proposalId)
                .executeUpdate();
    }

    /** Closes the open tasks of a kind about a case, whose occasion has passed: nobody need do them any more. */
    public void closeAbout(UUID caseId, TaskKind kind) {
        entityManager
                .createQuery("update Task t set t.doneAt = :now"
                        + " where t.caseId = :caseId and t.kind = :kind and t.doneAt is null")
                .setParameter("now", Instant.now(clock))
                .setParameter("caseId", caseId)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    /** Closes the open tasks about a case that one thing raised, of whatever kind: it is done, or need not be done. */
    public void closeRaisedBy(UUID caseId, String reference) {
        entityManager
                .createQuery("update Task t set t.doneAt = :now"
                        + " where t.caseId = :caseId and t.reference = :reference and t.doneAt is null")
                .setParameter("now", Instant.now(clock))
                .setParameter("caseId", caseId)
                .setParameter("reference", reference)
                .executeUpdate();
    }

    /** The open tasks that one thing raised fall from one party to another. */
    public void pass(UUID caseId, String reference, String from, String to) {
        entityManager
                .createQuery("update Task t set t.party = :taker where t.caseId = :caseId and t.reference = :reference"
                        + " and t.party = :giver and t.doneAt is null")
                .setParameter("taker", to)
                .setParameter("giver", from)
                .setParameter("caseId", caseId)
                .setParameter("reference", reference)
                .executeUpdate();
    }

    /** Gives an open task about a case another day. */
    public void postpone(UUID caseId, TaskKind kind, String reference, LocalDate due) {
        entityManager
                .createQuery("update Task t set t.due = :due where t.caseId = :caseId and t.kind = :kind"
                        + " and t.reference = :reference and t.doneAt is null")
                .setParameter("due", due)
                .setParameter("caseId", caseId)
                .setParameter("kind", kind)
                .setParameter("reference", reference)
                .executeUpdate();
    }

    /** Closes the open tasks of a kind about a book, as done by the current person. */
    public void closeAbout(UUID policyId, TaskKind kind, String remark) {
        entityManager
                .createQuery("update Task t set t.doneAt = :now, t.doneBy = :person, t.remark = :remark"
                        + " where t.policyId = :policyId and t.kind = :kind and t.doneAt is null")
                .setParameter("now", Instant.now(clock))
                .setParameter("person", actor.get().personId())
                .setParameter("remark", remark)
                .setParameter("policyId", policyId)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    /** The task for its completion, with what it is about locked. @throws Problem 404 when it is not one's work */
    Task locked(UUID id) {
        var task = tasks.mine(id).orElseThrow(Problem::notFound);
        tasks.owner(task).lock(task);
        // Whoever waited for the lock may find it done, or not the own work any more.
        entityManager.refresh(task, LockModeType.PESSIMISTIC_WRITE);
        return tasks.mine(id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 409 when it is done already */
    void complete(Task task, String remark) {
        task.complete(actor.get().personId(), remark, Instant.now(clock));
        tasks.owner(task).completed(task, remark);
    }
}
