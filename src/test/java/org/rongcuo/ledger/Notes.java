package org.rongcuo.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** Acts that do nothing but happen. */
@ApplicationScoped
class Notes {
    private final Event<DomainEvent> events;
    private final LedgerSequencer sequencer;
    private final Ledger ledger;

    Notes(Event<DomainEvent> events, LedgerSequencer sequencer, Ledger ledger) {
        this.events = events;
        this.sequencer = sequencer;
        this.ledger = ledger;
    }

    static String newChain() {
        return "case:" + UUID.randomUUID();
    }

    @Transactional
    void note(String chain, long stateVersion) {
        noteOutsideTransaction(chain, stateVersion);
    }

    @Transactional
    void noteAndFail(String chain) {
        noteOutsideTransaction(chain, 1);
        throw new IllegalStateException("the act fails after its event");
    }

    void noteOutsideTransaction(String chain, long stateVersion) {
        events.fire(new Noted(chain, stateVersion, "第 " + stateVersion + " 次", new BigDecimal("5.20")));
    }

    /** A chain of entries that all have their positions. */
    String chainOf(int entries) throws InterruptedException {
        var chain = newChain();
        for (int version = 1; version <= entries; version++) {
            note(chain, version);
        }
        while (ledger.entries(chain, 0, entries).stream().anyMatch(entry -> entry.position() == null)) {
            sequencer.givePositions();
            Thread.sleep(5);
        }
        return chain;
    }
}
