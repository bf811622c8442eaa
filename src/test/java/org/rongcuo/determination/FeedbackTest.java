package org.rongcuo.determination;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** 反馈: every subject is told in writing, with the remedies. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class FeedbackTest {
    @Test
    void everySubjectIsToldOnceAndTheLastOneMovesTheCase() {
        var id = Situations.verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var both = subjects(id);
        for (var each : both) {
            done(answer(HANDLER, id, each, Office.exemptFacts()));
        }
        for (var each : both) {
            act(HANDLER, id, "feedback", feedback(each)).then().statusCode(409).body("code", equalTo("wrong-status"));
            done(determine(
                    DECIDER,
                    id,
                    Office.determination(
                            each, Office.evaluate(HANDLER, id, each).getString("id"), "EXEMPT")));
        }
        var first = act(HANDLER, id, "feedback", feedback(both.get(0)));
        first.then().statusCode(201).body("givenBy.id", equalTo(Office.person(HANDLER)));
        as(HANDLER)
                .get(first.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("id", hasItem((String) first.path("id")));
        as(HANDLER).get(CASES + id).then().body("status", equalTo("DETERMINED"));
        act(HANDLER, id, "feedback", feedback(both.get(0)))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-notified"));
        done(act(DECIDER, id, "feedback", feedback(both.get(1))));
        as(COLLEAGUE).get(CASES + id).then().body("status", equalTo("NOTIFIED"));
        act(HANDLER, id, "feedback", feedback(both.get(1)))
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-status"));
        var entries = Office.entries(id);
        assertEquals(
                List.of("subject-notified", "last-subject-notified"),
                entries.subList(entries.size() - 2, entries.size()));
    }

    @Test
    void itIsDeliveredBetweenTheDeterminationAndTodayWithTheRemediesTold() {
        var id = Situations.determined();
        var body = feedback(subjects(id).get(0));
        body.remove("receipt");
        for (var day : List.of(today().plusDays(1), today().minusDays(1))) {
            body.put("deliveredOn", day.toString());
            act(HANDLER, id, "feedback", body)
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/deliveredOn")))
                    .body("violations.code", equalTo(List.of("delivery-date")));
        }
        act(HANDLER, id, "feedback", Map.of("remedies", " ", "method", "PIGEON"))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/subject", "/deliveredOn", "/method", "/remedies"));
        act(HANDLER, id, "feedback", feedback(UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/subject")));
        act(APPLICANT, id, "feedback", body).then().statusCode(403);
        as(HANDLER).get(CASES + id + "/feedback").then().body("", equalTo(List.of()));
    }

    @Test
    void aSubjectWhoIsHandlerDoesNotGiveItsOwnFeedback() {
        var login = Office.newcomer(Office.organ(HANDLER), "HANDLER");
        var id = Situations.verifying(subject(login, "PARTY_MEMBER"));
        var subject = subjects(id).get(0);
        done(answer(HANDLER, id, subject, Office.exemptFacts()));
        done(determine(
                DECIDER,
                id,
                Office.determination(
                        subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT")));
        act(login, id, "feedback", feedback(subject)).then().statusCode(403).body("code", equalTo("recused"));
    }

    @Test
    void afterItTheCaseTakesDocumentsAndIsNeitherVerifiedNorDeterminedAnyMore() {
        var id = Situations.notified();
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("findAll { it.allowed }.act", hasItem("documents"))
                .body("findAll { it.allowed }.act", not(hasItem("checklists")))
                .body("findAll { it.allowed }.act", not(hasItem("feedback")));
        Situations.document(APPLICANT, id);
        answer(HANDLER, id, subjects(id).get(0), Map.of("fraud", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-status"));
    }
}
