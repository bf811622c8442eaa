package org.rongcuo.tasks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.shared.Days;
import org.rongcuo.shared.Page;

/** All tasks, seen by each person as the own work: the owners say whose it is. */
@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, UUID> {
    /** Stands for no due date: such tasks come after all that have one. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Instance<TaskOwner> owners;

    Tasks(@Any Instance<TaskOwner> owners) {
        this.owners = owners;
    }

    /** What a list is narrowed to; null leaves a property open. @param today decides what is overdue */
    record Filter(TaskKind kind, TaskState state, UUID caseId, Boolean overdue, LocalDate today) {}

    /** Where a page ended: open ones come first, by due date, then by age. */
    record Place(boolean done, LocalDate due, UUID id) {
        static Place of(Task task) {
            return new Place(task.doneAt() != null, task.due() == null ? NEVER : task.due(), task.id());
        }

        static Place parse(String text) {
            var parts = text.split("\\|");
            var due = parts[1].equals(NEVER.toString()) ? NEVER : Days.parse(parts[1]);
            return new Place(parts[0].equals("done"), due, UUID.fromString(parts[2]));
        }

        String text() {
            return (done ? "done" : "open") + "|" + due + "|" + id;
        }
    }

    TaskOwner owner(Task task) {
        return owners.stream()
                .filter(owner -> owner.about() == task.kind().about())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "nobody owns tasks about a " + task.kind().about()));
    }

    /** The task if it is the current person's work. */
    Optional<Task> mine(UUID id) {
        return mine().map(query -> query.with(" and t.id = :id", "id", id))
                .flatMap(query -> find(query.hql, query.parameters).list().stream())
                .findFirst();
    }

    // As the index task_order has them.
    private static final String DONE = "case when t.doneAt is null then 0 else 1 end";
    private static final String DUE = "coalesce(t.due, {d '9999-12-31'})";

    /** As the lists have them; the database compares ids as text. */
    private static final Comparator<Task> ORDER = Comparator.comparing(
            Place::of,
            Comparator.comparing(Place::done)
                    .thenComparing(Place::due)
                    .thenComparing(place -> place.id().toString()));

    /** Up to {@code limit + 1} tasks of the current person, after the place of the last seen. */
    List<Task> page(Filter filter, Place after, int limit) {
        var beyond = after == null ? "" : " and (" + DONE + ", " + DUE + ", t.id) > (:afterDone, :afterDue, :afterId)";
        return filtered(filter)
                .flatMap(query -> {
                    if (after != null) {
                        query.parameters.put("afterDone", after.done ? 1 : 0);
                        query.parameters.put("afterDue", after.due);
                        query.parameters.put("afterId", after.id);
                    }
                    var hql = query.hql + beyond + " order by " + DONE + ", " + DUE + ", t.id";
                    return find(hql, query.parameters).range(0, limit).list().stream();
                })
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
    }

    /** How many there are, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted(Filter filter) {
        return filtered(filter)
                .mapToInt(query -> {
                    var counting = getEntityManager().createQuery("select 1 " + query.hql, Integer.class);
                    query.parameters.forEach(counting::setParameter);
                    return counting.setMaxResults(Page.COUNT_CAP + 1)
                            .getResultList()
                            .size();
                })
                .sum();
    }

    private record Query(String hql, Map<String, Object> parameters) {
        Query with(String condition, String name, Object value) {
            Map<String, Object> more = new HashMap<>(parameters);
            more.put(name, value);
            return new Query(hql + condition, more);
        }
    }

    private Stream<Query> mine() {
        return owners.stream()
                .flatMap(owner -> owner.mine().stream())
                .map(condition -> new Query(
                        "from Task t where (" + condition.hql() + ")", new HashMap<>(condition.parameters())));
    }

    private Stream<Query> filtered(Filter filter) {
        var conditions = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.kind != null) {
            conditions.append(" and t.kind = :kind");
            parameters.put("kind", filter.kind);
        }
        if (filter.state != null) {
            conditions.append(" and ").append(DONE).append(filter.state == TaskState.OPEN ? " = 0" : " = 1");
        }
        if (filter.caseId != null) {
            conditions.append(" and t.caseId = :caseId");
            parameters.put("caseId", filter.caseId);
        }
        if (filter.overdue != null) {
            conditions.append(
                    filter.overdue
                            ? " and " + DONE + " = 0 and " + DUE + " < :today"
                            : " and (" + DONE + " = 1 or " + DUE + " >= :today)");
            parameters.put("today", filter.today);
        }
        return mine().map(query -> {
            query.parameters.putAll(parameters);
            return new Query(query.hql + conditions, query.parameters);
        });
    }
}
