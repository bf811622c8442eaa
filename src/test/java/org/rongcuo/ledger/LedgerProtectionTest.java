package org.rongcuo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongcuo.PostgreSQL;

/** The two locks on what is written: no privilege for the runtime role, a trigger for the owner. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerProtectionTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String RESTRICT_VIOLATION = "23001";

    @Inject
    Notes notes;

    private String chain;

    @BeforeEach
    void aChain() throws Exception {
        chain = notes.chainOf(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set type = 'x'",
                "delete from ledger_entry",
                "truncate ledger_entry cascade",
                "update ledger_payload set payload = '{}'",
                "delete from ledger_payload",
                "truncate ledger_payload",
                "update ledger_position set position = position + 1",
                "delete from ledger_position",
                "truncate ledger_position",
                "delete from ledger_chain",
                "truncate ledger_chain cascade",
                "update ledger_chain set chain = chain || 'x'",
                "alter table ledger_entry disable trigger all",
                "drop trigger append_only on ledger_entry",
                "set session_replication_role = replica"
            })
    void theRuntimeRoleHasNoPrivilegeTo(String sql) {
        assertRefused("rongcuo_app", sql, INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set type = 'x'",
                "update ledger_entry set type = 'x' where false",
                "delete from ledger_entry",
                "delete from ledger_entry where false",
                "truncate ledger_entry cascade",
                "update ledger_payload set payload = '{}'",
                "truncate ledger_payload",
                "update ledger_position set position = position + 1",
                "delete from ledger_position",
                "truncate ledger_position",
                "delete from ledger_chain",
                "truncate ledger_chain cascade"
            })
    void aTriggerStopsTheOwnerWhoTriesTo(String sql) {
        assertRefused("rongcuo_owner", sql, RESTRICT_VIOLATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_chain set last_sequence = last_sequence - 1 where chain = ?",
                "update ledger_chain set last_sequence = last_sequence + 2 where chain = ?",
                "update ledger_chain set last_sequence = last_sequence + 1 where chain = ?",
                "update ledger_chain set last_hash = 'sha256:00' where chain = ?",
                "insert into ledger_chain (chain, last_sequence, last_hash) values (? || 'x', 1, 'sha256:00')",
                "insert into ledger_chain (chain, last_sequence, last_hash) values (? || 'x', 0, 'sha256:00')"
            })
    void aHeadGrowsByItsNextEntryOnly(String sql) {
        assertRefused("rongcuo_app", sql.replace("?", "'" + chain + "'"), RESTRICT_VIOLATION);
    }

    @Test
    void aTemporaryTableDoesNotPassForTheLedger() throws Exception {
        try (var connection = PostgreSQL.as("rongcuo_app");
                var statement = connection.createStatement()) {
            statement.execute("create temporary table ledger_entry as select chain, last_sequence + 1 as sequence,"
                    + " last_hash as prev_hash, 'sha256:00' as hash from ledger_chain where chain = '" + chain + "'");
            var refusal = assertThrows(
                    SQLException.class,
                    () -> statement.execute("update ledger_chain set last_sequence = last_sequence + 1,"
                            + " last_hash = 'sha256:00' where chain = '" + chain + "'"));
            assertEquals(RESTRICT_VIOLATION, refusal.getSQLState(), refusal.getMessage());
        }
    }

    private static void assertRefused(String role, String sql, String state) {
        var refusal = assertThrows(SQLException.class, () -> {
            try (var connection = PostgreSQL.as(role);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }
}
