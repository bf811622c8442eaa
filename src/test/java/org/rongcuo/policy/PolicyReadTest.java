package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** The rule books as anyone reads them: the seed books as loaded, resolution in place and time, internal books unseen. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class PolicyReadTest {
    private static final String ZONE = "919900";

    private final StoredBooks books;
    private final SeedBooks seedBooks;
    private final EntityManagerFactory entityManagers;

    PolicyReadTest(StoredBooks books, SeedBooks seedBooks, EntityManagerFactory entityManagers) {
        this.books = books;
        this.seedBooks = seedBooks;
        this.entityManagers = entityManagers;
    }

    @Test
    void theSeedBooksAreThereAsApprovedVersionsWithTheirDates() {
        given().get("/api/v1/policies?limit=200")
                .then()
                .statusCode(200)
                .body("items.policy", hasItems(SeedBooks.keys().toArray(String[]::new)));
        given().get("/api/v1/policies/330922/tolerance")
                .then()
                .statusCode(200)
                .body("kind", equalTo("TOLERANCE"))
                .body("title", equalTo("嵊泗县容错免责认定"))
                .body("parent", equalTo("330900/tolerance"))
                .body("lenity.mode", equalTo("TWO_DATE"))
                .body("reviewBy", equalTo("2027-03-01"))
                .body("inForce", equalTo(1));
        given().get("/api/v1/policies/330000/ftz-statute/versions")
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items.status", contains("APPROVED", "APPROVED"))
                .body("items.state", contains("IN_FORCE", "SUPERSEDED"))
                .body("items.effectiveFrom", contains("2022-05-01", "2018-01-01"));
        given().get("/api/v1/policies/330900/tolerance/versions/1/model")
                .then()
                .statusCode(200)
                .contentType("application/xml;charset=utf-8")
                .body(containsString("底线清单"));
        given().get("/api/v1/policies/330900/tolerance/versions/1/checklist")
                .then()
                .statusCode(200)
                .body("", hasSize(28))
                .body("find { it.item == 'loss' }.type", equalTo("NUMBER"))
                .body("find { it.item == 'privateGain' }.allowedValues", contains("无", "为个人", "为他人", "为单位"));
    }

    @Test
    void aSecondStartLoadsNothing() throws SQLException {
        var before = seedEntries();
        seedBooks.load(null);
        assertEquals(before, seedEntries());
        assertEquals(
                SeedBooks.keys().size() + 3L * 7,
                before,
                "a book opened is one entry, each of the seven versions drafted, submitted and approved three");
    }

    private static long seedEntries() throws SQLException {
        var chains = SeedBooks.keys().stream().map(key -> "policy:" + key).toArray();
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement(
                        "select count(*) from ledger_entry where actor_id is null and chain = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", chains));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void resolvesByPlaceFieldStatusAndDate() {
        given().get("/api/v1/policies/resolve?jurisdiction=330922&on=2026-04-15&subjectStatus=PARTY_MEMBER"
                        + "&field=最多跑一次改革")
                .then()
                .statusCode(200)
                .body("speaking", equalTo("330922/tolerance"))
                .body("lenity", equalTo("TWO_DATE"))
                .body(
                        "layers.policy",
                        contains(
                                "330922/tolerance",
                                "330900/tolerance",
                                "330000/one-visit-statute",
                                "330000/ftz-statute",
                                "000000/accountability"))
                .body("layers.speaking", contains(true, false, false, false, false));
        given().get("/api/v1/policies/resolve?jurisdiction=330922&on=2017-12-31")
                .then()
                .body("speaking", equalTo("330900/tolerance"))
                .body("layers.policy", contains("330900/tolerance"));
        given().get("/api/v1/policies/resolve?jurisdiction=330902&on=2021-01-01")
                .then()
                .body("layers.version", contains(1, 1))
                .body("layers.policy", contains("330900/tolerance", "330000/ftz-statute"));
        given().get("/api/v1/policies/resolve?jurisdiction=330922&on=2016-02-29")
                .then()
                .body("speaking", nullValue())
                .body("layers", empty());
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsRefused() {
        given().get("/api/v1/policies/resolve")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("query/jurisdiction"));
        given().get("/api/v1/policies/resolve?jurisdiction=999999")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("query/jurisdiction"));
        given().get("/api/v1/policies/resolve?jurisdiction=330922&field=炼丹")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("query/field"));
        given().get("/api/v1/policies/resolve?jurisdiction=330922&on=yesterday")
                .then()
                .statusCode(400);
        for (var address : new String[] {
            "330922/nothing",
            "999999/tolerance",
            "330922/tolerance/versions/9",
            "330922/tolerance/versions/-1",
            "330922/nothing/versions/1/model",
            "330922/tolerance/versions/9/checklist"
        }) {
            given().get("/api/v1/policies/" + address).then().statusCode(404).contentType("application/problem+json");
        }
        given().urlEncodingEnabled(false)
                .get("/api/v1/policies/330922/tol%00erance")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(500));
        given().urlEncodingEnabled(false)
                .get("/api/v1/policies/resolve?jurisdiction=33%0022")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(500));
    }

    @Test
    void anInternalBookIsNotForThePublic() {
        books.internalBook(ZONE, "区", "internal");
        given().get("/api/v1/policies/" + ZONE + "/internal").then().statusCode(404);
        given().get("/api/v1/policies/" + ZONE + "/internal/versions/1/model")
                .then()
                .statusCode(404);
        given().get("/api/v1/policies?jurisdiction=" + ZONE)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("count.count", equalTo(0));
        given().get("/api/v1/policies/resolve?jurisdiction=" + ZONE)
                .then()
                .statusCode(200)
                .body("speaking", nullValue())
                .body("layers.policy", not(hasItem(ZONE + "/internal")));
        Office.as("handler.330922")
                .get("/api/v1/policies/resolve?jurisdiction=" + ZONE)
                .then()
                .body("speaking", equalTo(ZONE + "/internal"));
        var body = Map.of("jurisdiction", ZONE, "conduct", Map.of("from", "2021-01-01"), "facts", Map.of("given", "有"));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/evaluations")
                .then()
                .statusCode(401)
                .body("code", equalTo("internal-book"));
        Office.as("handler.330922")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200)
                .body("recommendation.code", equalTo("EXEMPT"));
    }

    @Test
    void aListOfBooksTakesAsManyStatementsAsOneBook() {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        var fewest = Long.MAX_VALUE;
        statistics.setStatisticsEnabled(true);
        try {
            for (int round = 0; round < 6; round++) {
                statistics.clear();
                given().get("/api/v1/policies").then().statusCode(200);
                fewest = Math.min(fewest, statistics.getPrepareStatementCount());
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
        assertEquals(3, fewest, "the books, their count, the versions in force");
    }
}
