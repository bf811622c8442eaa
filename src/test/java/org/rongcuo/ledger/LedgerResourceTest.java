package org.rongcuo.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerResourceTest {
    @Inject
    Notes notes;

    @Test
    void listsACasesEntriesPageByPage() throws Exception {
        var chain = notes.chainOf(3);
        var next = seeing(chain)
                .get("/api/v1/cases/{id}/ledger?limit=2", caseId(chain))
                .then()
                .statusCode(200)
                .body("items.sequence", contains(1, 2))
                .body("items[0].chain", equalTo(chain))
                .body("items[0].payload.event.loss", equalTo("5.2"))
                .body("items[0].actor.name", equalTo("系统"))
                .body("items[0].position", notNullValue())
                .body("items[0].salt.length()", equalTo(64))
                .body("count.count", equalTo(3))
                .extract()
                .<String>path("next");

        seeing(chain)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.sequence", contains(3))
                .body("next", nullValue());
    }

    @Test
    void verifiesACase() throws Exception {
        var chain = notes.chainOf(3);
        seeing(chain)
                .get("/api/v1/cases/{id}/ledger/verification", caseId(chain))
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("entries", equalTo(3))
                .body("firstBroken", nullValue());
    }

    @Test
    void saysWhereACaseIsBroken() throws Exception {
        var chain = notes.chainOf(3);
        try (var tampering = Tampering.with(chain)) {
            tampering.execute("delete from ledger_payload where chain = :chain and sequence = 2");
            seeing(chain)
                    .get("/api/v1/cases/{id}/ledger/verification", caseId(chain))
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("firstBroken.chain", equalTo(chain))
                    .body("firstBroken.sequence", equalTo(2))
                    .body("firstBroken.code", equalTo("payload-missing"));
            seeing(chain)
                    .get("/api/v1/cases/{id}/ledger", caseId(chain))
                    .then()
                    .statusCode(200)
                    .body("items[1].payload", nullValue())
                    .body("items[1].salt", nullValue())
                    .body("items[1].actor.name", nullValue());
        }
    }

    @Test
    void verifiesTheWholeLedgerAndOneChain() throws Exception {
        var chain = notes.chainOf(2);
        Office.as("administrator.000000")
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("chains", greaterThanOrEqualTo(1));
        Office.as("administrator.000000")
                .queryParam("chain", chain)
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("chains", equalTo(1))
                .body("entries", equalTo(2));
    }

    @Test
    void knowsNoSuchChain() {
        Office.as("administrator.000000")
                .queryParam("chain", "case:none")
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(404);
    }

    @Test
    void hidesTheLedgerOfACaseThatIsNotSeen() throws Exception {
        var unseen = caseId(notes.chainOf(1));
        for (var path : new String[] {"/ledger", "/ledger/verification"}) {
            Office.as("inspector.330922")
                    .get("/api/v1/cases/" + unseen + path)
                    .then()
                    .statusCode(404);
        }
    }

    /** An inspector to whom the chain's case is open. */
    private static RequestSpecification seeing(String chain) throws SQLException {
        try (var superuser = PostgreSQL.superuser();
                var statement = superuser.prepareStatement(
                        "insert into case_grant values (?::uuid, 'inspector:330900', 0) on conflict do nothing")) {
            statement.setString(1, caseId(chain));
            statement.executeUpdate();
        }
        return Office.as("inspector.330900");
    }

    private static String caseId(String chain) {
        return chain.substring("case:".length());
    }
}
