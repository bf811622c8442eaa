package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Recusals;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.Problem;

/**
 * Who sees a meeting: the members of its group, and officials who see one of its cases, each the cases that they see. Whom
 * a case concerns does not see how a group consults on it.
 */
@ApplicationScoped
class MeetingSight {
    private static final Role[] OFFICIALS = {
        Role.HANDLER, Role.DECIDER, Role.ORGANISATION, Role.REGISTRAR, Role.COORDINATOR, Role.INSPECTOR
    };
    private static final UUID NOBODY = new UUID(0, 0);

    private final CoordinationGroups groups;
    private final CaseAccess access;
    private final Recusals recusals;
    private final CurrentRights rights;
    private final CurrentActor actor;
    private final EntityManager entityManager;
    private final Clock clock;

    MeetingSight(
            CoordinationGroups groups,
            CaseAccess access,
            Recusals recusals,
            CurrentRights rights,
            CurrentActor actor,
            EntityManager entityManager,
            Clock clock) {
        this.groups = groups;
        this.access = access;
        this.recusals = recusals;
        this.rights = rights;
        this.actor = actor;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Whether the current person belongs to the group on the date and still holds the role of a coordinator. */
    boolean isMember(UUID groupId, LocalDate date) {
        return rights.get().holdsAny(Role.COORDINATOR)
                && groups.current(groupId)
                        .memberOn(actor.get().personId(), date)
                        .isPresent();
    }

    /** The groups to which the current person belongs today. */
    private List<UUID> mine() {
        if (!rights.get().holdsAny(Role.COORDINATOR)) {
            return List.of(NOBODY);
        }
        var mine = entityManager
                .createQuery(
                        "select v.groupId from GroupVersion v join v.members m join CoordinationGroup g"
                                + " on g.id = v.groupId and g.stateVersion = v.number where m.person = ?1",
                        UUID.class)
                .setParameter(1, actor.get().personId())
                .getResultList()
                .stream()
                .filter(group -> isMember(group, Clocks.today(clock)))
                .toList();
        return mine.isEmpty() ? List.of(NOBODY) : mine;
    }

    /** Whether the current person, in an office, sees the case. */
    boolean seesCase(UUID caseId, Role... roles) {
        var condition = access.visibleAs(":caseId", roles);
        if (condition.parameters().isEmpty()) {
            return false;
        }
        var query = entityManager
                .createQuery("select 1 where " + condition.hql(), Integer.class)
                .setParameter("caseId", caseId);
        condition.parameters().forEach(query::setParameter);
        return !query.getResultList().isEmpty();
    }

    boolean seesCase(UUID caseId) {
        return seesCase(caseId, OFFICIALS);
    }

    /**
     * Whether the current person may open the sealed votes on the case: whoever may decide it in the organ that handles
     * it, and the meeting's chair; not who is recused from the case or concerned by it.
     */
    boolean opens(ConsultationMeeting meeting, CaseFile file, Sitting sitting) {
        var me = actor.get().personId();
        var decides = file.handlingOrgan() != null
                && rights.get().holdsIn(file.handlingOrgan(), file.level(), Role.DECIDER)
                && seesCase(file.id(), Role.DECIDER);
        var chairs = meeting.chairId().equals(me) && seesCase(file.id(), Role.COORDINATOR);
        return (decides || chairs) && !sitting.recused().containsKey(me) && !recusals.recused(file.id(), me);
    }

    /** @throws Problem 404 for a meeting unseen or absent */
    ConsultationMeeting visible(UUID id) {
        var query = query(new Filter(null, null, null));
        query.parameters.put("id", id);
        return typed(query.hql + " and m.id = :id", query.parameters).getResultList().stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** What a list is narrowed to; null leaves a property open. */
    record Filter(UUID group, LocalDate from, LocalDate to) {}

    /** Up to {@code limit + 1} visible meetings, the latest called first. */
    List<ConsultationMeeting> page(Filter filter, UUID after, int limit) {
        var query = query(filter);
        if (after != null) {
            query.parameters.put("after", after);
        }
        return typed(query.hql + (after == null ? "" : " and m.id < :after") + " order by m.id desc", query.parameters)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    int counted(Filter filter) {
        var query = query(filter);
        var counting = entityManager.createQuery("select 1 " + query.hql, Integer.class);
        query.parameters.forEach(counting::setParameter);
        return counting.setMaxResults(Page.COUNT_CAP + 1).getResultList().size();
    }

    private TypedQuery<ConsultationMeeting> typed(String hql, Map<String, Object> parameters) {
        var query = entityManager.createQuery(hql, ConsultationMeeting.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private record Query(String hql, Map<String, Object> parameters) {}

    private Query query(Filter filter) {
        var condition = access.visibleAs("c.caseId", OFFICIALS);
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("mine", mine());
        var hql = new StringBuilder("from ConsultationMeeting m where (m.groupId in (:mine) or exists"
                + " (select 1 from Consultation c where c.id member of m.items and " + condition.hql() + "))");
        if (filter.group != null) {
            hql.append(" and m.groupId = :group");
            parameters.put("group", filter.group);
        }
        if (filter.from != null) {
            hql.append(" and m.heldOn >= :from");
            parameters.put("from", filter.from);
        }
        if (filter.to != null) {
            hql.append(" and m.heldOn <= :to");
            parameters.put("to", filter.to);
        }
        return new Query(hql.toString(), parameters);
    }
}
