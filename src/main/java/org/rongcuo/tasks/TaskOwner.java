package org.rongcuo.tasks;

import java.util.List;
import org.rongcuo.access.CaseAccess;

/** Implemented by the feature to which tasks belong: it knows whose work they are, and in which chain their end stands. */
public interface TaskOwner {
    /** What its tasks are about. */
    TaskKind.About about();

    /**
     * Which of its tasks are the current person's work, as conditions over the HQL path {@code t} of a {@link Task}, no task
     * fulfilling two: each is asked by itself, so that the database can go by its index. Empty when none can be.
     */
    List<CaseAccess.Condition> mine();

    /**
     * Locks what the task is about, for its completion by the current person.
     *
     * @throws org.rongcuo.shared.Problem 404, 403 when it is not the person's work any more, 409 when this kind of task is
     *     done by another act
     */
    void lock(Task task);

    /** Notes the completion in the ledger; holds the lock. */
    void completed(Task task, String remark);
}
