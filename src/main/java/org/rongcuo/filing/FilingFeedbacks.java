package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The answers that filings got. */
@ApplicationScoped
class FilingFeedbacks implements PanacheRepositoryBase<FilingFeedback, UUID> {
    /** The latest last. */
    List<FilingFeedback> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
