package org.rongcuo.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Grant;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.Problem;

/** All public notices. What an audience sees of them is decided by one predicate, for list, count and get alike. */
@ApplicationScoped
class PublicNotices implements PanacheRepositoryBase<PublicNotice, UUID> {
    private final Persons persons;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Clock clock;

    PublicNotices(Persons persons, CurrentActor actor, CurrentRights rights, Clock clock) {
        this.persons = persons;
        this.actor = actor;
        this.rights = rights;
        this.clock = clock;
    }

    List<PublicNotice> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The case's notice that hangs, its term over or not. */
    Optional<PublicNotice> standing(UUID caseId) {
        return find("caseId = ?1 and takenDownAt is null and audience <> ?2", caseId, Audience.NONE)
                .firstResultOptional();
    }

    /** Whether the organ forwent the notice of the round. */
    boolean isForgone(UUID caseId, int round) {
        return count(
                        "caseId = ?1 and round = ?2 and takenDownAt is null and audience = ?3",
                        caseId,
                        round,
                        Audience.NONE)
                > 0;
    }

    /** The notice as the current caller may see it: while it runs, in its audience. @throws Problem 404 */
    PublicNotice shown(UUID id) {
        var query = query(null);
        query.parameters.put("id", id);
        return find(query.hql + " and n.id = :id", query.parameters)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Up to {@code limit + 1} notices that the caller may see, the latest first. @param jurisdiction null for all */
    List<PublicNotice> page(String jurisdiction, UUID after, int limit) {
        var query = query(jurisdiction);
        if (after != null) {
            query.parameters.put("after", after);
        }
        return find(query.hql + (after == null ? "" : " and n.id < :after") + " order by n.id desc", query.parameters)
                .range(0, limit)
                .list();
    }

    /** How many the caller may see, counted to one beyond {@link Page#COUNT_CAP}. */
    int counted(String jurisdiction) {
        var query = query(jurisdiction);
        var counting = getEntityManager().createQuery("select 1 " + query.hql, Integer.class);
        query.parameters.forEach(counting::setParameter);
        return counting.setMaxResults(Page.COUNT_CAP + 1).getResultList().size();
    }

    private record Query(String hql, Map<String, Object> parameters) {}

    private Query query(String jurisdiction) {
        Map<String, Object> parameters = new HashMap<>();
        var hql = new StringBuilder("from PublicNotice n where n.takenDownAt is null and n.until >= :today");
        parameters.put("today", Clocks.today(clock));
        var me = actor.find().map(each -> persons.findById(each.personId())).orElse(null);
        if (me == null) {
            hql.append(" and n.audience = org.rongcuo.publication.Audience.PUBLIC");
        } else {
            Set<UUID> mine = rights.get().grants().stream().map(Grant::organId).collect(Collectors.toSet());
            mine.add(me.organ().id());
            hql.append(" and (n.audience = org.rongcuo.publication.Audience.PUBLIC")
                    .append(
                            " or n.audience = org.rongcuo.publication.Audience.SYSTEM and n.jurisdiction.code in :places")
                    .append(" or n.audience = org.rongcuo.publication.Audience.UNIT and exists (select 1 from"
                            + " PublicNoticeUnit u where u.noticeId = n.id and u.organId in :units))");
            parameters.put("places", me.organ().jurisdiction().codes());
            parameters.put("units", mine);
        }
        if (jurisdiction != null) {
            hql.append(" and n.jurisdiction.code = :jurisdiction");
            parameters.put("jurisdiction", jurisdiction);
        }
        return new Query(hql.toString(), parameters);
    }
}
