package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** All internal reviews. */
@ApplicationScoped
class InternalReviews implements PanacheRepositoryBase<InternalReview, UUID> {
    List<InternalReview> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The case's review of that id. @throws Problem 404 */
    InternalReview of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    Optional<InternalReview> about(UUID determinationId) {
        return find("determinationId", determinationId).firstResultOptional();
    }

    Optional<InternalReview> ofRefusal(UUID caseId) {
        return find("caseId = ?1 and determinationId is null", caseId).firstResultOptional();
    }

    boolean anyOpen(UUID caseId) {
        return count("caseId = ?1 and result is null", caseId) > 0;
    }
}
