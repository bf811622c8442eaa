package org.rongcuo.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.conclude;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.recuse;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** What members voted, and why one is recused, is told neither by the ledger nor by what is kept against repetition. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class VotesStaySealedTest {
    @Test
    void theLedgerTellsNeitherTallyNorReasonsAndEqualVotesLeaveUnequalHashes() throws SQLException {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        done(recuse(
                zone.lead,
                meeting,
                Map.of(
                        "consultation",
                        consultation,
                        "member",
                        Office.person(zone.members.get(2)),
                        "ground",
                        "INTEREST",
                        "explanation",
                        "与当事人系连襟")));
        for (var member : zone.everybody().subList(0, 4)) {
            done(vote(member, meeting, consultation, subject, "EXEMPT"));
        }
        assertEquals(4, hashes(meeting));
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
        var ledger = as(INSPECTOR)
                .queryParam("limit", 200)
                .get(CASES + id + "/ledger")
                .asString();
        assertTrue(ledger.contains("consultation-concluded") && ledger.contains("explanationHash"));
        assertFalse(ledger.contains("tally") || ledger.contains("连襟"), ledger);
    }

    /** How many different hashes are kept of what was voted in the meeting. */
    private static int hashes(String meeting) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var query = connection.prepareStatement("select count(distinct body_hash) from idempotency where path ="
                        + " '/api/v1/consultation-meetings/' || ? || '/votes'")) {
            query.setString(1, meeting);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
