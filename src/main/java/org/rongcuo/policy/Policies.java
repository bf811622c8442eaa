package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.dmn.BookKind;

/** All rule books. */
@ApplicationScoped
class Policies implements PanacheRepositoryBase<Policy, UUID> {
    Optional<Policy> of(String jurisdiction, String name) {
        return find("jurisdiction.code = ?1 and name = ?2", jurisdiction, name).firstResultOptional();
    }

    /**
     * The TOLERANCE books of places that have ever been approved and are for a field of work, or for all; null for those
     * for all alone.
     */
    List<Policy> tolerance(List<String> jurisdictions, String field) {
        return list(
                "from Policy p where p.jurisdiction.code in ?1 and p.kind = ?2 and (p.field is null or p.field = ?3)"
                        + " and exists (select 1 from PolicyVersion v where v.policy = p and v.status = ?4)"
                        + " order by p.jurisdiction.path desc, p.name",
                jurisdictions,
                BookKind.TOLERANCE,
                field,
                VersionStatus.APPROVED);
    }

    /** The book under its lock, for a write to it or to one of its versions. */
    Optional<Policy> locked(String jurisdiction, String name) {
        return find("jurisdiction.code = ?1 and name = ?2", jurisdiction, name)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
