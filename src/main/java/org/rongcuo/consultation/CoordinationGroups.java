package org.rongcuo.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.shared.Problem;

/** The coordination groups of all jurisdictions, and their versions. */
@ApplicationScoped
class CoordinationGroups implements PanacheRepositoryBase<CoordinationGroup, UUID> {
    /** @throws Problem 404 */
    CoordinationGroup known(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    CoordinationGroup locked(UUID id) {
        var group = known(id);
        // It may have been seen before the lock was waited for.
        getEntityManager().refresh(group, LockModeType.PESSIMISTIC_WRITE);
        return group;
    }

    /** What the group is now. */
    GroupVersion current(CoordinationGroup group) {
        return current(group.id());
    }

    GroupVersion current(UUID groupId) {
        return getEntityManager()
                .createQuery(
                        "from GroupVersion v where v.groupId = ?1 order by v.number desc limit 1", GroupVersion.class)
                .setParameter(1, groupId)
                .getSingleResult();
    }

    /** What the group was and is, the latest first. */
    List<GroupVersion> versions(UUID groupId) {
        return getEntityManager()
                .createQuery("from GroupVersion v where v.groupId = ?1 order by v.number desc", GroupVersion.class)
                .setParameter(1, groupId)
                .getResultList();
    }

    /** The group of the place, or of the nearest above that has one, which exists on the date. */
    Optional<CoordinationGroup> nearest(Jurisdiction place, LocalDate date) {
        List<String> codes = new ArrayList<>(place.codes());
        Collections.reverse(codes);
        return codes.stream()
                .flatMap(code -> list("jurisdiction.code = ?1 order by id desc", code).stream())
                .filter(group -> current(group).isValidOn(date))
                .findFirst();
    }

    void add(GroupVersion version) {
        getEntityManager().persist(version);
    }
}
