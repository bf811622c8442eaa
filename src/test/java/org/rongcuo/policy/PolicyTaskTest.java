package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.rongcuo.Office.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** What policy staff are told to look at: days of review, and documents of authorities above. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class PolicyTaskTest {
    private static final String EDITOR = "policy-editor.330922";
    private static final String ABOVE = "policy-editor.330900";

    @Inject
    PolicyReviews reviews;

    @Inject
    PolicyService service;

    @Inject
    Policies policies;

    @Inject
    DemoClock demoClock;

    @Inject
    Clock clock;

    private LocalDate today() {
        return Clocks.today(clock);
    }

    /** A book of 嵊泗 for nothing that bears on anyone, in force or not; its key. */
    private String book(String place, LocalDate reviewBy, boolean inForce) {
        var name = "test-" + UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(Map.of(
                "jurisdiction",
                place,
                "name",
                name,
                "kind",
                "STATUTE",
                "titleZh",
                "测试法规",
                "titleEn",
                "Test statute",
                "scopeStatuses",
                List.of("UNIT"),
                "scopeFields",
                List.of("攻坚战"),
                "visibility",
                "INTERNAL"));
        if (reviewBy != null) {
            body.put("reviewBy", reviewBy.toString());
        }
        as(ABOVE)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/policies")
                .then()
                .statusCode(201);
        if (inForce) {
            QuarkusTransaction.requiringNew().run(() -> {
                var policy = policies.of(place, name).orElseThrow();
                service.importShipped(
                        policy, TestBook.prepared(TestBook.statute("不适用").admitted()), LocalDate.of(2020, 1, 1), null);
            });
        }
        return place + "/" + name;
    }

    private static List<Map<String, Object>> tasks(String login, String policy) {
        return as(login)
                .get("/api/v1/tasks?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.policy == '" + policy + "' }");
    }

    private static List<String> entries(String policy) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement(
                        "select type from ledger_entry where chain = 'policy:' || ? order by sequence")) {
            select.setString(1, policy);
            List<String> types = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1).substring("org.rongcuo.policy.".length()));
                }
            }
            return types;
        }
    }

    private static Response review(String login, String policy, String etag, Object body) {
        var request = as(login).contentType(ContentType.JSON).body(body);
        return (etag == null ? request : request.header("If-Match", etag))
                .post("/api/v1/policies/" + policy + "/reviews");
    }

    private static String etag(String policy) {
        return as(EDITOR)
                .get("/api/v1/policies/" + policy)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void theDayOfReviewRaisesOneTaskThirtyDaysAheadForTheEditorsOfThePlace() {
        var day = today().plusDays(31);
        var policy = book("330922", day, true);
        var notInForce = book("330922", today(), false);
        var noDay = book("330922", null, true);
        reviews.remind();
        assertEquals(List.of(), tasks(EDITOR, policy));
        demoClock.set(Duration.ofDays(1));
        reviews.remind();
        reviews.remind();
        for (var login : List.of(EDITOR, ABOVE)) {
            var raised = tasks(login, policy);
            assertEquals(1, raised.size());
            assertEquals("POLICY_REVIEW", raised.get(0).get("kind"));
            assertEquals(day.toString(), raised.get(0).get("due"));
            assertEquals(false, raised.get(0).get("overdue"));
        }
        assertEquals(List.of(), tasks("policy-approver.330922", policy));
        assertEquals(List.of(), tasks("handler.330922", policy));
        assertEquals(List.of(), tasks(EDITOR, notInForce));
        assertEquals(List.of(), tasks(EDITOR, noDay));
        demoClock.set(Duration.ofDays(32));
        assertEquals(true, tasks(EDITOR, policy).get(0).get("overdue"));
    }

    @Test
    void aReviewMovesTheDayClosesTheTaskAndStandsInTheBooksChain() throws SQLException {
        var policy = book("330922", today(), true);
        reviews.remind();
        var task = (String) tasks(EDITOR, policy).get(0).get("id");
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("remark", "看过了"))
                .post("/api/v1/tasks/" + task + "/completion")
                .then()
                .statusCode(409)
                .body("code", equalTo("completed-by-review"));
        assertEquals("OPEN", tasks(EDITOR, policy).get(0).get("state"));

        var next = today().plusYears(1);
        var body = Map.of("finding", "条款仍适用", "nextReviewBy", next.toString());
        review(EDITOR, policy, null, body).then().statusCode(428);
        review("policy-editor.330922-2", policy, "\"1\"", body).then().statusCode(412);
        review(EDITOR, policy, etag(policy), Map.of("finding", ""))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/finding", "/nextReviewBy"));
        review(EDITOR, policy, etag(policy), Map.of("finding", "好", "nextReviewBy", today().toString()))
                .then()
                .statusCode(422)
                .body("violations.code", contains("not-in-the-future"));
        var before = etag(policy);
        review(EDITOR, policy, before, body)
                .then()
                .statusCode(200)
                .body("reviewBy", equalTo(next.toString()))
                .header("ETag", not(equalTo(before)));
        assertNotEquals(before, etag(policy));
        var done = tasks(EDITOR, policy).get(0);
        assertEquals("DONE", done.get("state"));
        assertEquals("条款仍适用", done.get("remark"));
        var entries = entries(policy);
        assertEquals("policy-reviewed", entries.get(entries.size() - 1));
        assertEquals(1, entries.stream().filter("policy-reviewed"::equals).count());
        reviews.remind();
        assertEquals(1, tasks(EDITOR, policy).size());
        demoClock.set(Duration.ofDays(360));
        reviews.remind();
        assertEquals(2, tasks(EDITOR, policy).size(), "the next day of review raises the next task");
    }

    @Test
    void onlyEditorsOverThePlaceReview() {
        var city = book("330900", today(), true);
        var body = Map.of("finding", "好", "nextReviewBy", today().plusYears(1).toString());
        review(EDITOR, city, "\"1\"", body).then().statusCode(403);
        review("policy-approver.330900", city, "\"1\"", body).then().statusCode(403);
        review(ABOVE, "330900/nothing", "\"1\"", body).then().statusCode(404);
    }

    private static Map<String, Object> document(Object... books) {
        return new HashMap<>(Map.of(
                "title", "关于进一步激励干部担当作为的意见",
                "issuer", "省委办公厅(示例)",
                "number", "示例〔2026〕1号",
                "issuedOn", "2026-05-01",
                "books", books));
    }

    private static Response record(String login, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post("/api/v1/superior-documents");
    }

    @Test
    void aSuperiorDocumentOpensATaskAndAnEntryForEachBookThatItAffects() throws SQLException {
        var city = book("330900", null, true);
        var county = book("330922", null, false);
        var untouched = book("330922", null, true);
        var id = record(ABOVE, document(county, city))
                .then()
                .statusCode(201)
                .body("books", contains(city, county))
                .extract()
                .<String>path("id");
        as("handler.330922")
                .get("/api/v1/superior-documents/" + id)
                .then()
                .statusCode(200)
                .body("number", equalTo("示例〔2026〕1号"));
        as("handler.330922")
                .get("/api/v1/superior-documents?policy=" + county)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("count.count", equalTo(1));
        as(EDITOR).get("/api/v1/superior-documents/" + UUID.randomUUID()).then().statusCode(404);
        for (var book : List.of(city, county)) {
            var task = tasks(ABOVE, book);
            assertEquals(1, task.size());
            assertEquals("SUPERIOR_DOCUMENT", task.get(0).get("kind"));
            assertEquals(id, task.get(0).get("reference"));
            assertEquals(
                    1,
                    entries(book).stream()
                            .filter("superior-document-recorded"::equals)
                            .count());
        }
        assertEquals(List.of(), tasks(ABOVE, untouched));
        assertEquals(List.of(), tasks(EDITOR, city), "the city's book is not the county's work");
        var task = (String) tasks(EDITOR, county).get(0).get("id");
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("remark", "无须修改"))
                .post("/api/v1/tasks/" + task + "/completion")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"));
        assertEquals(List.of("policy-opened", "superior-document-recorded", "task-completed"), entries(county));
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("remark", "无须修改"))
                .post("/api/v1/tasks/" + (String) tasks(ABOVE, city).get(0).get("id") + "/completion")
                .then()
                .statusCode(404);
    }

    @Test
    void allThatIsWrongWithADocumentIsToldAtOnceAndNothingIsKept() {
        var county = book("330922", null, true);
        var body = document(county, county, "330922/nothing", "999999/nothing");
        body.put("issuedOn", today().plusDays(1).toString());
        record(EDITOR, body)
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/issuedOn", "/books/1", "/books/2", "/books/3"));
        assertEquals(List.of(), tasks(EDITOR, county));
        record(EDITOR, Map.of("books", List.of()))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/title", "/issuer", "/issuedOn", "/books"));
    }

    @Test
    void whoRecordsADocumentIsEditorOverEveryBookNamed() {
        var city = book("330900", null, true);
        var county = book("330922", null, true);
        record(EDITOR, document(county, city)).then().statusCode(403);
        record("policy-approver.330900", document(county)).then().statusCode(403);
        assertEquals(List.of(), tasks(ABOVE, county));
        record(EDITOR, document(county)).then().statusCode(201);
    }
}
