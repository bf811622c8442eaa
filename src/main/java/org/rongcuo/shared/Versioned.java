package org.rongcuo.shared;

/** An aggregate that a caller changes from a state version it has read. */
public interface Versioned {
    /** The version now, read under the aggregate's lock. */
    long stateVersion();

    /** The aggregate's ledger chain. */
    String chain();

    /**
     * Refuses what is not possible whichever version the caller has read; asked before {@code If-Match} is compared, so
     * that the loser of a race is told why rather than asked to read again.
     *
     * @throws Problem 409
     */
    default void requirePossible() {}
}
