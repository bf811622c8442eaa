package org.rongcuo.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.rongcuo.PostgreSQL;

/**
 * Changes the ledger as nobody should be able to: as superuser with triggers and foreign keys off. Closing restores the
 * chain, so that the ledger as a whole stays good for other tests.
 */
final class Tampering implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("ledger_chain", "ledger_entry", "ledger_payload", "ledger_position", "ledger_pending");

    private final Connection connection;
    private final String chain;

    private Tampering(String chain) throws SQLException {
        this.chain = chain;
        this.connection = PostgreSQL.superuser();
        execute("set session_replication_role = replica");
        for (var table : TABLES) {
            execute("create temporary table saved_" + table + " as select * from " + table + " where chain = '" + chain
                    + "'");
        }
    }

    static Tampering with(String chain) throws SQLException {
        return new Tampering(chain);
    }

    /** Runs SQL in which {@code :chain} stands for the chain. */
    Tampering execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replace(":chain", "'" + chain + "'"));
        }
        return this;
    }

    /** Gives an entry the hash that its changed columns call for, as a forger who knows the form would. */
    Tampering rehash(long sequence) throws SQLException {
        try (var select = connection.prepareStatement(StoredEntry.SELECT + " where e.chain = ? and e.sequence = ?")) {
            select.setString(1, chain);
            select.setLong(2, sequence);
            try (var row = select.executeQuery()) {
                row.next();
                var hash = StoredEntry.read(row).header().hash();
                return execute("update ledger_entry set hash = '" + hash + "' where chain = :chain and sequence = "
                        + sequence);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var table : TABLES) {
            execute("delete from " + table + " where chain = :chain");
            execute("insert into " + table + " select * from saved_" + table);
        }
        connection.close();
    }
}
