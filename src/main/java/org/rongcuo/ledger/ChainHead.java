package org.rongcuo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a chain ends according to its head row. */
record ChainHead(long lastSequence, String lastHash) {
    /** Of a row of {@link StoredEntry#SELECT}; null when the chain has no head row. */
    static ChainHead read(ResultSet row) throws SQLException {
        var hash = row.getString(16);
        return hash == null ? null : new ChainHead(row.getLong(15), hash);
    }
}
