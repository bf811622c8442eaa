package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Organ;

/** The organs that handle a case beside the one that it is assigned to (联合承办). */
@ApplicationScoped
class CoHandlers {
    private final EntityManager entityManager;

    CoHandlers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(UUID caseId) {
        return entityManager
                .createNativeQuery("select organ_id from case_co_handler where case_id = ?1", UUID.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    List<Organ> of(UUID caseId) {
        var ids = ids(caseId);
        return ids.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "from Organ o join fetch o.jurisdiction where o.id in ?1 order by o.id", Organ.class)
                        .setParameter(1, ids)
                        .getResultList();
    }

    void add(UUID caseId, UUID organId) {
        entityManager
                .createNativeQuery("insert into case_co_handler (case_id, organ_id) values (?1, ?2)")
                .setParameter(1, caseId)
                .setParameter(2, organId)
                .executeUpdate();
    }

    void remove(UUID caseId, UUID organId) {
        entityManager
                .createNativeQuery("delete from case_co_handler where case_id = ?1 and organ_id = ?2")
                .setParameter(1, caseId)
                .setParameter(2, organId)
                .executeUpdate();
    }
}
