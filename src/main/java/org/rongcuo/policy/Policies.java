package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All rule books. */
@ApplicationScoped
class Policies implements PanacheRepositoryBase<Policy, UUID> {
    Optional<Policy> of(String jurisdiction, String name) {
        return find("jurisdiction.code = ?1 and name = ?2", jurisdiction, name).firstResultOptional();
    }

    /** The book under its lock, for a write to it or to one of its versions. */
    Optional<Policy> locked(String jurisdiction, String name) {
        return find("jurisdiction.code = ?1 and name = ?2", jurisdiction, name)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
