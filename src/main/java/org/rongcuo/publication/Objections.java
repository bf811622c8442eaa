package org.rongcuo.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ReceiptCode;

/** The objections to all notices. */
@ApplicationScoped
class Objections implements PanacheRepositoryBase<Objection, UUID> {
    List<Objection> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    Objection of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    boolean isAnyNamed(UUID caseId) {
        return count("caseId = ?1 and identity is not null", caseId) > 0;
    }

    boolean isAnyOpen(UUID caseId) {
        return count("caseId = ?1 and answeredAt is null", caseId) > 0;
    }

    Optional<Objection> ofReceipt(ReceiptCode receipt) {
        return find("receipt", receipt.digest()).firstResultOptional();
    }
}
