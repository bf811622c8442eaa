package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;

/** The way of a version: draft, review by a second person, approval from a date, its end (policy-contract "Versions"). */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class PolicyDeskTest {
    private static final TestBook EXEMPTS = TestBook.saying("免责");
    private static final TestBook MITIGATES = TestBook.saying("减责");

    private final DemoClock clock;

    PolicyDeskTest(DemoClock clock) {
        this.clock = clock;
    }

    @Test
    void aVersionIsInForceFromItsDateOnWithoutRestart() {
        var book = Desk.book();
        Desk.imported(book, EXEMPTS, LocalDate.of(2024, 1, 1));
        var second = Desk.approved(book, MITIGATES, Desk.today().plusDays(1));
        state(second, "SCHEDULED");
        given().get("/api/v1/policies/" + book).then().body("inForce", equalTo(1));
        clock.set(Duration.ofDays(1));
        state(second, "IN_FORCE");
        given().get("/api/v1/policies/" + book).then().body("inForce", equalTo(2));
        given().get(PolicyDraftTest.versions(book) + "/1")
                .then()
                .body("state", equalTo("SUPERSEDED"))
                .body("effectiveUntil", equalTo(Desk.today().toString()))
                .body("approvedBy", nullValue());
        assertEquals(
                List.of(
                        "policy-opened",
                        "draft-created",
                        "tests-saved",
                        "version-submitted",
                        "version-approved",
                        "draft-created",
                        "tests-saved",
                        "version-submitted",
                        "version-approved"),
                Desk.ledger(book));
    }

    @Test
    void whoWroteOrSubmittedAVersionDoesNotApproveIt() {
        var book = Desk.book();
        var version = Desk.inReview(book, EXEMPTS);
        var both = bothRoles();
        Desk.act(both, version, "return", Map.of("remarks", "补正")).then().statusCode(200);
        Desk.save(both, version, MITIGATES).then().statusCode(200);
        Desk.act(Desk.EDITOR, version, "submission", Map.of()).then().statusCode(200);
        Desk.act(both, version, "approval", effective(1)).then().statusCode(403).body("code", equalTo("own-work"));
        var submitted = Desk.draft(book, EXEMPTS);
        Desk.act(both, submitted, "submission", Map.of()).then().statusCode(200);
        Desk.act(both, submitted, "approval", effective(1)).then().statusCode(403);
        Desk.act(Desk.EDITOR, submitted, "approval", effective(1)).then().statusCode(403);
        Desk.replay(submitted);
        Desk.act(Desk.APPROVER, submitted, "approval", effective(1)).then().statusCode(200);
    }

    @Test
    void anEditorTakesASubmissionBackToGoOnWithTheDraft() {
        var version = Desk.inReview(Desk.book(), EXEMPTS);
        Desk.save(Desk.EDITOR, version, MITIGATES).then().statusCode(409).body("code", equalTo("not-a-draft"));
        Desk.act(Desk.EDITOR, version, "return", Map.of("remarks", "漏改一行,收回再改"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("returnRemarks", equalTo("漏改一行,收回再改"));
        Desk.save(Desk.EDITOR, version, MITIGATES).then().statusCode(200);
        Desk.act(Desk.EDITOR, version, "submission", Map.of()).then().statusCode(200);
    }

    @Test
    void remarksGoBackWithTheVersionAndEndWithTheNextSubmission() {
        var version = Desk.inReview(Desk.book(), EXEMPTS);
        Desk.save(Desk.EDITOR, version, MITIGATES).then().statusCode(409).body("code", equalTo("not-a-draft"));
        Desk.act(Desk.APPROVER, version, "return", Map.of("remarks", " "))
                .then()
                .statusCode(422);
        Desk.act(Desk.APPROVER, version, "return", Map.of("remarks", "第二行无依据"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("returnRemarks", equalTo("第二行无依据"));
        Desk.approve(version, Desk.today().plusDays(1)).then().statusCode(409).body("code", equalTo("not-in-review"));
        Desk.act(Desk.EDITOR, version, "submission", Map.of())
                .then()
                .body("status", equalTo("IN_REVIEW"))
                .body("returnRemarks", nullValue());
        Desk.act(Desk.EDITOR, version, "submission", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("version-in-review"));
    }

    @Test
    void theDateIsInTheFutureFreeAndBehindWhatWasApprovedBefore() {
        var book = Desk.book();
        Desk.approved(book, EXEMPTS, Desk.today().plusDays(10));
        var next = Desk.inReview(book, MITIGATES);
        for (var day : Map.of(0, "effective-not-future", 10, "effective-taken", 9, "effective-before-latest")
                .entrySet()) {
            Desk.approve(next, Desk.today().plusDays(day.getKey()))
                    .then()
                    .statusCode(422)
                    .body("violations.code", hasItem(day.getValue()))
                    .body("violations.pointer", hasItem("/effectiveFrom"));
        }
        Desk.act(
                        Desk.APPROVER,
                        next,
                        "import",
                        Map.of("effectiveFrom", Desk.today().plusDays(1).toString(), "note", "x"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("effective-in-future"));
        Desk.approve(next, Desk.today().plusDays(11)).then().statusCode(200);
    }

    @Test
    void aVersionRestsOnTheLatestApproved() {
        var book = Desk.book();
        Desk.imported(book, EXEMPTS, LocalDate.of(2024, 1, 1));
        var overtaken = Desk.inReview(book, MITIGATES);
        Desk.approved(book, TestBook.saying("不予容错"), Desk.today().plusDays(1));
        Desk.approve(overtaken, Desk.today().plusDays(2))
                .then()
                .statusCode(409)
                .body("code", equalTo("base-superseded"))
                .body("detail", containsString("第 3 版"));
        Office.as(Desk.APPROVER)
                .get(overtaken + "/approval")
                .then()
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("conditions.gate", contains("base-superseded"));
        // A draft made now starts from the scheduled version, not from the one in force.
        Office.as(Desk.EDITOR)
                .post(PolicyDraftTest.versions(book))
                .then()
                .statusCode(201)
                .body("base", equalTo(3));
    }

    @Test
    void ofTwoApproversOfOneVersionOneSucceedsAndTheOtherIsToldWhy() throws Exception {
        var book = Desk.book();
        var version = Desk.inReview(book, EXEMPTS);
        var etag = Desk.etag(version);
        var answers = together(
                () -> Desk.act(Desk.APPROVER, version, etag, "approval", effective(1)),
                () -> Desk.act(Desk.APPROVER + "-2", version, etag, "approval", effective(2)));
        assertOneWins(answers, "version-approved");
        assertEquals(1, approvals(book));
    }

    @Test
    void ofTwoApproversOfTwoVersionsOneSucceedsAndTheOtherIsToldWhy() throws Exception {
        for (int round = 0; round < 5; round++) {
            var book = Desk.book();
            var one = Desk.inReview(book, EXEMPTS);
            var other = Desk.inReview(book, MITIGATES);
            var answers = together(
                    () -> Desk.act(Desk.APPROVER, one, "approval", effective(1)),
                    () -> Desk.act(Desk.APPROVER + "-2", other, "approval", effective(1)));
            assertOneWins(answers, "base-superseded");
        }
    }

    @Test
    void anApprovalSentAgainIsAnsweredAsBefore() {
        var book = Desk.book();
        var version = Desk.inReview(book, EXEMPTS);
        var etag = Desk.etag(version);
        var key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            given().auth()
                    .preemptive()
                    .basic(Desk.APPROVER, "rongcuo")
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .contentType(ContentType.JSON)
                    .body(effective(1))
                    .post(version + "/approval")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("APPROVED"));
        }
        assertEquals(1, approvals(book));
    }

    @Test
    void aScheduledVersionIsWithdrawnByAnApproverBeforeItTakesEffect() {
        var book = Desk.book();
        Desk.imported(book, EXEMPTS, LocalDate.of(2024, 1, 1));
        var second = Desk.approved(book, MITIGATES, Desk.today().plusDays(1));
        var third = Desk.approved(book, EXEMPTS, Desk.today().plusDays(5));
        var why = Map.of("reasons", "上位法未出台");
        Desk.act(Desk.EDITOR, third, "withdrawal", why).then().statusCode(403);
        Desk.act(Desk.APPROVER, second, "withdrawal", why)
                .then()
                .statusCode(409)
                .body("code", equalTo("version-followed"));
        Desk.act(Desk.APPROVER, third, "withdrawal", why)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawalReasons", equalTo("上位法未出台"));
        given().get(third).then().statusCode(404);
        clock.set(Duration.ofDays(1));
        Desk.act(Desk.APPROVER, second, "withdrawal", why)
                .then()
                .statusCode(409)
                .body("code", equalTo("version-in-force"));
        clock.set(Duration.ofDays(6));
        given().get("/api/v1/policies/" + book).then().body("inForce", equalTo(2));
        // The number is never given again, its date is free again.
        clock.set(Duration.ZERO);
        var fourth = Desk.approved(book, EXEMPTS, Desk.today().plusDays(5));
        assertTrue(fourth.endsWith("/4"), fourth);
        var draft = Desk.draft(book, MITIGATES);
        Desk.act(Desk.EDITOR, draft, "withdrawal", why).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        Desk.act(Desk.EDITOR, draft, "submission", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("version-withdrawn"));
    }

    @Test
    void aRepealEndsABookWithoutSuccessor() {
        var book = Desk.book();
        var repeals = "/api/v1/policies/" + book + "/repeals";
        var address = "/api/v1/policies/" + book;
        repeal(address, Desk.APPROVER, 1).then().statusCode(409).body("code", equalTo("no-version-in-force"));
        var version = Desk.imported(book, EXEMPTS, LocalDate.of(2024, 1, 1));
        repeal(address, Desk.EDITOR, 1).then().statusCode(403);
        repeal(address, Desk.APPROVER, 0).then().statusCode(422);
        withdrawRepeal(address).then().statusCode(409).body("code", equalTo("no-repeal-pending"));
        repeal(address, Desk.APPROVER, 3).then().statusCode(201);
        repeal(address, Desk.APPROVER, 4).then().statusCode(409).body("code", equalTo("repeal-pending"));
        var next = Desk.inReview(book, MITIGATES);
        Desk.approve(next, Desk.today().plusDays(3)).then().statusCode(422);
        Desk.approve(next, Desk.today().plusDays(4))
                .then()
                .statusCode(422)
                .body("violations.code", contains("effective-after-repeal"));
        withdrawRepeal(address).then().statusCode(200).body("withdrawalReasons", equalTo("改为修订"));
        repeal(address, Desk.APPROVER, 1).then().statusCode(201);
        given().get(repeals).then().body("effectiveFrom", contains(day(3), day(1)));
        clock.set(Duration.ofDays(1));
        given().get(address).then().body("inForce", nullValue());
        state(version, "REPEALED");
        // Enacted anew, it is in force again; its impact is another by now.
        Desk.replay(next);
        Desk.approve(next, Desk.today().plusDays(2)).then().statusCode(200);
        clock.set(Duration.ofDays(2));
        given().get(address).then().body("inForce", equalTo(2));
    }

    @Test
    void theDatabaseItselfKeepsWhatLiesWithTheApprover() throws SQLException {
        var version = Desk.inReview(Desk.book(), EXEMPTS);
        var number = version.substring(version.lastIndexOf('/') + 1);
        try (var connection = PostgreSQL.as("rongcuo_owner");
                var statement = connection.createStatement()) {
            for (var change : List.of("model = '<a/>'", "tests = null", "content_hash = 'sha256:0'")) {
                var refused = assertThrows(
                        SQLException.class,
                        () -> statement.executeUpdate("update policy_version set " + change
                                + " where status = 'IN_REVIEW' and number = " + number),
                        change);
                assertTrue(refused.getMessage().contains("immutable"), refused.getMessage());
            }
        }
    }

    private static void assertOneWins(List<Response> answers, String code) {
        assertEquals(
                List.of(200, 409),
                answers.stream().map(Response::statusCode).sorted().toList(),
                () -> answers.stream().map(Response::asString).toList().toString());
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> answer.then().body("code", equalTo(code)));
    }

    private static List<Response> together(Callable<Response> one, Callable<Response> other) throws Exception {
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Response>> calls = new ArrayList<>();
            for (var call : List.of(one, other)) {
                calls.add(() -> {
                    start.await();
                    return call.call();
                });
            }
            List<Response> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static long approvals(String book) {
        return Desk.ledger(book).stream().filter("version-approved"::equals).count();
    }

    private static Map<String, Object> effective(int days) {
        return Map.of("effectiveFrom", day(days));
    }

    private static String day(int days) {
        return Desk.today().plusDays(days).toString();
    }

    private static void state(String version, String state) {
        Office.as(Desk.EDITOR).get(version).then().statusCode(200).body("state", equalTo(state));
    }

    private static Response repeal(String book, String login, int days) {
        return Office.as(login)
                .header("If-Match", bookTag(book))
                .contentType(ContentType.JSON)
                .body(Map.of("effectiveFrom", day(days), "reasons", "机构撤并"))
                .post(book + "/repeals");
    }

    private static Response withdrawRepeal(String book) {
        return Office.as(Desk.APPROVER)
                .header("If-Match", bookTag(book))
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "改为修订"))
                .post(book + "/repeals/withdrawal");
    }

    private static String bookTag(String book) {
        return Office.as(Desk.EDITOR).get(book).then().statusCode(200).extract().header("ETag");
    }

    /** A person who is both editor and approver of the county. */
    private static String bothRoles() {
        var login = "both-" + UUID.randomUUID();
        var organ = Desk.office();
        var person = Office.as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "演示·政策兼职", "organ", organ, "issuer", "basic", "subject", login))
                .post("/api/v1/persons")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var role : List.of("POLICY_EDITOR", "POLICY_APPROVER")) {
            Office.as("administrator.000000")
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "person",
                            person,
                            "organ",
                            organ,
                            "role",
                            role,
                            "clearance",
                            "INTERNAL",
                            "validFrom",
                            "2026-01-01"))
                    .post("/api/v1/assignments")
                    .then()
                    .statusCode(201);
        }
        return login;
    }
}
