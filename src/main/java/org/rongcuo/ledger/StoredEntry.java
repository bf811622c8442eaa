package org.rongcuo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An entry as its rows stand in the database, right or not.
 *
 * @param hash the hash as stored
 * @param payload canonical JSON, null when erased
 * @param salt null when erased
 * @param position null until the sequencer has given it
 * @param pending whether it waits for the sequencer
 */
record StoredEntry(EntryHeader header, String hash, String payload, byte[] salt, Long position, boolean pending) {
    /** The columns that {@link #read} reads; conditions and order are appended. */
    static final String SELECT =
            "select e.chain, e.sequence, e.schema_version, e.state_version, e.type, e.actor_id, e.at,"
                    + " e.prev_hash, e.payload_hash, e.hash, p.payload, p.salt, o.position, w.chain is not null,"
                    + " c.last_sequence, c.last_hash"
                    + " from ledger_entry e"
                    + " left join ledger_chain c on c.chain = e.chain"
                    + " left join ledger_payload p on p.chain = e.chain and p.sequence = e.sequence"
                    + " left join ledger_position o on o.chain = e.chain and o.sequence = e.sequence"
                    + " left join ledger_pending w on w.chain = e.chain and w.sequence = e.sequence";

    static StoredEntry read(ResultSet row) throws SQLException {
        var header = new EntryHeader(
                row.getInt(3),
                row.getString(1),
                row.getLong(2),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9));
        return new StoredEntry(
                header,
                row.getString(10),
                row.getString(11),
                row.getBytes(12),
                row.getObject(13, Long.class),
                row.getBoolean(14));
    }
}
