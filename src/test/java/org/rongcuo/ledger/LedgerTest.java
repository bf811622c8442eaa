package org.rongcuo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.StateVersion;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerTest {
    @Inject
    Notes notes;

    @Inject
    Ledger ledger;

    @Inject
    LedgerVerification verification;

    @Inject
    CurrentActor currentActor;

    @Inject
    StateVersion.History history;

    @Test
    void tellsWhatHappenedWhenAndByWhom() {
        var person = new Actor(UUID.randomUUID(), "王一");
        currentActor.set(person);
        var chain = Notes.newChain();
        notes.note(chain, 7);

        var entry = ledger.entries(chain, 0, 10).get(0);

        assertEquals(1, entry.sequence());
        assertEquals(7, entry.stateVersion());
        assertEquals("org.rongcuo.ledger.noted", entry.type());
        assertEquals(person.personId(), entry.actor().id());
        assertEquals("王一", entry.actor().name());
        assertEquals(
                "{\"actor\":{\"id\":\"" + person.personId() + "\",\"name\":\"王一\"},"
                        + "\"event\":{\"loss\":\"5.2\",\"note\":\"第 7 次\"}}",
                Json.canonical(entry.payload()));
        assertEquals(0, entry.at().getNano() % 1000);
    }

    @Test
    void recordsTheSystemWhereNobodyActs() {
        var chain = Notes.newChain();
        notes.note(chain, 1);

        var actor = ledger.entries(chain, 0, 10).get(0).actor();

        assertNull(actor.id());
        assertEquals(Actor.SYSTEM.name(), actor.name());
    }

    @Test
    void givesAllThatAVerifierElsewhereNeeds() {
        var chain = Notes.newChain();
        notes.note(chain, 1);
        notes.note(chain, 2);

        var previous = EntryHeader.genesis(chain);
        for (var entry : ledger.entries(chain, 0, 10)) {
            assertEquals(previous, entry.prevHash());
            assertEquals(
                    entry.payloadHash(),
                    EntryHeader.commitment(HexFormat.of().parseHex(entry.salt()), Json.canonical(entry.payload())));
            var header = new EntryHeader(
                    entry.schemaVersion(),
                    entry.chain(),
                    entry.sequence(),
                    entry.stateVersion(),
                    entry.type(),
                    entry.actor().id(),
                    entry.at(),
                    entry.prevHash(),
                    entry.payloadHash());
            assertEquals(entry.hash(), header.hash());
            previous = entry.hash();
        }
    }

    @Test
    void salts() {
        var chain = Notes.newChain();
        notes.note(chain, 1);
        notes.note(chain, 1);

        var entries = ledger.entries(chain, 0, 10);

        assertEquals(entries.get(0).payload(), entries.get(1).payload());
        assertTrue(!entries.get(0).payloadHash().equals(entries.get(1).payloadHash()));
    }

    @Test
    void tellsWhatChangedSinceAStateVersion() {
        var chain = Notes.newChain();
        for (int version = 1; version <= 4; version++) {
            notes.note(chain, version);
        }

        var changes = history.since(chain, 2);

        assertEquals(
                List.of(3L, 4L),
                changes.stream().map(StateVersion.Change::version).toList());
        assertEquals(Actor.SYSTEM.name(), changes.get(0).actor());
    }

    @Test
    void tellsAtMostAHundredChanges() {
        var chain = Notes.newChain();
        for (int version = 1; version <= 101; version++) {
            notes.note(chain, version);
        }

        assertEquals(100, history.since(chain, 0).size());
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        var chain = Notes.newChain();

        assertThrows(TransactionalException.class, () -> notes.noteOutsideTransaction(chain, 1));
        assertEquals(List.of(), ledger.entries(chain, 0, 10));
    }

    @Test
    void keepsNothingOfAnActThatFailed() throws Exception {
        var chain = Notes.newChain();
        assertThrows(IllegalStateException.class, () -> notes.noteAndFail(chain));

        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            for (var table : List.of("ledger_chain", "ledger_entry", "ledger_payload", "ledger_pending")) {
                var row = statement.executeQuery("select count(*) from " + table + " where chain = '" + chain + "'");
                row.next();
                assertEquals(0, row.getLong(1), table);
            }
        }
        notes.note(chain, 1);
        assertTrue(verification.chain(chain).intact());
    }

    @Test
    void numbersWithoutGapsWhenFiftyActOnOneChain() throws Exception {
        var chain = Notes.newChain();
        together(50, number -> () -> {
            notes.note(chain, number);
            return null;
        });

        assertEquals(LongStream.rangeClosed(1, 50).boxed().toList(), sequences(chain));
        var verified = verification.chain(chain);
        assertTrue(verified.intact(), verified.toString());
        assertEquals(50, verified.entries());
    }

    @Test
    void keepsTwoChainsApartThatGrowTogether() throws Exception {
        var chains = List.of(Notes.newChain(), Notes.newChain());
        together(20, number -> () -> {
            for (int i = 0; i < 10; i++) {
                notes.note(chains.get(number % 2), i);
            }
            return null;
        });

        for (var chain : chains) {
            assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), sequences(chain));
            assertTrue(verification.chain(chain).intact());
        }
    }

    @Test
    void verifiesAllChains() {
        notes.note(Notes.newChain(), 1);
        notes.note(Notes.newChain(), 1);

        var verified = verification.all();

        assertTrue(verified.intact(), verified.toString());
        assertTrue(verified.chains() >= 2 && verified.entries() >= verified.chains(), verified.toString());
    }

    private List<Long> sequences(String chain) {
        return ledger.entries(chain, 0, 1000).stream().map(EntryView::sequence).toList();
    }

    private interface Work {
        Callable<Void> of(int number);
    }

    private static void together(int threads, Work work) throws Exception {
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                var mine = work.of(number);
                running.add(pool.submit(() -> {
                    start.await();
                    return mine.call();
                }));
            }
            for (var one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
