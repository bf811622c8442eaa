package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** What the accountability organs of all cases were told. */
@ApplicationScoped
class AccountabilityNotices implements PanacheRepositoryBase<AccountabilityNotice, UUID> {
    List<AccountabilityNotice> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The case's notice of that id. @throws Problem 404 */
    AccountabilityNotice of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }
}
