package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All repeals. */
@ApplicationScoped
class PolicyRepeals implements PanacheRepositoryBase<PolicyRepeal, UUID> {
    /** The repeals of a book, those taken back included, the latest date first. */
    List<PolicyRepeal> of(Policy policy) {
        return list("policy = ?1 order by effectiveFrom desc, decidedAt desc", policy);
    }
}
