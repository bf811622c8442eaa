package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.Problem;

/** All cases, always seen through the one authorisation predicate. */
@ApplicationScoped
class CaseFiles implements PanacheRepositoryBase<CaseFile, UUID> {
    private final CaseAccess access;

    CaseFiles(CaseAccess access) {
        this.access = access;
    }

    /** What a list is narrowed to; null leaves a property open. */
    record Filter(CaseKind kind, CaseStatus status, String jurisdiction, String field, String number) {}

    /** @throws Problem 404 for a case unseen or absent */
    CaseFile visible(UUID id) {
        access.requireVisible(id);
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * The case under its lock. Every write beneath a case takes it first. Strangers do not get to lock it, and who loses
     * sight of it while waiting does not act.
     *
     * @throws Problem 404
     */
    CaseFile locked(UUID id) {
        access.requireVisible(id);
        var file = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        // Whoever waited for the lock may have been left out of the team meanwhile.
        access.requireVisible(id);
        return file;
    }

    /** Whether the current person sees the case. */
    boolean sees(UUID id) {
        try {
            access.requireVisible(id);
            return true;
        } catch (Problem unseen) {
            return false;
        }
    }

    /** The case of that number or id, whoever asks. */
    Optional<CaseFile> named(String numberOrId) {
        try {
            return findByIdOptional(UUID.fromString(numberOrId));
        } catch (IllegalArgumentException aNumber) {
            return find("number", numberOrId).firstResultOptional();
        }
    }

    /** The case under its lock, for a job that acts for nobody. @throws Problem 404 */
    CaseFile lockedUnseen(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    /** Up to {@code limit + 1} visible cases, the latest first, after the id of the last seen. */
    List<CaseFile> page(Filter filter, UUID after, int limit) {
        var query = query(filter);
        if (after != null) {
            query.parameters.put("after", after);
        }
        return find(query.hql + (after == null ? "" : " and c.id < :after") + " order by c.id desc", query.parameters)
                .range(0, limit)
                .list();
    }

    /** How many are visible, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted(Filter filter) {
        var query = query(filter);
        var counting = getEntityManager().createQuery("select 1 " + query.hql, Integer.class);
        query.parameters.forEach(counting::setParameter);
        return counting.setMaxResults(Page.COUNT_CAP + 1).getResultList().size();
    }

    private record Query(String hql, Map<String, Object> parameters) {}

    private Query query(Filter filter) {
        var visible = access.visible("c.id");
        Map<String, Object> parameters = new HashMap<>(visible.parameters());
        var hql = new StringBuilder("from CaseFile c where ").append(visible.hql());
        narrow(hql, parameters, "c.kind", "kind", filter.kind);
        narrow(hql, parameters, "c.status", "status", filter.status);
        narrow(hql, parameters, "c.jurisdiction.code", "jurisdiction", filter.jurisdiction);
        narrow(hql, parameters, "c.field", "field", filter.field);
        narrow(hql, parameters, "c.number", "number", filter.number);
        return new Query(hql.toString(), parameters);
    }

    private static void narrow(
            StringBuilder hql, Map<String, Object> parameters, String path, String name, Object value) {
        if (value != null) {
            hql.append(" and ").append(path).append(" = :").append(name);
            parameters.put(name, value);
        }
    }
}
