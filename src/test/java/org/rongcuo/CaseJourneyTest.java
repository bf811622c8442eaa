package org.rongcuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.Clocks;

/** The main job: an officer's case from its opening to the feedback, through HTTP as the right persons. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseJourneyTest {
    @Test
    void aCaseGoesFromItsOpeningToTheFeedbackAndIsAllInTheLedger() {
        var id = Office.aDraft("330922");
        act("applicant.330922", id, "application", Map.of("statement", "申请容错免责"))
                .then()
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("number", matchesPattern("嵊容〔\\d{4}〕\\d+号"));
        act("handler.330922", id, "acceptance", Map.of("accepted", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFYING"));
        var subject = Office.onlySubject("handler.330922", id);
        as("handler.330922")
                .get("/api/v1/cases/" + id + "/checklists/" + subject)
                .then()
                .statusCode(200)
                .body("questions.item.question", everyItem(notNullValue()))
                .body("openItems", hasSize(Office.exemptFacts().size()));
        answer("handler.330922", id, subject, Office.exemptFacts())
                .then()
                .statusCode(200)
                .body("openItems", empty());
        var evaluation = Office.evaluate("handler.330922", id, subject);
        org.junit.jupiter.api.Assertions.assertEquals(
                "EXEMPT", evaluation.getString("content.recommendation.code"), evaluation.prettify());
        var again = Office.evaluate("decider.330922", id, subject);
        org.junit.jupiter.api.Assertions.assertEquals(
                evaluation.getString("contentHash"), again.getString("contentHash"));
        act("decider.330922", id, "determinations", Office.determination(subject, evaluation.getString("id"), "EXEMPT"))
                .then()
                .statusCode(409)
                .body("code", equalTo("report-missing"));
        Office.investigated("handler.330922", id);
        act("decider.330922", id, "determinations", Office.determination(subject, evaluation.getString("id"), "EXEMPT"))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("EXEMPT"))
                .body("evaluation.content.engine", startsWith("kie-dmn 10.1.0"))
                .body("evaluation.content.chains[0].layers.contentHash", everyItem(startsWith("sha256:")))
                .body("evaluation.content.chains[0].layers[0].decisions.rows.flatten().basis", not(empty()));
        act(
                        "handler.330922",
                        id,
                        "feedback",
                        Map.of(
                                "subject",
                                subject,
                                "deliveredOn",
                                LocalDate.now(Clocks.SHANGHAI).toString(),
                                "method",
                                "IN_PERSON",
                                "remedies",
                                "如不服,可自收到之日起一个月内申请复审"))
                .then()
                .statusCode(201);
        as("applicant.330922")
                .get("/api/v1/cases/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("NOTIFIED"))
                .body("subjects[0].outcome", equalTo("EXEMPT"));
        as("inspector.330900")
                .get("/api/v1/cases/" + id + "/ledger")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        equalTo(java.util.List.of(
                                "org.rongcuo.cases.case-opened",
                                "org.rongcuo.procedure.application-filed",
                                "org.rongcuo.procedure.application-accepted",
                                "org.rongcuo.checklist.items-answered",
                                "org.rongcuo.checklist.checklist-evaluated",
                                "org.rongcuo.checklist.checklist-evaluated",
                                "org.rongcuo.cases.investigators-named",
                                "org.rongcuo.cases.statement-made",
                                "org.rongcuo.cases.verification-reported",
                                "org.rongcuo.procedure.last-subject-determined",
                                "org.rongcuo.procedure.last-subject-notified")));
        as("handler.330922")
                .get("/api/v1/cases/" + id + "/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    @Test
    void aHandlerDoesNotDetermineAndTheListOfActsSaysWhy() {
        var id = Office.aCaseUnderVerification("330922");
        as("handler.330922")
                .get("/api/v1/cases/" + id + "/acts")
                .then()
                .statusCode(200)
                .body("find { it.act == 'determinations' }.allowed", equalTo(false))
                .body("find { it.act == 'determinations' }.reason.code", equalTo("not-the-party"))
                .body("find { it.act == 'checklists' }.allowed", equalTo(true))
                .body("find { it.act == 'acceptance' }.reason.code", equalTo("wrong-status"));
        act("handler.330922", id, "determinations", Map.of()).then().statusCode(403);
    }

    @Test
    void everyCaseOfTheSiblingIsUnseen() {
        var id = Office.anApplication("330922");
        as("handler.330900").get("/api/v1/cases/" + id).then().statusCode(200);
        as("administrator.000000").get("/api/v1/cases/" + id).then().statusCode(404);
        as("handler.330922").get("/api/v1/cases").then().statusCode(200).body("items.id", hasItem(id));
        as("policy-editor.330922")
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("count.count", equalTo(0));
        io.restassured.RestAssured.given()
                .get("/api/v1/cases/" + id)
                .then()
                .statusCode(401)
                .contentType(containsString("application/problem+json"));
    }
}
