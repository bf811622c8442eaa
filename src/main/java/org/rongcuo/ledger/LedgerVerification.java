package org.rongcuo.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.Session;
import org.rongcuo.ledger.Verification.Break;
import org.rongcuo.ledger.Verification.Reason;

/**
 * Verifies the ledger against itself: every hash is computed anew, every entry must follow its predecessor, every payload
 * match its commitment, every head its last entry, every position its entry. Reads one snapshot, so acts under way do not
 * disturb it, through a cursor, so the memory needed does not depend on the ledger's size.
 */
@ApplicationScoped
class LedgerVerification {
    private static final int ROWS_AT_A_TIME = 500;
    private static final Duration LONGEST = Duration.ofHours(6);

    private final EntityManager entityManager;

    LedgerVerification(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Verifies every chain, and that the positions have no gap. */
    Verification all() {
        return inOneSnapshot(connection -> {
            var walked = walk(connection, null);
            var emptied = firstOf(
                    connection,
                    Reason.ENTRY_MISSING,
                    "select c.chain, 1 from ledger_chain c where not exists (select from ledger_entry e"
                            + " where e.chain = c.chain) order by c.chain limit 1");
            if (emptied.isPresent()
                    && (walked.intact()
                            || emptied.get()
                                            .chain()
                                            .compareTo(walked.firstBroken().chain())
                                    < 0)) {
                return Verification.broken(walked.chains() + 1, walked.entries(), emptied.get());
            }
            return walked.intact() ? withPositions(connection, walked) : walked;
        });
    }

    /** Verifies one chain; of an unknown one it says that the chain is missing. */
    Verification chain(String chain) {
        return inOneSnapshot(connection -> {
            var walked = walk(connection, chain);
            if (walked.chains() > 0) {
                return walked;
            }
            var emptied = firstOf(
                    connection, Reason.ENTRY_MISSING, "select c.chain, 1 from ledger_chain c where c.chain = ?", chain);
            return emptied.map(missing -> Verification.broken(1, 0, missing))
                    .orElseGet(() -> Verification.broken(0, 0, Break.of(Reason.CHAIN_MISSING, chain, 1)));
        });
    }

    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T inOneSnapshot(Reading<T> reading) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .call(() -> entityManager.unwrap(Session.class).doReturningWork(connection -> {
                    try (var set = connection.createStatement()) {
                        set.execute("set transaction isolation level repeatable read, read only");
                    }
                    return reading.from(connection);
                }));
    }

    private static Verification walk(Connection connection, String chain) throws SQLException {
        var condition = chain == null ? "" : " where e.chain = ?";
        try (var select =
                connection.prepareStatement(StoredEntry.SELECT + condition + " order by e.chain, e.sequence")) {
            select.setFetchSize(ROWS_AT_A_TIME);
            if (chain != null) {
                select.setString(1, chain);
            }
            long chains = 0;
            long entries = 0;
            ChainWalk walk = null;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var entry = StoredEntry.read(rows);
                    Optional<Break> broken = Optional.empty();
                    if (walk == null || !walk.chain().equals(entry.header().chain())) {
                        broken = walk == null ? broken : walk.end();
                        if (broken.isEmpty()) {
                            walk = new ChainWalk(entry.header().chain(), ChainHead.read(rows));
                            chains++;
                        }
                    }
                    if (broken.isEmpty()) {
                        entries++;
                        broken = walk.next(entry);
                    }
                    if (broken.isPresent()) {
                        return Verification.broken(chains, entries, broken.get());
                    }
                }
            }
            var broken = walk == null ? Optional.<Break>empty() : walk.end();
            return broken.isPresent()
                    ? Verification.broken(chains, entries, broken.get())
                    : Verification.intact(chains, entries);
        }
    }

    /** Every position has its entry by foreign key, unless somebody switched that off; and they count from 1. */
    private static Verification withPositions(Connection connection, Verification walked) throws SQLException {
        var broken = firstOf(
                connection,
                Reason.ENTRY_MISSING,
                "select o.chain, o.sequence from ledger_position o where not exists (select from ledger_entry e"
                        + " where e.chain = o.chain and e.sequence = o.sequence) order by o.position limit 1");
        if (broken.isEmpty()) {
            broken = firstOf(
                    connection,
                    Reason.POSITION_REORDERED,
                    "select chain, sequence from (select chain, sequence, position,"
                            + " row_number() over (order by position) as counted from ledger_position) o"
                            + " where position <> counted order by position limit 1");
        }
        return broken.map(found -> Verification.broken(walked.chains(), walked.entries(), found))
                .orElse(walked);
    }

    private static Optional<Break> firstOf(Connection connection, Reason reason, String sql, String... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(Break.of(reason, row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }
}
