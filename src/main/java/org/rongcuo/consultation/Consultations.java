package org.rongcuo.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** All consultations, with their votes and conclusions. */
@ApplicationScoped
class Consultations implements PanacheRepositoryBase<Consultation, UUID> {
    private final EntityManager entityManager;

    Consultations(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Those of a case, the oldest first. */
    List<Consultation> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    Optional<Consultation> latest(UUID caseId) {
        return find("caseId = ?1 order by id desc", caseId).firstResultOptional();
    }

    /** The cases that are or were before a group, in the order in which they are locked. */
    List<UUID> casesOf(UUID groupId) {
        return entityManager
                .createQuery(
                        "select distinct c.caseId from Consultation c where c.groupId = ?1 order by c.caseId",
                        UUID.class)
                .setParameter(1, groupId)
                .getResultList();
    }

    /** @throws Problem 422 for one unknown */
    Consultation named(UUID id, String pointer) {
        return findByIdOptional(id)
                .orElseThrow(() ->
                        Problem.invalid(pointer, "consultation-unknown", "没有此项会商", "There is no such consultation"));
    }

    void add(Object record) {
        entityManager.persist(record);
        entityManager.flush();
    }

    /** As it is now: others may have changed it while the lock of its case was waited for. */
    Consultation anew(Consultation seen) {
        entityManager.refresh(seen);
        return seen;
    }

    /** The votes of a meeting, in the order of casting. */
    List<SealedVote> votes(UUID meetingId) {
        return entityManager
                .createQuery("from SealedVote v where v.meetingId = ?1 order by v.id", SealedVote.class)
                .setParameter(1, meetingId)
                .getResultList();
    }

    List<SealedVote> votes(UUID meetingId, UUID consultationId) {
        return votes(meetingId).stream()
                .filter(vote -> vote.consultationId().equals(consultationId))
                .toList();
    }

    /** The votes on a case before a group, whatever the meeting. */
    List<SealedVote> votesOn(UUID consultationId) {
        return entityManager
                .createQuery("from SealedVote v where v.consultationId = ?1 order by v.id", SealedVote.class)
                .setParameter(1, consultationId)
                .getResultList();
    }

    Optional<GroupConclusion> conclusion(UUID consultationId) {
        return entityManager
                .createQuery("from GroupConclusion c where c.consultationId = ?1", GroupConclusion.class)
                .setParameter(1, consultationId)
                .getResultList()
                .stream()
                .findFirst();
    }
}
