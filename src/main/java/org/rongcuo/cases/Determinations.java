package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All determinations. */
@ApplicationScoped
class Determinations implements PanacheRepositoryBase<Determination, UUID> {
    List<Determination> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    Optional<Determination> ofSubject(UUID subjectId) {
        return find("subjectId", subjectId).firstResultOptional();
    }
}
