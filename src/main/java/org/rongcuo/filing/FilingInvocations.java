package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** Which cases invoke which filings. */
@ApplicationScoped
class FilingInvocations implements PanacheRepositoryBase<FilingInvocation, UUID> {
    List<FilingInvocation> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    FilingInvocation of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }
}
