package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The links between all cases. */
@ApplicationScoped
class CaseLinks implements PanacheRepositoryBase<CaseLink, UUID> {
    /** Those of a case, whichever end it is. */
    List<CaseLink> of(UUID caseId) {
        return list("caseId = ?1 or otherId = ?1 order by id", caseId);
    }
}
