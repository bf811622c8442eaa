package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The teams that cases name. */
@ApplicationScoped
class CaseTeams {
    private final EntityManager entityManager;

    CaseTeams(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @SuppressWarnings("unchecked")
    List<UUID> of(UUID caseId) {
        return entityManager
                .createNativeQuery(
                        "select person_id from case_team_member where case_id = ?1 order by person_id", UUID.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    void replace(UUID caseId, Collection<UUID> persons) {
        entityManager
                .createNativeQuery("delete from case_team_member where case_id = ?1")
                .setParameter(1, caseId)
                .executeUpdate();
        for (var person : persons) {
            entityManager
                    .createNativeQuery("insert into case_team_member (case_id, person_id) values (?1, ?2)")
                    .setParameter(1, caseId)
                    .setParameter(2, person)
                    .executeUpdate();
        }
    }
}
