package org.rongcuo.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Text;

/**
 * A task.
 *
 * @param title what is to be done
 * @param subject what it is about
 * @param caseId null unless it is about a case
 * @param policy {@code <jurisdiction>/<name>}, null unless it is about a book
 * @param proposal null unless it is about a proposal
 * @param reference what raised it: the id of a version or of a superior document, or the day of review
 * @param due null when no day is set
 * @param overdue whether it is open and its day is past
 * @param doneBy the person, null also when it closed by itself because the case ended
 * @param remark what was found
 */
record TaskView(
        UUID id,
        TaskKind kind,
        TaskState state,
        Text title,
        Text subject,
        @Nullable UUID caseId,
        @Nullable String policy,
        @Nullable UUID proposal,
        String reference,
        @Nullable LocalDate due,
        boolean overdue,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable PersonRef doneBy,
        @Nullable String remark) {
    static TaskView of(Task task, LocalDate today, Map<UUID, PersonRef> doers) {
        var open = task.doneAt() == null;
        return new TaskView(
                task.id(),
                task.kind(),
                open ? TaskState.OPEN : TaskState.DONE,
                task.kind().label(),
                task.subject(),
                task.caseId(),
                task.policy(),
                task.proposalId(),
                task.reference(),
                task.due(),
                open && task.due() != null && task.due().isBefore(today),
                task.createdAt(),
                task.doneAt(),
                doers.get(task.doneBy()),
                task.remark());
    }
}
