package org.rongcuo.shared;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers, in the act's own transaction, what a POST answered to an {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header). Claiming inserts the key's row: a repeat that comes while the first is
 * under way waits on that row until the first commits (then it finds the answer) or rolls back (then it acts itself).
 * So an error is never remembered and an act never runs twice.
 */
@ApplicationScoped
public class Idempotency {
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager entityManager;
    private final Clock clock;

    Idempotency(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** A key in use by one actor for one method and path, with what was asked under it. */
    record Claim(String actor, String method, String path, String key, String bodyHash) {}

    /** An answer kept. @param body the JSON text sent, null for none */
    record Stored(String bodyHash, Integer status, Long stateVersion, String location, String body) {}

    /**
     * Claims the key, waiting for another transaction that holds it.
     *
     * @return the answer remembered, empty when the caller is the first and must act
     */
    Optional<Stored> claim(Claim claim) {
        entityManager
                .createNativeQuery("delete from idempotency where actor = ?1 and method = ?2 and path = ?3 and key = ?4"
                        + " and created_at < ?5")
                .setParameter(1, claim.actor)
                .setParameter(2, claim.method)
                .setParameter(3, claim.path)
                .setParameter(4, claim.key)
                .setParameter(5, Instant.now(clock).minus(KEPT))
                .executeUpdate();
        var inserted = entityManager
                .createNativeQuery("insert into idempotency (actor, method, path, key, body_hash, created_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                .setParameter(1, claim.actor)
                .setParameter(2, claim.method)
                .setParameter(3, claim.path)
                .setParameter(4, claim.key)
                .setParameter(5, claim.bodyHash)
                .setParameter(6, Instant.now(clock))
                .executeUpdate();
        if (inserted == 1) {
            return Optional.empty();
        }
        var row = (Object[]) entityManager
                .createNativeQuery("select body_hash, status, state_version, location, body from idempotency"
                        + " where actor = ?1 and method = ?2 and path = ?3 and key = ?4")
                .setParameter(1, claim.actor)
                .setParameter(2, claim.method)
                .setParameter(3, claim.path)
                .setParameter(4, claim.key)
                .getSingleResult();
        return Optional.of(
                new Stored((String) row[0], (Integer) row[1], (Long) row[2], (String) row[3], (String) row[4]));
    }

    /** Whether an answer is remembered; claims nothing and waits for nobody. */
    boolean remembers(Claim claim) {
        return !entityManager
                .createNativeQuery("select 1 from idempotency"
                        + " where actor = ?1 and method = ?2 and path = ?3 and key = ?4 and created_at >= ?5")
                .setParameter(1, claim.actor)
                .setParameter(2, claim.method)
                .setParameter(3, claim.path)
                .setParameter(4, claim.key)
                .setParameter(5, Instant.now(clock).minus(KEPT))
                .getResultList()
                .isEmpty();
    }

    /** Keeps the answer with the claim. */
    void remember(Claim claim, Stored answer) {
        entityManager
                .createNativeQuery("update idempotency set status = ?5, state_version = ?6, location = ?7, body = ?8"
                        + " where actor = ?1 and method = ?2 and path = ?3 and key = ?4")
                .setParameter(1, claim.actor)
                .setParameter(2, claim.method)
                .setParameter(3, claim.path)
                .setParameter(4, claim.key)
                .setParameter(5, answer.status)
                .setParameter(6, answer.stateVersion)
                .setParameter(7, answer.location)
                .setParameter(8, answer.body)
                .executeUpdate();
    }

    /** Forgets answers past their time; any number of replicas may do so at once. */
    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forgetOld() {
        entityManager
                .createNativeQuery("delete from idempotency where created_at < ?1")
                .setParameter(1, Instant.now(clock).minus(KEPT))
                .executeUpdate();
    }
}
