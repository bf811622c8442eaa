package org.rongcuo.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LedgerResourceTest {
    @Inject
    Notes notes;

    @Inject
    LedgerResource resource;

    @Inject
    CaseLedgerResource cases;

    @Test
    void listsACasesEntriesPageByPage() throws Exception {
        var chain = notes.chainOf(3);
        var next = given().get("/api/v1/cases/{id}/ledger?limit=2", caseId(chain))
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

        given().get(next)
                .then()
                .statusCode(200)
                .body("items.sequence", contains(3))
                .body("next", nullValue());
    }

    @Test
    void verifiesACase() throws Exception {
        var chain = notes.chainOf(3);
        given().get("/api/v1/cases/{id}/ledger/verification", caseId(chain))
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
            given().get("/api/v1/cases/{id}/ledger/verification", caseId(chain))
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("firstBroken.chain", equalTo(chain))
                    .body("firstBroken.sequence", equalTo(2))
                    .body("firstBroken.code", equalTo("payload-missing"));
            given().get("/api/v1/cases/{id}/ledger", caseId(chain))
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
        given().get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("chains", greaterThanOrEqualTo(1));
        given().queryParam("chain", chain)
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("chains", equalTo(1))
                .body("entries", equalTo(2));
    }

    @Test
    void knowsNoSuchChain() {
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(Problem.class, () -> resource.verify("case:none")).type());
    }

    @Test
    void hidesTheLedgerOfACaseThatIsNotSeen() {
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(Problem.class, () -> cases.list(VisibleCases.UNSEEN, null))
                        .type());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(Problem.class, () -> cases.verify(VisibleCases.UNSEEN))
                        .type());
    }

    private static String caseId(String chain) {
        return chain.substring("case:".length());
    }
}
