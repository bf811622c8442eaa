package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** All feedbacks given. */
@ApplicationScoped
class Feedbacks implements PanacheRepositoryBase<Feedback, UUID> {
    List<Feedback> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    Optional<Feedback> about(UUID determinationId) {
        return find("determinationId", determinationId).firstResultOptional();
    }

    /** The case's feedback of that id. @throws Problem 404 */
    Feedback of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }
}
