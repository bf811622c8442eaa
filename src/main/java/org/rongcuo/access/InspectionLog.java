package org.rongcuo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Records every read of an inspector (domain.md "Roles"): who, what address, when; appended before the answer is made. */
@ApplicationScoped
class InspectionLog {
    private final EntityManager entityManager;
    private final Clock clock;

    InspectionLog(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @Transactional
    void record(Person person, String path) {
        entityManager
                .createNativeQuery("insert into inspection_read (person_id, path, at) values (?1, ?2, ?3)")
                .setParameter(1, person.id())
                .setParameter(2, path)
                .setParameter(3, Instant.now(clock))
                .executeUpdate();
    }
}
