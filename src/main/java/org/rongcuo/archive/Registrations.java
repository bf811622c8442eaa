package org.rongcuo.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All filings for registration. */
@ApplicationScoped
class Registrations implements PanacheRepositoryBase<Registration, UUID> {
    List<Registration> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The one that waits for the registrar. */
    Optional<Registration> open(UUID caseId) {
        return find("caseId = ?1 and decision is null", caseId).firstResultOptional();
    }
}
