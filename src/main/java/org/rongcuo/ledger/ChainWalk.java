package org.rongcuo.ledger;

import java.util.Optional;
import org.rongcuo.ledger.Verification.Break;
import org.rongcuo.ledger.Verification.Reason;

/** Goes through one chain from its first entry to its head, remembering only the entry before. */
final class ChainWalk {
    /** Places tried to tell a moved entry from a changed one. */
    private static final long PLACES_TRIED = 100_000;

    private final String chain;
    private final ChainHead head;
    private long sequence;
    private String hash;
    private Long position = 0L;

    /** @param head null when the chain has no head row */
    ChainWalk(String chain, ChainHead head) {
        this.chain = chain;
        this.head = head;
        this.hash = EntryHeader.genesis(chain);
    }

    String chain() {
        return chain;
    }

    /** Examines the next entry; empty when it holds. After a break the walk is over. */
    Optional<Break> next(StoredEntry entry) {
        var broken = brokenAt(entry);
        sequence = entry.header().sequence();
        hash = entry.hash();
        position = entry.position();
        return broken;
    }

    private Optional<Break> brokenAt(StoredEntry entry) {
        var header = entry.header();
        var expected = sequence + 1;
        if (header.sequence() != expected) {
            return broken(Reason.ENTRY_MISSING, expected);
        }
        if (!header.hash().equals(entry.hash())) {
            return broken(wasMoved(entry) ? Reason.ENTRY_REORDERED : Reason.ENTRY_CHANGED, expected);
        }
        if (!header.prevHash().equals(hash)) {
            // Both entries match their own hashes, and this one tells what the one before had: that one was rewritten.
            return broken(Reason.ENTRY_CHANGED, Math.max(sequence, 1));
        }
        if (entry.payload() == null || entry.salt() == null) {
            return broken(Reason.PAYLOAD_MISSING, expected);
        }
        if (!EntryHeader.commitment(entry.salt(), entry.payload()).equals(header.payloadHash())) {
            return broken(Reason.PAYLOAD_CHANGED, expected);
        }
        if (entry.position() == null) {
            return entry.pending() ? Optional.empty() : broken(Reason.POSITION_MISSING, expected);
        }
        // An entry is visible only after the one before, so it cannot have been given its position earlier.
        return position == null || entry.position() <= position
                ? broken(Reason.POSITION_REORDERED, expected)
                : Optional.empty();
    }

    private boolean wasMoved(StoredEntry entry) {
        var last = Math.min(head == null ? sequence : head.lastSequence(), PLACES_TRIED);
        for (long place = 1; place <= last; place++) {
            if (entry.header().at(place).hash().equals(entry.hash())) {
                return true;
            }
        }
        return false;
    }

    /** Compares the head with the last entry walked; empty when it holds. */
    Optional<Break> end() {
        if (head == null) {
            return broken(Reason.HEAD_MISSING, sequence);
        }
        if (head.lastSequence() > sequence) {
            return broken(Reason.ENTRY_MISSING, sequence + 1);
        }
        return head.lastSequence() < sequence || !head.lastHash().equals(hash)
                ? broken(Reason.HEAD_MISMATCH, sequence)
                : Optional.empty();
    }

    private Optional<Break> broken(Reason reason, long at) {
        return Optional.of(Break.of(reason, chain, at));
    }
}
