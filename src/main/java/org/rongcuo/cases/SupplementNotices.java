package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All supplement notices; a case has at most one. */
@ApplicationScoped
class SupplementNotices implements PanacheRepositoryBase<SupplementNotice, UUID> {
    Optional<SupplementNotice> of(UUID caseId) {
        return find("caseId", caseId).firstResultOptional();
    }
}
