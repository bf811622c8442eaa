package org.rongcuo.tasks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
            return new Place(parts[0].equals("done"), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
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
        var query = mine();
        query.parameters.put("id", id);
        return find("from Task t where (" + query.hql + ") and t.id = :id", query.parameters)
                .firstResultOptional();
    }

    /** Up to {@code limit + 1} tasks of the current person, after the place of the last seen. */
    List<Task> page(Filter filter, Place after, int limit) {
        var query = filtered(filter);
        if (after != null) {
            query.hql.append(" and (" + DONE + ", coalesce(t.due, :never), t.id) > (:afterDone, :afterDue, :afterId)");
            query.parameters.put("afterDone", after.done ? 1 : 0);
            query.parameters.put("afterDue", after.due);
            query.parameters.put("afterId", after.id);
        }
        query.parameters.put("never", NEVER);
        query.hql.append(" order by " + DONE + ", coalesce(t.due, :never), t.id");
        return find(query.hql.toString(), query.parameters).range(0, limit).list();
    }

    private static final String DONE = "case when t.doneAt is null then 0 else 1 end";

    /** How many there are, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted(Filter filter) {
        var query = filtered(filter);
        var counting = getEntityManager().createQuery("select 1 " + query.hql, Integer.class);
        query.parameters.forEach(counting::setParameter);
        return counting.setMaxResults(Page.COUNT_CAP + 1).getResultList().size();
    }

    private record Query(StringBuilder hql, Map<String, Object> parameters) {}

    private Query mine() {
        var hql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        for (var owner : owners) {
            var condition = owner.mine();
            hql.append(hql.isEmpty() ? "" : " or ")
                    .append('(')
                    .append(condition.hql())
                    .append(')');
            parameters.putAll(condition.parameters());
        }
        return new Query(hql, parameters);
    }

    private Query filtered(Filter filter) {
        var mine = mine();
        var query = new Query(new StringBuilder("from Task t where (" + mine.hql + ")"), mine.parameters);
        if (filter.kind != null) {
            query.hql.append(" and t.kind = :kind");
            query.parameters.put("kind", filter.kind);
        }
        if (filter.state != null) {
            query.hql.append(filter.state == TaskState.OPEN ? " and t.doneAt is null" : " and t.doneAt is not null");
        }
        if (filter.caseId != null) {
            query.hql.append(" and t.caseId = :caseId");
            query.parameters.put("caseId", filter.caseId);
        }
        if (filter.overdue != null) {
            query.hql.append(
                    filter.overdue
                            ? " and t.doneAt is null and t.due < :today"
                            : " and (t.doneAt is not null or t.due is null or t.due >= :today)");
            query.parameters.put("today", filter.today);
        }
        return query;
    }
}
