package org.rongcuo.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.rongcuo.Office.act;
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
import static org.rongcuo.cases.Situations.put;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** 回避: declared, demanded, decided by whom the rules say, and kept to by every act. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class RecusalDemandTest {
    private static final String SECOND = "handler.330922-2";
    private static final String ABOVE = "decider.330900";

    private static Response recuse(String login, String id, String person, String ground) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("person", Office.person(person), "ground", ground, "explanation", "系其近亲属"))
                .post(CASES + id + "/recusals");
    }

    private static Response decide(String login, String id, String recusal, boolean granted) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("granted", granted, "reasons", "经核查"))
                .post(CASES + id + "/recusals/" + recusal + "/decision");
    }

    private static void refused(Response response, String code) {
        response.then().statusCode(403).body("code", equalTo(code));
    }

    private static void invalid(Response response, String code) {
        response.then().statusCode(422).body("violations.code", contains(code));
    }

    /** Another feature's acts: the documents, the checklist, the supplement; all go through the same rules. */
    private static void keptOff(String login, String id, String code) {
        var subject = subjects(id).get(0);
        refused(answer(login, id, subject, Map.of("loss", 5)), code);
        refused(Situations.upload(login, id, "材料", "a.txt", "x".getBytes()), code);
        refused(act(login, id, "supplements", Map.of("wanted", List.of("纪要"), "due", "2099-01-01")), code);
        refused(as(login).post(CASES + id + "/checklists/" + subject + "/evaluations"), code);
        as(login)
                .get(CASES + id + "/acts")
                .then()
                .body("findAll { it.allowed }.act", contains("recusals"))
                .body("find { it.act == 'checklists' }.reason.code", equalTo(code));
    }

    @Test
    void whoDeclaresItselfRecusedLeavesTheInvestigatorsAndTheTeamAtOnce() {
        var id = answered();
        var three = List.of(
                Office.person(HANDLER),
                Office.person(SECOND),
                Office.person(Office.newcomer(Office.organ(HANDLER), "HANDLER")));
        done(put(HANDLER, id, "team", Map.of("persons", three)));
        done(put(HANDLER, id, "investigators", Map.of("persons", three)));
        recuse(SECOND, id, SECOND, "NEAR_RELATIVE_OF_SUBJECT")
                .then()
                .statusCode(201)
                .body("granted", equalTo(true))
                .body("decidedBy.id", equalTo(Office.person(SECOND)));
        as(SECOND).get(CASES + id).then().statusCode(404);
        as(HANDLER).get(CASES + id).then().body("team", hasSize(2));
        as(HANDLER).get(CASES + id + "/verification").then().body("investigators", hasSize(2));
        as(HANDLER)
                .get(CASES + id + "/ledger")
                .then()
                .body("items[-1].type", equalTo("org.rongcuo.cases.recusal-declared"));
        as(HANDLER)
                .header("If-Match", Office.etag(HANDLER, id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", List.of(Office.person(HANDLER), Office.person(SECOND))))
                .put(CASES + id + "/investigators")
                .then()
                .statusCode(422)
                .body("violations.code", org.hamcrest.Matchers.hasItem("recused"));
    }

    @Test
    void theOnlyOneOfATeamNamesOthersFirst() {
        var id = answered();
        done(put(HANDLER, id, "team", Map.of("persons", List.of(Office.person(HANDLER)))));
        recuse(HANDLER, id, HANDLER, "INTEREST").then().statusCode(409).body("code", equalTo("last-of-the-team"));
    }

    @Test
    void whoseRecusalIsDemandedIsSuspendedUntilItIsDecided() {
        var id = answered();
        String recusal = recuse(APPLICANT, id, SECOND, "WITNESS")
                .then()
                .statusCode(201)
                .body("granted", nullValue())
                .extract()
                .path("id");
        keptOff(SECOND, id, "recusal-pending");
        invalid(recuse(HANDLER, id, SECOND, "INTEREST"), "demanded-already");
        decide(DECIDER, id, recusal, false).then().statusCode(200).body("granted", equalTo(false));
        done(answer(SECOND, id, subjects(id).get(0), Map.of("loss", 5)));
        invalid(recuse(APPLICANT, id, SECOND, "WITNESS"), "refused-before");
        recusal = recuse(APPLICANT, id, SECOND, "INTEREST").path("id");
        done(decide(DECIDER, id, recusal, true));
        keptOff(SECOND, id, "recused");
        decide(DECIDER, id, recusal, false).then().statusCode(409).body("code", equalTo("no-open-recusal"));
        invalid(recuse(HANDLER, id, SECOND, "OTHER"), "recused-already");
        as(HANDLER).get(CASES + id + "/recusals").then().body("granted", contains(false, true));
    }

    @Test
    void whoIsDemandedMayDeclareIt() {
        var id = answered();
        done(recuse(APPLICANT, id, SECOND, "WITNESS"));
        recuse(SECOND, id, SECOND, "WITNESS").then().statusCode(201).body("granted", equalTo(true));
        as(HANDLER).get(CASES + id + "/recusals").then().body("granted", contains(true));
    }

    @Test
    void aDemandIsDecidedByADeciderAndAHeadsOneAbove() {
        var id = answered();
        String ofHandler = recuse(HANDLER, id, SECOND, "INTEREST").path("id");
        for (var login : List.of(APPLICANT, HANDLER, SECOND)) {
            decide(login, id, ofHandler, false).then().statusCode(403);
        }
        done(decide(DECIDER, id, ofHandler, true));
        String ofDecider =
                recuse(APPLICANT, id, DECIDER, "NEAR_RELATIVE_OF_REPORTER").path("id");
        refused(decide(DECIDER, id, ofDecider, false), "recusal-pending");
        refused(decide("decider.330922-2", id, ofDecider, false), "decided-above");
        done(decide(ABOVE, id, ofDecider, true));
        var subject = subjects(id).get(0);
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        refused(act(DECIDER, id, "determinations", Office.determination(subject, evaluation, "EXEMPT")), "recused");
    }

    @Test
    void whomTheCaseConcernsIsRecusedAnywayAndStrangersDemandNothing() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        invalid(recuse(HANDLER, id, COLLEAGUE, "INTEREST"), "recused-already");
        recuse("supervisor.330922", id, HANDLER, "INTEREST").then().statusCode(403);
        recuse("inspector.330900", id, HANDLER, "INTEREST").then().statusCode(403);
        as("organisation.330922").get(CASES + id + "/recusals").then().statusCode(404);
        done(recuse(COLLEAGUE, id, HANDLER, "INTEREST"));
        as(COLLEAGUE).get(CASES + id + "/recusals").then().body("", hasSize(1));
        as(APPLICANT).get(CASES + id + "/recusals").then().body("", empty());
        as(DECIDER).get(CASES + id + "/recusals").then().body("", hasSize(1));
    }

    @Test
    void aReportSignedByWhoIsRecusedLaterDoesNotStand() {
        var id = answered();
        var subject = subjects(id).get(0);
        Office.investigated(HANDLER, id);
        done(recuse(SECOND, id, SECOND, "INTEREST"));
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        act(DECIDER, id, "determinations", Office.determination(subject, evaluation, "EXEMPT"))
                .then()
                .statusCode(409)
                .body("code", equalTo("report-outdated"));
        as(HANDLER).get(CASES + id + "/verification").then().body("missing.code", contains("too-few-investigators"));
    }
}
