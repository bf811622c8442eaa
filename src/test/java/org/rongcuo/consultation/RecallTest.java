package org.rongcuo.consultation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.conclude;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.today;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** What goes before the group is reported on; and the way back from the group, whatever came between. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class RecallTest {
    private static void impossible(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }

    private static Response refer(Zone zone, String id) {
        return act(zone.handler, id, "consultations", Map.of("reasons", "对决策程序有争议"));
    }

    private static Response recall(String login, String id) {
        return act(login, id, "consultation-recall", Map.of("reasons", "会后出现新的证据,须重新核实"));
    }

    private static Response recuse(String login, String id) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("person", Office.person(login), "ground", "INTEREST", "explanation", "与当事人系同学"))
                .post(CASES + id + "/recusals");
    }

    private static String reason(String login, String id, String act) {
        return as(login).get(CASES + id + "/acts").path("find { it.act == '" + act + "' }.reason.code");
    }

    @Test
    void whatIsNotReportedOnAsItStandsIsNotReferred() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        impossible(refer(zone, id), "report-missing");
        Office.investigated(zone.handler, zone.colleague, id);
        done(Office.answer(zone.handler, id, subject, Map.of("loss", 5)));
        impossible(refer(zone, id), "report-outdated");
        assertTrue("report-outdated".equals(reason(zone.handler, id, "consultations")));
        as(zone.handler).get(CASES + id).then().body("status", equalTo("VERIFYING"));
        Office.investigated(zone.handler, zone.colleague, id);
        done(refer(zone, id));
    }

    @Test
    void afterTheConclusionTheCaseIsTakenBackVerifiedAndConsultedOnAgain() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        zone.concluded(id, zone.referred(id), "DECISION", "MITIGATE");
        impossible(Office.answer(zone.handler, id, subject, Map.of("loss", 5)), "wrong-status");
        for (var login : List.of(zone.decider, zone.applicant, zone.lead)) {
            act(login, id, "consultation-recall", Map.of("reasons", "无")).then().statusCode(403);
        }
        act(zone.handler, id, "consultation-recall", Map.of("reasons", " "))
                .then()
                .statusCode(422);
        recall(zone.handler, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECALLED"))
                .body("recall.reasons", equalTo("会后出现新的证据,须重新核实"))
                .body("conclusion.form", equalTo("DECISION"));
        as(zone.handler).get(CASES + id).then().body("status", equalTo("VERIFYING"));
        assertTrue(Office.entries(id).contains("consultation-recalled"));
        // What the group decided is not got round by taking the case back.
        done(Office.answer(zone.handler, id, subject, Map.of("loss", 5)));
        Office.investigated(zone.handler, zone.colleague, id);
        impossible(zone.determine(id, subject, "EXEMPT"), "consultation-again-required");
        done(refer(zone, id));
        impossible(zone.determine(id, subject, "EXEMPT"), "consultation-open");
        String second = as(zone.handler).get(CASES + id + "/consultations").path("[1].id");
        zone.concluded(id, second, "DECISION", "EXEMPT");
        as(zone.handler)
                .get(CASES + id + "/consultations")
                .then()
                .body("state", equalTo(List.of("RECALLED", "CONCLUDED")))
                .body("[1].recall", nullValue());
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void beforeTheConclusionItIsTakenBackTooAndTheMeetingLetsGoOfIt() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        done(recall(zone.handler, id));
        impossible(recall(zone.handler, id), "wrong-status");
        impossible(vote(zone.lead, meeting, consultation, subject, "EXEMPT"), "consultation-recalled");
        as(zone.lead)
                .get(Zone.GROUPS + "/" + zone.group + "/agenda")
                .then()
                .body("waiting.consultation", org.hamcrest.Matchers.not(hasItem(consultation)));
        done(refer(zone, id));
        impossible(zone.call(zone.lead, today(), consultation), "consultation-recalled");
        impossible(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"), "consultation-recalled");
        as(zone.handler)
                .get(CASES + id + "/consultations")
                .then()
                .body("state", equalTo(List.of("RECALLED", "REFERRED")));
        // The books ask for no group here and it had said nothing: the case may do without.
        done(recall(zone.handler, id));
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void anInvestigatorRecusedBeforeTheGroupIsNamedAsTheReasonAndReplacedAfterARecall() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        zone.concluded(id, zone.referred(id), "ADVICE", "EXEMPT");
        done(recuse(zone.colleague, id));
        var refused = zone.determine(id, subject, "EXEMPT");
        impossible(refused, "report-signer-recused");
        refused.then().body("detail", containsString("consultation-recall"));
        done(recall(zone.handler, id));
        impossible(refer(zone, id), "report-signer-recused");
        var successor = Office.newcomer(zone.discipline, "HANDLER");
        Office.investigated(zone.handler, successor, id);
        String second = refer(zone, id).then().statusCode(201).extract().path("id");
        zone.concluded(id, second, "ADVICE", "EXEMPT");
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void whereNothingHasAMajorityThatIsTheConclusionAndPeopleGoOn() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        var present = List.of(zone.lead, zone.organisationLead, zone.members.get(0), zone.members.get(1));
        zone.attended(meeting, present.toArray(String[]::new));
        vote(zone.lead, meeting, consultation, subject, "NO_MAJORITY")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unsuitable-vote"));
        done(vote(present.get(0), meeting, consultation, subject, "EXEMPT"));
        done(vote(present.get(1), meeting, consultation, subject, "EXEMPT"));
        done(vote(present.get(2), meeting, consultation, subject, "MITIGATE"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "NO_MAJORITY")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("votes-outstanding"));
        done(vote(present.get(3), meeting, consultation, subject, "MITIGATE"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("not-the-majority"));
        conclude(zone.lead, meeting, consultation, "DECISION", subject, "NO_MAJORITY")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("form-of-result"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "NO_MAJORITY")
                .then()
                .statusCode(200)
                .body("items[0].matter.conclusion.results[0].result", equalTo("NO_MAJORITY"))
                .body("items[0].matter.conclusion.results[0].tally.EXEMPT", equalTo(2));
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void aMajorityIsNotConcludedAway() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        zone.everybody().forEach(login -> done(vote(login, meeting, consultation, subject, "MITIGATE")));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "NO_MAJORITY")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("majority-reached"));
    }

    @Test
    void whoIsRecusedIsCountedInNoQuorumNotEvenThatOfAll() {
        var zone = Zone.founded();
        var content = zone.content();
        content.put("quorum", "ALL");
        content.put("coLeads", 2);
        content.put("reasons", "法定人数调整");
        done(as("administrator.000000")
                .header(
                        "If-Match",
                        as(zone.handler).get(Zone.GROUPS + "/" + zone.group).header("ETag"))
                .contentType(ContentType.JSON)
                .body(content)
                .put(Zone.GROUPS + "/" + zone.group));
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        done(Zone.recuse(
                zone.organisationLead,
                meeting,
                Map.of("consultation", consultation, "ground", "INTEREST", "explanation", "曾分管该项目")));
        List<String> others = List.of(zone.lead, zone.members.get(0), zone.members.get(1), zone.members.get(2));
        zone.attended(meeting, others.subList(0, 3).toArray(String[]::new));
        others.subList(0, 3).forEach(login -> done(vote(login, meeting, consultation, subject, "EXEMPT")));
        impossible(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"), "no-quorum");
        zone.attended(meeting, others.toArray(String[]::new));
        done(vote(others.get(3), meeting, consultation, subject, "EXEMPT"));
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
    }

    @Test
    void aRecusalAtAMeetingHoldsForEveryActOnTheCase() {
        var zone = Zone.founded();
        var both = zone.members.get(0);
        Office.assign(Office.person(both), zone.discipline, "DECIDER");
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        // A head is recused by the organ above, not by the chair; who declares it, is at once.
        Zone.recuse(
                        zone.lead,
                        meeting,
                        Map.of(
                                "consultation",
                                consultation,
                                "member",
                                Office.person(both),
                                "ground",
                                "NEAR_RELATIVE_OF_SUBJECT",
                                "explanation",
                                "与当事人系近亲属"))
                .then()
                .statusCode(403)
                .body("code", equalTo("decided-above"));
        Zone.recuse(both, meeting, Map.of("consultation", consultation, "explanation", "近亲属"))
                .then()
                .statusCode(422);
        done(Zone.recuse(
                both,
                meeting,
                Map.of(
                        "consultation", consultation,
                        "ground", "NEAR_RELATIVE_OF_SUBJECT",
                        "explanation", "与当事人系近亲属")));
        as(zone.handler)
                .get(CASES + id + "/recusals")
                .then()
                .body("[0].person.id", equalTo(Office.person(both)))
                .body("[0].ground", equalTo("NEAR_RELATIVE_OF_SUBJECT"))
                .body("[0].meeting", equalTo(meeting));
        zone.attended(meeting, zone.lead, zone.organisationLead, zone.members.get(1), zone.members.get(2));
        for (var login : List.of(zone.lead, zone.organisationLead, zone.members.get(1))) {
            done(vote(login, meeting, consultation, subject, "EXEMPT"));
        }
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
        var evaluation = Office.evaluate(zone.handler, id, subject).getString("id");
        act(both, id, "determinations", Office.determination(subject, evaluation, "EXEMPT"))
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        as(both).contentType(ContentType.JSON)
                .body(Map.of("person", Office.person(zone.handler), "ground", "OTHER", "explanation", "不服"))
                .post(CASES + id + "/recusals")
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
    }
}
