package org.rongcuo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerSequencerTest {
    @Inject
    Notes notes;

    @Inject
    Ledger ledger;

    @Inject
    LedgerSequencer sequencer;

    @Inject
    LedgerVerification verification;

    @Test
    void countsWithoutGapsWhileManyActAndSeveralSequencersRun() throws Exception {
        var chains = List.of(Notes.newChain(), Notes.newChain(), Notes.newChain(), Notes.newChain());
        var acting = new CountDownLatch(chains.size());
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (var chain : chains) {
                running.add(pool.submit(() -> {
                    for (int version = 1; version <= 50; version++) {
                        notes.note(chain, version);
                    }
                    acting.countDown();
                }));
            }
            for (int i = 0; i < 4; i++) {
                running.add(pool.submit(() -> {
                    while (acting.getCount() > 0) {
                        sequencer.givePositions();
                    }
                }));
            }
            for (var one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdown();
        }
        awaitPositions(chains);

        assertEquals(LongStream.rangeClosed(1, positions().size()).boxed().toList(), positions());
        assertTrue(verification.all().intact());
    }

    @Test
    void givesAPositionToWhatASlowTransactionCommitsLate() throws Exception {
        var slow = Notes.newChain();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var pool = Executors.newSingleThreadExecutor();
        try {
            var transaction =
                    pool.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        notes.noteOutsideTransaction(slow, 1);
                        written.countDown();
                        return mayCommit.await(30, TimeUnit.SECONDS);
                    }));
            assertTrue(written.await(30, TimeUnit.SECONDS));
            var later = notes.chainOf(1);
            mayCommit.countDown();
            assertTrue(transaction.get(30, TimeUnit.SECONDS));
            awaitPositions(List.of(slow));

            var slowEntry = ledger.entries(slow, 0, 1).get(0);
            var laterEntry = ledger.entries(later, 0, 1).get(0);
            assertTrue(slowEntry.at().isBefore(laterEntry.at()));
            assertTrue(slowEntry.position() > laterEntry.position(), "a reader past the later entry would miss it");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void givesNoPositionBeforeTheCommit() throws Exception {
        var chain = Notes.newChain();
        QuarkusTransaction.requiringNew().run(() -> {
            notes.noteOutsideTransaction(chain, 1);
            sequencer.givePositions();
            assertNull(ledger.entries(chain, 0, 1).get(0).position());
        });
        awaitPositions(List.of(chain));
    }

    @Test
    void keepsAChainsOrderWhereItsClockWentBack() throws Exception {
        var chain = Notes.newChain();
        // Held by a session of its own, the sequencer's lock keeps both entries for one run.
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LedgerSequencer.LOCK + ")");
            notes.note(chain, 1);
            notes.note(chain, 2);
            assertEquals(0, sequencer.givePositions());
            statement.execute("set session_replication_role = replica");
            statement.execute("update ledger_entry set at = at - interval '1 hour' where chain = '" + chain
                    + "' and sequence = 2");
        }
        awaitPositions(List.of(chain));

        var entries = ledger.entries(chain, 0, 2);
        assertTrue(entries.get(0).position() < entries.get(1).position());
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update ledger_entry set at = at + interval '1 hour' where chain = '" + chain
                    + "' and sequence = 2");
        }
        assertTrue(verification.chain(chain).intact());
    }

    private void awaitPositions(List<String> chains) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            if (chains.stream()
                    .flatMap(chain -> ledger.entries(chain, 0, 1000).stream())
                    .allMatch(entry -> entry.position() != null)) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the scheduled sequencer gave no position within 30 s");
    }

    private static List<Long> positions() throws Exception {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select position from ledger_position order by position")) {
            var positions = new ArrayList<Long>();
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
            return positions;
        }
    }
}
