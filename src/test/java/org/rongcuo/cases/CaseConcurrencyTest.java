package org.rongcuo.cases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.CaseNumberTest.patiently;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.atOnce;
import static org.rongcuo.cases.Situations.done;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Several at once on one case: one wins, the others are told, nothing is lost and nothing is done twice. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseConcurrencyTest {
    private static Response sent(String login, String id, String act, String etag, Object body) {
        return as(login)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CASES + id + "/" + act);
    }

    /** A request under a given Idempotency-Key. */
    private static RequestSpecification keyed(String login, String key) {
        return given().auth()
                .preemptive()
                .basic(login, "rongcuo")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON);
    }

    private static Connection locking(String table, String column, String key) throws Exception {
        var connection = PostgreSQL.superuser();
        connection.setAutoCommit(false);
        try (var lock =
                connection.prepareStatement("select 1 from " + table + " where " + column + "::text = ? for update")) {
            lock.setString(1, key);
            assertTrue(lock.executeQuery().next());
        }
        return connection;
    }

    @Test
    void ofTwoActsWithOneTagExactlyOneWinsAndTheOtherIsToldWhatHappened() throws Exception {
        for (int round = 0; round < 8; round++) {
            var id = Office.anApplication("330922");
            var etag = Office.etag(HANDLER, id);
            var answers = atOnce(List.<Callable<Response>>of(
                    () -> sent(HANDLER, id, "acceptance", etag, Map.of("accepted", true)),
                    () -> sent(
                            "handler.330922-2",
                            id,
                            "acceptance",
                            etag,
                            Map.of("accepted", false, "reasons", "不属于容错事项"))));
            var won = answers.get(0).statusCode() == 200 ? 0 : 1;
            answers.get(won).then().statusCode(200);
            answers.get(1 - won)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("stale"))
                    .body("currentVersion", equalTo(3))
                    .body("changes", hasSize(1))
                    .body("changes[0].version", equalTo(3))
                    .body(
                            "changes[0].type",
                            equalTo("org.rongcuo.procedure.application-" + (won == 0 ? "accepted" : "refused")))
                    .body("changes[0].actor", equalTo(won == 0 ? "演示·嵊泗承办人甲" : "演示·嵊泗承办人乙"));
            assertEquals(3, Office.entries(id).size());
        }
    }

    @Test
    void oneKeySentByFiftyIsOneEffectAndFiftyEqualAnswers() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = Situations.opening(Situations.subject(APPLICANT, "PARTY_MEMBER"));
        Callable<Response> open =
                () -> patiently(() -> keyed(APPLICANT, key).body(body).post("/api/v1/cases"));
        var answers = atOnce(Collections.nCopies(50, open));
        var first = answers.get(0);
        for (var answer : answers) {
            assertEquals(201, answer.statusCode(), answer.asString());
            assertEquals(first.asString(), answer.asString());
            assertEquals(first.header("ETag"), answer.header("ETag"));
            assertEquals(first.header("Location"), answer.header("Location"));
        }
        assertEquals(List.of("case-opened"), Office.entries(first.path("id")));
    }

    @Test
    void aRepeatedActAnswersAsBeforeThoughTheTagIsOld() {
        var id = Office.anApplication("330922");
        var key = UUID.randomUUID().toString();
        var etag = Office.etag(HANDLER, id);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            var answer = keyed(HANDLER, key)
                    .header("If-Match", etag)
                    .body(Map.of("accepted", true))
                    .post(CASES + id + "/acceptance");
            answer.then().statusCode(200);
            answers.add(answer.asString());
        }
        assertEquals(answers.get(0), answers.get(1));
        assertEquals(3, Office.entries(id).size());
    }

    @Test
    void anAnswerThatRacesADeterminationIsNeverOverlooked() throws Exception {
        for (int round = 0; round < 12; round++) {
            var id = answered();
            var subject = subjects(id).get(0);
            var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
            Office.investigated(HANDLER, id);
            var etag = Office.etag(DECIDER, id);
            var answers = atOnce(List.<Callable<Response>>of(
                    () -> sent(
                            DECIDER, id, "determinations", etag, Office.determination(subject, evaluation, "EXEMPT")),
                    () -> answer(HANDLER, id, subject, Map.of("fraud", true))));
            var determined = answers.get(0).statusCode();
            var answeredIt = answers.get(1).statusCode();
            if (determined == 201) {
                assertEquals(409, answeredIt, answers.get(1).asString());
                assertEquals("wrong-status", answers.get(1).path("code"));
            } else {
                assertEquals(409, determined, answers.get(0).asString());
                assertEquals("report-outdated", answers.get(0).path("code"));
                assertEquals(200, answeredIt);
                as(DECIDER).get(CASES + id).then().body("status", equalTo("VERIFYING"));
            }
            as(HANDLER).get(CASES + id + "/ledger/verification").then().body("intact", equalTo(true));
        }
    }

    @Test
    void answersOfTwoHandlersAtOnceAreAllKept() throws Exception {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        List<Callable<Response>> calls = new ArrayList<>();
        Office.exemptFacts()
                .forEach((item, value) -> calls.add(() -> answer(
                        calls.size() % 2 == 0 ? HANDLER : "handler.330922-2", id, subject, Map.of(item, value))));
        atOnce(calls).forEach(answer -> assertEquals(200, answer.statusCode(), answer.asString()));
        as(HANDLER)
                .get(CASES + id + "/checklists/" + subject)
                .then()
                .body("openItems", hasSize(0))
                .body("revision", equalTo(calls.size()));
    }

    @Test
    void theLastAnswerWrittenCountsHoweverFastTheyFollow() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        for (int i = 0; i < 60; i++) {
            answer(HANDLER, id, subject, Map.of("loss", i))
                    .then()
                    .statusCode(200)
                    .body("questions.find { it.item.item == 'loss' }.answer.value", equalTo(i));
        }
    }

    @Test
    void whoWaitsTooLongForACaseIsToldToTryAgain() throws Exception {
        var id = Office.anApplication("330922");
        var etag = Office.etag(HANDLER, id);
        try (var connection = locking("case_file", "id", id)) {
            var acceptance = sent(HANDLER, id, "acceptance", etag, Map.of("accepted", true));
            acceptance.then().statusCode(409).body("code", equalTo("busy"));
            assertTrue(Integer.parseInt(acceptance.header("Retry-After")) > 0);
            connection.rollback();
        }
        sent(HANDLER, id, "acceptance", etag, Map.of("accepted", true)).then().statusCode(200);
    }

    @Test
    void whoWaitedForTheLockSeesWhatTheOtherDid() throws Exception {
        var discipline = Office.organ(HANDLER);
        var organisation = Office.organ("organisation.330922");
        var both = Office.newcomer(discipline, "HANDLER");
        Office.assign(Office.person(both), organisation, "HANDLER");
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        try (var connection = PostgreSQL.superuser()) {
            connection.setAutoCommit(false);
            try (var update = connection.prepareStatement(
                    "update case_file set handling_organ_id = ?::uuid where id = ?::uuid")) {
                update.setString(1, organisation);
                update.setString(2, id);
                update.executeUpdate();
            }
            var waiting = CompletableFuture.supplyAsync(() -> answer(both, id, subject, Map.of("fraud", false)));
            Thread.sleep(1500);
            connection.commit();
            assertEquals(200, waiting.get().statusCode(), waiting.get().asString());
        }
    }

    @Test
    void whoIsLeftOutOfTheTeamWhileWaitingDoesNotWriteAnyMore() throws Exception {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        try (var connection = locking("case_file", "id", id)) {
            var waiting = CompletableFuture.supplyAsync(
                    () -> answer("handler.330922-2", id, subject, Map.of("fraud", false)));
            Thread.sleep(1500);
            try (var delete = connection.prepareStatement("delete from case_grant where case_id = ?::uuid")) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
            connection.commit();
            assertEquals(404, waiting.get().statusCode(), waiting.get().asString());
        }
    }

    @Test
    void twoWhoReplaceOneDocumentAtOnceDoNotBothSucceed() throws Exception {
        var id = Office.aDraft("330922");
        var first = Situations.document(APPLICANT, id);
        Callable<Response> replace = () -> as(APPLICANT)
                .multiPart("title", "minutes")
                .multiPart("replaces", first)
                .multiPart("file", "b.txt", UUID.randomUUID().toString().getBytes())
                .post(CASES + id + "/documents");
        var statuses = atOnce(Collections.nCopies(4, replace)).stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(201, 409, 409, 409), statuses);
        done(act(APPLICANT, id, "application", Map.of()));
    }
}
