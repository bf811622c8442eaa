package org.rongcuo.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** All engagements, and how they ended. */
@ApplicationScoped
class Engagements implements PanacheRepositoryBase<Engagement, UUID> {
    List<Engagement> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    Engagement of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** Empty while it is under way. */
    Optional<EngagementEnd> end(UUID engagementId) {
        return Optional.ofNullable(getEntityManager().find(EngagementEnd.class, engagementId));
    }

    void add(EngagementEnd end) {
        getEntityManager().persist(end);
        flush();
    }
}
