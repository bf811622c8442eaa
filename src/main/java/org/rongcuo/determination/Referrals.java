package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The referrals of all cases. */
@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {
    List<Referral> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
