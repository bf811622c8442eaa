package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All waivers of reviews. */
@ApplicationScoped
class ReviewWaivers implements PanacheRepositoryBase<ReviewWaiver, UUID> {
    List<ReviewWaiver> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    Optional<ReviewWaiver> about(UUID determinationId) {
        return find("determinationId", determinationId).firstResultOptional();
    }
}
