package org.rongcuo.shared;

/** An aggregate that a caller changes from a state version it has read. */
public interface Versioned {
    /** The version now, read under the aggregate's lock. */
    long stateVersion();

    /** The aggregate's ledger chain. */
    String chain();
}
