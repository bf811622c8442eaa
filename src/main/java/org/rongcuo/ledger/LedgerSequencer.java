package org.rongcuo.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Gives every committed entry its position among all entries: 1, 2, 3 … without gaps, never changed. An entry gets it
 * once its transaction is visible, so a reader who has seen position n never meets a smaller one afterwards, however late
 * a slow transaction commits. Replicas take turns by an advisory lock.
 */
@ApplicationScoped
class LedgerSequencer {
    /** The advisory lock's key, arbitrary and used nowhere else. */
    static final long LOCK = 0x726f6e6763756fL;

    // Within a run by time; the running maximum keeps a chain's own order where its clock went back.
    private static final String GIVE = "with taken as (delete from ledger_pending returning chain, sequence),"
            + " timed as (select e.chain, e.sequence,"
            + " max(e.at) over (partition by e.chain order by e.sequence) as at"
            + " from taken t join ledger_entry e on e.chain = t.chain and e.sequence = t.sequence)"
            + " insert into ledger_position (position, chain, sequence)"
            + " select (select coalesce(max(position), 0) from ledger_position)"
            + " + row_number() over (order by at, chain, sequence), chain, sequence from timed";

    private final EntityManager entityManager;

    LedgerSequencer(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Scheduled(
            identity = "ledger-sequencer",
            every = "{rongcuo.ledger.sequencer.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        givePositions();
    }

    /**
     * Gives positions to all entries that are committed and have none.
     *
     * @return how many; 0 also while another replica is at it
     */
    int givePositions() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var mine = (Boolean) entityManager
                    .createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                    .setParameter(1, LOCK)
                    .getSingleResult();
            // A statement of its own: its snapshot is younger than the lock, so it sees the positions given before.
            return mine ? entityManager.createNativeQuery(GIVE).executeUpdate() : 0;
        });
    }
}
