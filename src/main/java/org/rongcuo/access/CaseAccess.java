package org.rongcuo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.Rights.Grantee;
import org.rongcuo.shared.Problem;

/**
 * The one authorisation predicate over cases. Get, list and count, and all that is served beneath a case, ask it; what a
 * case is open to is written as rows when the case changes hands, so that the predicate is one indexed look-up.
 */
@ApplicationScoped
public class CaseAccess implements CaseVisibility {
    private final EntityManager entityManager;
    private final CurrentRights currentRights;

    CaseAccess(EntityManager entityManager, CurrentRights currentRights) {
        this.entityManager = entityManager;
        this.currentRights = currentRights;
    }

    /**
     * The predicate as a condition of an HQL query.
     *
     * @param hql the condition, to be joined by {@code and}
     * @param parameters its named parameters
     */
    public record Condition(String hql, Map<String, Object> parameters) {}

    /** The predicate for the current person over the case whose id the HQL path names. */
    public Condition visible(String idPath) {
        return openTo(idPath, currentRights.get().grantees());
    }

    /** As {@link #visible}, but only what the person sees by one of the roles, or as a member of the case's team. */
    public Condition visibleAs(String idPath, Role... roles) {
        return openTo(idPath, currentRights.get().granteesAs(roles));
    }

    private static Condition openTo(String idPath, List<Grantee> grantees) {
        if (grantees.isEmpty()) {
            return new Condition("1 = 0", Map.of());
        }
        var hql =
                new StringBuilder("exists (select 1 from CaseGrant access where access.caseId = " + idPath + " and (");
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < grantees.size(); i++) {
            hql.append(i == 0 ? "" : " or ")
                    .append("access.grantee = :grantee" + i + " and access.level <= :level" + i);
            parameters.put("grantee" + i, grantees.get(i).name());
            parameters.put("level" + i, (short) grantees.get(i).level().ordinal());
        }
        return new Condition(hql.append("))").toString(), parameters);
    }

    @Override
    public void requireVisible(UUID caseId) {
        require(caseId, visible(":caseId"));
    }

    /**
     * Lets the current person pass who sees the case by one of the roles, or as a member of its team: what is for the
     * office is not for the applicant or a subject.
     *
     * @throws Problem 404
     */
    public void requireVisibleAs(UUID caseId, Role... roles) {
        require(caseId, visibleAs(":caseId", roles));
    }

    private void require(UUID caseId, Condition condition) {
        var query = entityManager.createQuery("select 1 where " + condition.hql(), Integer.class);
        condition.parameters().forEach(query::setParameter);
        if (!condition.parameters().isEmpty()) {
            query.setParameter("caseId", caseId);
        }
        if (query.getResultList().isEmpty()) {
            throw Problem.notFound();
        }
    }

    /**
     * Whom a case is open to.
     *
     * @param level the case's confidentiality
     * @param handlingOrgan the organ that handles it; null while it is the applicant's draft
     * @param coHandlers organs that handle it beside that one
     * @param persons the applicant and the subjects who are persons
     * @param team the persons of the team; empty when none is named
     * @param invited coordinators before whom it was brought
     * @param toRegister whether it has come to the registrar
     * @param toMonitor whether it is a filing that supervisors watch
     */
    public record Openness(
            UUID caseId,
            Level level,
            Jurisdiction jurisdiction,
            Organ handlingOrgan,
            List<Organ> coHandlers,
            Set<UUID> persons,
            Set<UUID> team,
            Set<UUID> invited,
            boolean toRegister,
            boolean toMonitor) {}

    /**
     * Writes the case's rows anew. A named team shuts everybody out but its members, the
     * persons concerned, coordinators invited and inspectors.
     */
    public void open(Openness openness) {
        Set<String> grantees = new HashSet<>();
        openness.persons.forEach(person -> grantees.add(Grantee.own(person)));
        openness.jurisdiction.codes().forEach(code -> grantees.add(Grantee.inspector(code)));
        openness.invited.forEach(person -> grantees.add(Grantee.invited(person)));
        if (openness.toMonitor && openness.team.isEmpty()) {
            openness.jurisdiction.codes().forEach(code -> grantees.add(Grantee.supervisor(code)));
        }
        if (!openness.team.isEmpty()) {
            openness.team.forEach(person -> grantees.add(Grantee.member(person)));
        } else if (openness.handlingOrgan != null) {
            var organ = openness.handlingOrgan;
            grantees.add(Grantee.organ(organ.id()));
            openness.coHandlers.forEach(other -> grantees.add(Grantee.organ(other.id())));
            var codes = organ.jurisdiction().codes();
            codes.subList(0, codes.size() - 1).forEach(code -> grantees.add(Grantee.above(organ.kind(), code)));
            if (openness.toRegister) {
                // 报备 is with the party committee of the same level as the organ that determined.
                grantees.add(Grantee.registrar(organ.jurisdiction().code()));
            }
        }
        // Several acts of one transaction may open it anew: what is there stays and is changed, the rest comes and
        // goes.
        var there = entityManager
                .createQuery("from CaseGrant g where g.caseId = :caseId", CaseGrant.class)
                .setParameter("caseId", openness.caseId)
                .getResultList();
        for (var grant : there) {
            if (grantees.remove(grant.grantee())) {
                grant.openTo(openness.level);
            } else {
                entityManager.remove(grant);
            }
        }
        grantees.stream()
                .sorted()
                .forEach(grantee -> entityManager.persist(new CaseGrant(openness.caseId, grantee, openness.level)));
    }
}
