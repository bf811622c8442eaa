package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** Who verifies which case (核实人员), and who assists them. */
@ApplicationScoped
class Investigators {
    /** How many it takes to investigate, to hear a subject and to sign a report (政务处分法 42). */
    static final int AT_LEAST = 2;

    private final EntityManager entityManager;

    Investigators(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Who assists: a person known here, or an external expert by name. @param affiliation null for a person */
    record Assistant(UUID personId, String name, String affiliation) {}

    @SuppressWarnings("unchecked")
    List<UUID> of(UUID caseId) {
        return entityManager
                .createNativeQuery(
                        "select person_id from case_investigator where case_id = ?1 order by person_id", UUID.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    List<Assistant> assistants(UUID caseId) {
        return ((List<Object[]>) entityManager
                        .createNativeQuery(
                                "select person_id, name, affiliation from case_assistant where case_id = ?1 order by id")
                        .setParameter(1, caseId)
                        .getResultList())
                .stream()
                        .map(row -> new Assistant((UUID) row[0], (String) row[1], (String) row[2]))
                        .toList();
    }

    void replace(UUID caseId, Collection<UUID> persons, List<Assistant> assistants) {
        delete("delete from case_investigator where case_id = ?1", caseId);
        delete("delete from case_assistant where case_id = ?1", caseId);
        for (var person : persons) {
            entityManager
                    .createNativeQuery("insert into case_investigator (case_id, person_id) values (?1, ?2)")
                    .setParameter(1, caseId)
                    .setParameter(2, person)
                    .executeUpdate();
        }
        for (var assistant : assistants) {
            entityManager
                    .createNativeQuery("insert into case_assistant (id, case_id, person_id, name, affiliation)"
                            + " values (?1, ?2, cast(cast(?3 as text) as uuid), ?4, ?5)")
                    .setParameter(1, Ids.next())
                    .setParameter(2, caseId)
                    .setParameter(3, assistant.personId == null ? null : assistant.personId.toString())
                    .setParameter(4, assistant.name)
                    .setParameter(5, assistant.affiliation)
                    .executeUpdate();
        }
    }

    /** A person recused neither investigates nor assists any more. */
    void leaveOut(UUID caseId, UUID personId) {
        for (var table : List.of("case_investigator", "case_assistant")) {
            entityManager
                    .createNativeQuery("delete from " + table + " where case_id = ?1 and person_id = ?2")
                    .setParameter(1, caseId)
                    .setParameter(2, personId)
                    .executeUpdate();
        }
    }

    private void delete(String sql, UUID caseId) {
        entityManager.createNativeQuery(sql).setParameter(1, caseId).executeUpdate();
    }
}
