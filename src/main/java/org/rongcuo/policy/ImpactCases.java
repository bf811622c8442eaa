package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.shared.Page;

/** The cases that replays list, always seen through the one authorisation predicate. */
@ApplicationScoped
class ImpactCases implements PanacheRepositoryBase<ImpactCase, ImpactCase.Key> {
    private final CaseAccess access;

    ImpactCases(CaseAccess access) {
        this.access = access;
    }

    /** What a list is narrowed to; null leaves a property open. */
    record Filter(
            @Nullable Recommendation from,
            @Nullable Recommendation to,
            ImpactCase.@Nullable ImpactKind kind,
            @Nullable FlipDirection direction) {}

    /** Where the last page ended. */
    record Position(UUID caseRef, UUID subjectRef) {
        /** @throws RuntimeException for a text that is none */
        static Position parse(String text) {
            var ids = text.split(" ");
            return new Position(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        }

        static String of(ImpactCase listed) {
            return listed.caseRef() + " " + listed.subjectRef();
        }
    }

    /** Up to {@code limit + 1} visible ones of a replay, in order of case and subject, behind a position. */
    List<ImpactCase> page(UUID replay, Filter filter, @Nullable Position after, int limit) {
        var query = query(replay, filter);
        if (after != null) {
            query.parameters.put("afterCase", after.caseRef);
            query.parameters.put("afterSubject", after.subjectRef);
        }
        return find(
                        query.hql
                                + (after == null ? "" : " and (i.caseRef, i.subjectRef) > (:afterCase, :afterSubject)")
                                + " order by i.caseRef, i.subjectRef",
                        query.parameters)
                .range(0, limit)
                .list();
    }

    /** How many are visible, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted(UUID replay, Filter filter) {
        var query = query(replay, filter);
        var counting = getEntityManager().createQuery("select 1 " + query.hql, Integer.class);
        query.parameters.forEach(counting::setParameter);
        return counting.setMaxResults(Page.COUNT_CAP + 1).getResultList().size();
    }

    private record Query(String hql, Map<String, Object> parameters) {}

    private Query query(UUID replay, Filter filter) {
        var visible = access.visible("i.caseRef");
        Map<String, Object> parameters = new HashMap<>(visible.parameters());
        parameters.put("replay", replay);
        var hql = new StringBuilder("from ImpactCase i where i.replayId = :replay and ").append(visible.hql());
        narrow(hql, parameters, "i.outcomeBefore", "from", filter.from == null ? null : filter.from.name());
        narrow(hql, parameters, "i.outcomeAfter", "to", filter.to == null ? null : filter.to.name());
        narrow(hql, parameters, "i.kind", "kind", filter.kind);
        narrow(hql, parameters, "i.direction", "direction", filter.direction);
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
