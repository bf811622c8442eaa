package org.rongcuo.cases;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** The checklist of a case: derived from the versions, answered per subject with evidence, evaluated. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ChecklistTest {
    private static String sheet(String id, String subject) {
        return CASES + id + "/checklists/" + subject;
    }

    private static Response put(String login, String id, String subject, Object body, String... ifMatch) {
        var request = as(login).contentType(ContentType.JSON).body(body);
        if (ifMatch.length > 0) {
            request = request.header("If-Match", ifMatch[0]);
        }
        return request.put(sheet(id, subject));
    }

    private static Map<String, Object> one(String item, Object value) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("value", value);
        return Map.of("answers", Map.of(item, answer));
    }

    private static JsonPath read(String id, String subject) {
        return as(HANDLER)
                .get(sheet(id, subject))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theVersionsAskWithQuestionAnswersGroupEvidenceAndBasis() {
        var id = Office.aCaseUnderVerification("330922");
        as(HANDLER)
                .get(sheet(id, subjects(id).get(0)))
                .then()
                .statusCode(200)
                .body(
                        "questions.item.item",
                        containsInAnyOrder(Office.exemptFacts().keySet().toArray()))
                .body("questions.item.question", everyItem(notNullValue()))
                .body("questions.item.group", everyItem(notNullValue()))
                .body("questions.item.evidence", everyItem(notNullValue()))
                .body("questions.item.basis", everyItem(notNullValue()))
                .body("questions.findAll { it.item.type == 'STRING' }.item.allowedValues", everyItem(not(empty())))
                .body("versions.contentHash", everyItem(org.hamcrest.Matchers.startsWith("sha256:")))
                .body("versions.policy", hasItem("330922/tolerance"))
                .body("openItems", hasSize(Office.exemptFacts().size()))
                .body("dropped", empty());
        as(HANDLER).get(sheet(id, UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void anAnswerToTheCaseStandsForAllSubjectsAndOneToASubjectForThatOneAlone() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var first = subjects(id).get(0);
        var second = subjects(id).get(1);
        done(answer(HANDLER, id, first, Map.of("loss", 5.2, "motivation", "推动改革发展")));
        var seen = read(id, second);
        assertEquals(5.2f, seen.getFloat("questions.find { it.item.item == 'loss' }.answer.value"));
        assertNull(seen.getMap("questions.find { it.item.item == 'motivation' }.answer"));
        assertTrue(seen.getList("openItems.item").contains("motivation"));
        done(answer(HANDLER, id, second, Map.of("loss", 7, "motivation", "个人目的")));
        assertEquals(7f, read(id, first).getFloat("questions.find { it.item.item == 'loss' }.answer.value"));
        assertEquals(
                "推动改革发展", read(id, first).getString("questions.find { it.item.item == 'motivation' }.answer.value"));
    }

    @Test
    void whoAnsweredWhatWhenWithWhichEvidence() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        var minutes = Situations.document(HANDLER, id);
        put(
                        HANDLER,
                        id,
                        subject,
                        Map.of(
                                "answers",
                                Map.of(
                                        "process",
                                        Map.of("value", "集体民主决策", "evidence", List.of(minutes), "note", "见第2页"))))
                .then()
                .statusCode(200);
        done(answer("handler.330922-2", id, subject, Map.of("fraud", false)));
        var path = "questions.find { it.item.item == '%s' }.answer.%s";
        var seen = read(id, subject);
        assertEquals(Office.person(HANDLER), seen.getString(path.formatted("process", "answeredBy.id")));
        assertEquals(List.of(minutes), seen.getList(path.formatted("process", "evidence")));
        assertEquals("见第2页", seen.getString(path.formatted("process", "note")));
        assertEquals(Office.person("handler.330922-2"), seen.getString(path.formatted("fraud", "answeredBy.id")));
        assertTrue(seen.getString(path.formatted("fraud", "answeredAt")).startsWith("20"));
        as(HANDLER)
                .get(CASES + id + "/ledger")
                .then()
                .body("items[-1].type", equalTo("org.rongcuo.checklist.items-answered"))
                .body("items[-2].payload.event.answers[0].item", equalTo("process"))
                .body("items[-2].payload.event.answers[0].evidence", equalTo(List.of(minutes)))
                .body("items[-2].actor.id", equalTo(Office.person(HANDLER)));
    }

    @Test
    void whatDoesNotFitIsRefusedAllAtOnceAndNothingIsStored() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        var stranger = Situations.document(APPLICANT, Office.aDraft("330922"));
        Map<String, Object> answers = new HashMap<>();
        answers.put("process", Map.of("value", "拍脑袋"));
        answers.put("fraud", Map.of("value", "true"));
        answers.put("loss", Map.of("value", "5"));
        answers.put("motivation", Map.of("value", List.of("推动改革发展")));
        answers.put("emergency", Map.of("value", 1));
        answers.put("a/b~c", Map.of("value", 1));
        answers.put("filed", Map.of("value", false, "evidence", List.of(stranger)));
        answers.put("passivity", Map.of("value", false));
        put(HANDLER, id, subject, Map.of("answers", answers))
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/answers/process/value",
                                "/answers/fraud/value",
                                "/answers/loss/value",
                                "/answers/motivation/value",
                                "/answers/emergency/value",
                                "/answers/a~1b~0c",
                                "/answers/filed/evidence/0"))
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "outside-allowed-values",
                                "wrong-type",
                                "wrong-type",
                                "wrong-type",
                                "wrong-type",
                                "item-unknown",
                                "document-unknown"));
        assertEquals(0, read(id, subject).getInt("revision"));
        put(HANDLER, id, subject, Map.of("answers", Map.of())).then().statusCode(422);
        put(HANDLER, id, subject, Map.of("answers", Map.of("fraud", Map.of("value", false, "colour", "red"))))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/answers/fraud/colour")));
        assertEquals(0, read(id, subject).getInt("revision"));
    }

    @Test
    void aNumberIsOneNumberHoweverWritten() {
        var id = answered();
        var subject = subjects(id).get(0);
        var before = Office.evaluate(HANDLER, id, subject);
        for (var written : List.of("5.20", "5.2000", "52e-1", "0.52E1")) {
            put(HANDLER, id, subject, "{\"answers\":{\"loss\":{\"value\":" + written + "}}}")
                    .then()
                    .statusCode(200);
            var again = Office.evaluate(HANDLER, id, subject);
            assertEquals(before.getString("contentHash"), again.getString("contentHash"), written);
            assertEquals(
                    before.getMap("content").toString(), again.getMap("content").toString(), written);
        }
        String whole = null;
        for (var written : List.of("5", "5.0", "5e0", "0.5e1")) {
            put(HANDLER, id, subject, "{\"answers\":{\"loss\":{\"value\":" + written + "}}}")
                    .then()
                    .statusCode(200);
            var hash = Office.evaluate(HANDLER, id, subject).getString("contentHash");
            whole = whole == null ? hash : whole;
            assertEquals(whole, hash, written);
        }
        assertNotEquals(before.getString("contentHash"), whole);
        // The earlier evaluation counts again once the answer is the same number again.
        done(put(HANDLER, id, subject, "{\"answers\":{\"loss\":{\"value\":5.20}}}"));
        done(Situations.determine(DECIDER, id, Office.determination(subject, before.getString("id"), "EXEMPT")));
    }

    @Test
    void aWholeNumberDeterminesAsWellAsAFraction() {
        var id = answered();
        var subject = subjects(id).get(0);
        done(answer(HANDLER, id, subject, Map.of("loss", 5)));
        var evaluation = Office.evaluate(HANDLER, id, subject);
        done(Situations.determine(
                DECIDER,
                id,
                Office.determination(
                        subject, evaluation.getString("id"), evaluation.getString("content.recommendation.code"))));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        Map<String, Integer> refused = new HashMap<>();
        refused.put("1e400", 422);
        refused.put("1e1000000000", 422);
        refused.put("1e-400", 422);
        refused.put("\"5\"", 422);
        refused.put("true", 422);
        refused.put("{}", 422);
        refused.put("[5]", 422);
        refused.put("12345678901234567890123456789012345", 422);
        refused.put("NaN", 400);
        refused.put("Infinity", 400);
        refused.put("05", 400);
        refused.put("+5", 400);
        refused.forEach((written, status) -> {
            var answer = put(HANDLER, id, subject, "{\"answers\":{\"loss\":{\"value\":" + written + "}}}");
            assertEquals(status, answer.statusCode(), () -> written + ": " + answer.asString());
            if (status == 422) {
                assertEquals("/answers/loss/value", answer.path("violations[0].pointer"), written);
            }
            var self = as(HANDLER)
                    .contentType(ContentType.JSON)
                    .body("{\"jurisdiction\":\"330922\",\"conduct\":{\"from\":\"2026-03-01\"},\"facts\":{\"loss\":"
                            + written + "}}")
                    .post("/api/v1/evaluations");
            assertEquals(status, self.statusCode(), () -> written + ": " + self.asString());
        });
        assertEquals(0, read(id, subject).getInt("revision"));
    }

    @Test
    void nullTakesAnAnswerBackAndTheItemIsOpenAgain() {
        var id = answered();
        var subject = subjects(id).get(0);
        put(HANDLER, id, subject, one("fraud", null))
                .then()
                .statusCode(200)
                .body("openItems.item", equalTo(List.of("fraud")));
        put(HANDLER, id, subject, Map.of("answers", Map.of("passivity", Map.of())))
                .then()
                .statusCode(200)
                .body("openItems.item", containsInAnyOrder("fraud", "passivity"));
    }

    @Test
    void leavingOutAnyOneAnswerThatMattersNeverYieldsExempt() {
        var id = answered();
        var subject = subjects(id).get(0);
        Office.exemptFacts().forEach((item, value) -> {
            done(put(HANDLER, id, subject, one(item, null)));
            var evaluation = Office.evaluate(HANDLER, id, subject);
            assertEquals(List.of(item), evaluation.getList("content.openItems.item"), item);
            if (evaluation.getBoolean("content.openItems[0].material")) {
                assertEquals("REFER", evaluation.getString("content.recommendation.code"), item);
                assertEquals("facts-missing", evaluation.getString("content.recommendation.reasons[0].code"), item);
                assertEquals(List.of(item), evaluation.getList("content.recommendation.reasons[0].items"), item);
                assertTrue(evaluation.getList("content.possible").size() > 1, item);
            } else {
                assertEquals("EXEMPT", evaluation.getString("content.recommendation.code"), item);
                assertEquals(List.of("EXEMPT"), evaluation.getList("content.possible"), item);
                assertEquals(Set.of(item), evaluation.getMap("content.assumed").keySet(), item);
            }
            done(put(HANDLER, id, subject, one(item, value)));
        });
        assertEquals("EXEMPT", Office.evaluate(HANDLER, id, subject).getString("content.recommendation.code"));
    }

    @Test
    void anEvaluationWithoutAnyAnswerRefersAndAllIsPossible() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        var evaluation = Office.evaluate(HANDLER, id, subject);
        assertEquals("REFER", evaluation.getString("content.recommendation.code"));
        assertEquals(
                Office.exemptFacts().size(),
                evaluation.getList("content.openItems").size());
        as(HANDLER)
                .get(sheet(id, subject) + "/evaluations/" + evaluation.getString("id"))
                .then()
                .statusCode(200)
                .body("contentHash", equalTo(evaluation.getString("contentHash")));
        as(HANDLER)
                .get(sheet(id, subject) + "/evaluations/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void evaluatingAgainGivesTheSameContentWhoeverAsks() {
        var id = answered();
        var subject = subjects(id).get(0);
        var first = Office.evaluate(HANDLER, id, subject);
        for (var login : List.of(DECIDER, "handler.330922-2", "decider.330900")) {
            var again = Office.evaluate(login, id, subject);
            assertEquals(first.getString("contentHash"), again.getString("contentHash"));
            assertEquals(
                    first.getMap("content").toString(), again.getMap("content").toString());
            assertNotEquals(first.getString("id"), again.getString("id"));
        }
        var stored = as(HANDLER).get(sheet(id, subject) + "/evaluations").jsonPath();
        assertEquals(4, stored.getList("id").size());
        assertEquals(1, stored.getList("contentHash").stream().distinct().count());
        assertEquals(
                new BigDecimal("5.2"),
                new BigDecimal(stored.getString("[0].content.facts.loss").replaceFirst("0+$", "")));
    }

    @Test
    void twoHandlersDoNotOverwriteEachOtherWhenTheySendTheSheetsTag() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var mine = subjects(id).get(0);
        var other = subjects(id).get(1);
        var tag = as(HANDLER).get(sheet(id, mine)).header("ETag");
        put("handler.330922-2", id, mine, one("fraud", true), tag).then().statusCode(200);
        put(HANDLER, id, mine, one("fraud", false), tag)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("changes.type", equalTo(List.of("org.rongcuo.checklist.items-answered")))
                .body("changes[0].actor", equalTo("演示·嵊泗承办人乙"))
                .body("changes[0].at", notNullValue());
        assertEquals(Boolean.TRUE, read(id, mine).get("questions.find { it.item.item == 'fraud' }.answer.value"));
        // What is answered of another subject alone changes nothing on this sheet.
        var newest = as(HANDLER).get(sheet(id, mine)).header("ETag");
        put(HANDLER, id, other, one("fraud", true)).then().statusCode(200);
        put(HANDLER, id, mine, one("fraud", false), newest).then().statusCode(200);
        put(HANDLER, id, mine, one("fraud", false), "\"x\"").then().statusCode(400);
    }
}
