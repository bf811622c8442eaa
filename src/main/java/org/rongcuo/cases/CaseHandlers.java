package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Who handled which case; such a person does not determine it. */
@ApplicationScoped
class CaseHandlers {
    private final EntityManager entityManager;

    CaseHandlers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void note(UUID caseId, UUID personId) {
        entityManager
                .createNativeQuery(
                        "insert into case_handler (case_id, person_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, caseId)
                .setParameter(2, personId)
                .executeUpdate();
    }

    boolean handled(UUID caseId, UUID personId) {
        return !entityManager
                .createNativeQuery("select 1 from case_handler where case_id = ?1 and person_id = ?2")
                .setParameter(1, caseId)
                .setParameter(2, personId)
                .getResultList()
                .isEmpty();
    }
}
