package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The evaluations in advance. */
@ApplicationScoped
class FilingEvaluations implements PanacheRepositoryBase<FilingEvaluation, UUID> {
    /** The latest first. */
    List<FilingEvaluation> of(UUID caseId) {
        return list("caseId = ?1 order by id desc", caseId);
    }
}
