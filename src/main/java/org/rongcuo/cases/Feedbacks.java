package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All feedbacks given. */
@ApplicationScoped
class Feedbacks implements PanacheRepositoryBase<Feedback, UUID> {
    List<Feedback> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
