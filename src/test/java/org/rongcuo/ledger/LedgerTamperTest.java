package org.rongcuo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerTamperTest {
    private static final String THIRD = " where chain = :chain and sequence = 3";
    private static final String LAST = " where chain = :chain and sequence = 5";

    @Inject
    Notes notes;

    @Inject
    LedgerVerification verification;

    private String chain;
    private Tampering tampering;

    @BeforeEach
    void aChainOfFiveEntries() throws Exception {
        chain = notes.chainOf(5);
        assertTrue(verification.chain(chain).intact());
        tampering = Tampering.with(chain);
    }

    @AfterEach
    void restore() throws Exception {
        tampering.close();
        assertTrue(verification.chain(chain).intact());
    }

    @Test
    void namesAnEntryWithAnotherType() throws Exception {
        tampering.execute("update ledger_entry set type = 'org.rongcuo.ledger.denied'" + THIRD);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAnEntryWithAnotherActor() throws Exception {
        tampering.execute("update ledger_entry set actor_id = gen_random_uuid()" + THIRD);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAnEntryAtAnotherTime() throws Exception {
        tampering.execute("update ledger_entry set at = at - interval '1 microsecond'" + THIRD);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAnEntryOfAnotherStateVersion() throws Exception {
        tampering.execute("update ledger_entry set state_version = 9" + THIRD);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAnEntryOfAnotherSchemaVersion() throws Exception {
        tampering.execute("update ledger_entry set schema_version = 2" + THIRD);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAnEntryThatWasHashedAnew() throws Exception {
        tampering
                .execute("update ledger_entry set type = 'org.rongcuo.ledger.denied'" + THIRD)
                .rehash(3);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesAPayloadThatWasChangedAndHashedAnew() throws Exception {
        tampering
                .execute("update ledger_payload set payload = replace(payload, '第 3 次', '无')" + THIRD)
                .execute(
                        "update ledger_entry e set payload_hash = 'sha256:' || encode(sha256(p.salt"
                                + " || convert_to(p.payload, 'UTF8')), 'hex') from ledger_payload p"
                                + " where p.chain = e.chain and p.sequence = e.sequence and e.chain = :chain and e.sequence = 3")
                .rehash(3);
        assertFirstBroken("entry-changed", 3);
    }

    @Test
    void namesTheFirstEntryWhenItWasHashedAnew() throws Exception {
        tampering
                .execute("update ledger_entry set state_version = 9 where chain = :chain and sequence = 1")
                .rehash(1);
        assertFirstBroken("entry-changed", 1);
    }

    @Test
    void namesTheHeadWhenTheLastEntryWasHashedAnew() throws Exception {
        tampering.execute("update ledger_entry set state_version = 9" + LAST).rehash(5);
        assertFirstBroken("head-mismatch", 5);
    }

    @Test
    void namesAPayloadWithOtherWords() throws Exception {
        tampering.execute("update ledger_payload set payload = replace(payload, '第 3 次', '第 4 次')" + THIRD);
        assertFirstBroken("payload-changed", 3);
    }

    @Test
    void namesAPayloadWithAnotherActorsName() throws Exception {
        tampering.execute("update ledger_payload set payload = replace(payload, '系统', '王一')" + THIRD);
        assertFirstBroken("payload-changed", 3);
    }

    @Test
    void namesAPayloadWithAnotherSalt() throws Exception {
        tampering.execute("update ledger_payload set salt = sha256(salt)" + THIRD);
        assertFirstBroken("payload-changed", 3);
    }

    @Test
    void namesAPayloadThatIsGone() throws Exception {
        tampering.execute("delete from ledger_payload" + THIRD);
        assertFirstBroken("payload-missing", 3);
    }

    @Test
    void namesAnEntryGoneFromTheMiddle() throws Exception {
        tampering.execute("delete from ledger_entry" + THIRD);
        assertFirstBroken("entry-missing", 3);
    }

    @Test
    void namesAFirstEntryThatIsGone() throws Exception {
        tampering.execute("delete from ledger_entry where chain = :chain and sequence = 1");
        assertFirstBroken("entry-missing", 1);
    }

    @Test
    void namesALastEntryThatIsGone() throws Exception {
        tampering.execute("delete from ledger_entry" + LAST);
        assertFirstBroken("entry-missing", 5);
    }

    @Test
    void namesALastEntryThatIsGoneThoughTheHeadWasMovedBack() throws Exception {
        tampering
                .execute("delete from ledger_entry" + LAST)
                .execute("update ledger_chain set last_sequence = 4 where chain = :chain");
        assertFirstBroken("head-mismatch", 4);
    }

    @Test
    void namesTheFirstOfTwoEntriesThatChangedPlaces() throws Exception {
        tampering
                .execute("update ledger_entry set sequence = 99 where chain = :chain and sequence = 2")
                .execute("update ledger_entry set sequence = 2 where chain = :chain and sequence = 4")
                .execute("update ledger_entry set sequence = 4 where chain = :chain and sequence = 99");
        assertFirstBroken("entry-reordered", 2);
    }

    @Test
    void namesAChainWithoutItsHead() throws Exception {
        tampering.execute("delete from ledger_chain where chain = :chain");
        assertFirstBroken("head-missing", 5);
    }

    @Test
    void namesAChainWithoutEntries() throws Exception {
        tampering
                .execute("delete from ledger_entry where chain = :chain")
                .execute("delete from ledger_position where chain = :chain");
        assertFirstBroken("entry-missing", 1);
        assertFirstBrokenOfAll("entry-missing", 1);
    }

    @Test
    void namesAChainThatIsGoneAltogether() throws Exception {
        tampering
                .execute("delete from ledger_entry where chain = :chain")
                .execute("delete from ledger_payload where chain = :chain")
                .execute("delete from ledger_chain where chain = :chain");
        assertFirstBroken("chain-missing", 1);
        assertFirstBrokenOfAll("entry-missing", 1);
    }

    @Test
    void namesAnEntryWhosePositionIsGone() throws Exception {
        tampering.execute("delete from ledger_position" + THIRD);
        assertFirstBroken("position-missing", 3);
    }

    @Test
    void namesTheFirstOfTwoEntriesThatChangedPositions() throws Exception {
        tampering
                .execute("create temporary table was as select * from ledger_position where chain = :chain")
                .execute("delete from ledger_position where chain = :chain and sequence in (3, 4)")
                .execute("insert into ledger_position select position, chain, 7 - sequence from was"
                        + " where sequence in (3, 4)");
        assertFirstBroken("position-reordered", 4);
    }

    @Test
    void namesTheEntryAfterAGapInThePositions() throws Exception {
        tampering
                .execute("create temporary table was as select * from ledger_position" + LAST)
                .execute("delete from ledger_position" + LAST)
                .execute("insert into ledger_position select position + 1000000, chain, sequence from was");
        assertTrue(verification.chain(chain).intact(), "each chain by itself is in order");
        assertFirstBrokenOfAll("position-reordered", 5);
    }

    @Test
    void findsAmongAllChainsTheOneThatWasChanged() throws Exception {
        notes.chainOf(2);
        tampering.execute("update ledger_entry set type = 'org.rongcuo.ledger.denied'" + THIRD);
        assertFirstBrokenOfAll("entry-changed", 3);
    }

    private void assertFirstBroken(String code, long sequence) {
        assertNames(code, sequence, verification.chain(chain));
    }

    private void assertFirstBrokenOfAll(String code, long sequence) {
        assertNames(code, sequence, verification.all());
    }

    private void assertNames(String code, long sequence, Verification found) {
        assertFalse(found.intact());
        assertEquals(chain, found.firstBroken().chain());
        assertEquals(code, found.firstBroken().code(), found.toString());
        assertEquals(sequence, found.firstBroken().sequence(), found.toString());
    }
}
