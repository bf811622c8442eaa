package org.rongcuo.consultation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.MEETINGS;
import static org.rongcuo.consultation.Zone.conclude;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.etag;
import static org.rongcuo.consultation.Zone.meeting;
import static org.rongcuo.consultation.Zone.today;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.PriorFilings;

/** A case before the coordination group: who brings it and sees it, the meeting, and what the conclusion is worth. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ConsultationTest {
    @Test
    void onlyTheHandlerRefersAndTheMembersSeeTheCaseFromThen() {
        var zone = Zone.founded();
        var id = zone.answered();
        as(zone.lead).get(CASES + id).then().statusCode(404);
        act(zone.decider, id, "consultations", Map.of("reasons", "争议")).then().statusCode(403);
        act(zone.applicant, id, "consultations", Map.of("reasons", "争议")).then().statusCode(403);
        as(zone.lead)
                .header("If-Match", "\"3\"")
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "争议"))
                .post(CASES + id + "/consultations")
                .then()
                .statusCode(403);
        var consultation = zone.referred(id);
        for (var member : zone.everybody()) {
            as(member).get(CASES + id).then().statusCode(200).body("status", equalTo("CONSULTING"));
        }
        // Another group's member does not.
        as(Zone.founded().lead).get(CASES + id).then().statusCode(404);
        as(zone.applicant)
                .get(CASES + id + "/consultations")
                .then()
                .statusCode(200)
                .body("[0].id", equalTo(consultation))
                .body("[0].state", equalTo("REFERRED"))
                .body("[0].group.id", equalTo(zone.group));
        // Nothing is determined, and nothing referred again, while it is open.
        zone.determine(id, Office.subjects(id).get(0), "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("consultation-open"));
        as(zone.decider)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'determinations' }.reason.code", equalTo("consultation-open"));
    }

    @Test
    void withoutAGroupNearAnybodyAboveIsAskedAndOnlyOneInReachMayBeTold() {
        var zone = Zone.founded();
        var other = Zone.founded();
        var id = zone.answered();
        Office.investigated(zone.handler, zone.colleague, id);
        act(zone.handler, id, "consultations", Map.of("reasons", "争议", "group", other.group))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("group-out-of-reach"));
        act(zone.handler, id, "consultations", Map.of("reasons", "争议", "group", zone.group))
                .then()
                .statusCode(201);
    }

    @Test
    void aMeetingIsCalledByMembersOfTheGroupOnWhatIsBeforeIt() {
        var zone = Zone.founded();
        var id = zone.answered();
        var consultation = zone.referred(id);
        var agenda = Zone.GROUPS + "/" + zone.group + "/agenda";
        as(zone.lead)
                .get(agenda)
                .then()
                .statusCode(200)
                .body("waiting[0].consultation", equalTo(consultation))
                .body("waiting[0].due", equalTo(today().plusDays(10).toString()));
        var other = Zone.founded();
        as(other.lead).get(agenda).then().statusCode(403).body("code", equalTo("not-a-member"));
        as(zone.handler).get(agenda).then().statusCode(403);
        zone.call(zone.handler, today(), consultation).then().statusCode(403);
        zone.call(other.lead, today(), consultation).then().statusCode(403).body("code", equalTo("not-a-member"));
        zone.call(zone.lead, today().minusDays(1), consultation)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("in-the-past"));
        zone.call(zone.lead, today(), java.util.UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("consultation-unknown"));
        var meeting = zone.called(consultation);
        as(zone.lead).get(agenda).then().body("waiting", hasSize(0));
        zone.call(zone.lead, today(), consultation).then().statusCode(409).body("code", equalTo("already-scheduled"));
        // Members, handlers, deciders, inspectors see it; those whom it concerns, and strangers, do not.
        for (var login : List.of(zone.lead, zone.handler, zone.decider, INSPECTOR)) {
            as(login).get(MEETINGS + "/" + meeting).then().statusCode(200).body("items[0].matter.caseId", equalTo(id));
            as(login)
                    .queryParam("group", zone.group)
                    .queryParam("from", today().toString())
                    .queryParam("to", today().toString())
                    .get(MEETINGS)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(meeting)))
                    .body("count.count", equalTo(1));
        }
        for (var login : List.of(zone.applicant, other.lead, other.decider)) {
            as(login).get(MEETINGS + "/" + meeting).then().statusCode(404);
            as(login).queryParam("group", zone.group).get(MEETINGS).then().body("items", hasSize(0));
        }
        // Before the day nobody is there.
        var later = zone.answered();
        var planned = zone.call(zone.lead, today().plusDays(3), zone.referred(later))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Zone.attend(zone.lead, planned, zone.lead).then().statusCode(409).body("code", equalTo("not-yet-held"));
    }

    @Test
    void withoutAQuorumNothingIsConcluded() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-quorum"));
        // Three members, none of them a co-lead.
        zone.attended(meeting, zone.members.toArray(String[]::new));
        zone.members.forEach(member -> done(vote(member, meeting, consultation, subject, "EXEMPT")));
        assertFalse(meeting(zone.lead, meeting).getBoolean("items[0].matter.quorum.reached"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-quorum"));
        // Who has voted cannot be written off again.
        Zone.attend(zone.lead, meeting, zone.lead, zone.organisationLead)
                .then()
                .statusCode(409)
                .body("code", equalTo("voted-already"));
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        assertTrue(meeting(zone.lead, meeting).getBoolean("items[0].matter.quorum.reached"));
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-concluded"));
    }

    @Test
    void whatIsMajorIsDeterminedOnlyAfterTheGroupHasConcluded() {
        var zone = Zone.founded();
        var id = zone.major();
        var subject = Office.subjects(id).get(0);
        Office.investigated(zone.handler, zone.colleague, id);
        zone.determine(id, subject, "EXEMPT").then().statusCode(409).body("code", equalTo("consultation-required"));
        var consultation = zone.asked(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        for (var login : List.of(zone.lead, zone.organisationLead, zone.members.get(0))) {
            done(vote(login, meeting, consultation, subject, "EXEMPT"));
        }
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void aDecisionTakesEffectOnlyByTheDeterminationWhichDoesNotDepartFromIt() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        zone.concluded(id, zone.referred(id), "DECISION", "MITIGATE");
        as(zone.decider)
                .get(CASES + id)
                .then()
                .body("status", equalTo("CONSULTING"))
                .body("subjects[0].outcome", nullValue());
        zone.determine(id, subject, "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("departs-from-group-decision"));
        done(zone.determine(id, subject, "MITIGATE"));
        as(zone.decider).get(CASES + id).then().body("status", equalTo("DETERMINED"));
    }

    @Test
    void fromAdviceTheDeterminationMayDepartWithReasons() {
        var zone = Zone.founded();
        var id = zone.answered();
        zone.concluded(id, zone.referred(id), "ADVICE", "MITIGATE");
        var subject = Office.subjects(id).get(0);
        zone.determine(id, subject, "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("consultation-departure-without-reasons"));
        done(zone.determine(id, subject, "EXEMPT", "会后补充的票据证明损失已全部挽回"));
    }

    @Test
    void aCaseThatNeedsMoreVerificationGoesBackAndMayBeReferredAgain() {
        var zone = Zone.founded();
        var id = zone.answered();
        zone.concluded(id, zone.referred(id), "RETURN", "MORE_VERIFICATION");
        as(zone.handler).get(CASES + id).then().body("status", equalTo("VERIFYING"));
        assertTrue(Office.entries(id).contains("consultation-returned"));
        zone.concluded(id, zone.referred(id), "ADVICE", "EXEMPT");
        done(zone.determine(id, Office.subjects(id).get(0), "EXEMPT"));
    }

    @Test
    void subjectsMayComeToDifferentResults() {
        var zone = Zone.founded();
        var second = Office.newcomer(Office.organ(zone.code, "UNIT"), "APPLICANT");
        var id = zone.answered(zone.applicant, second);
        var subjects = Office.subjects(id);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        for (var login : zone.everybody()) {
            done(vote(login, meeting, consultation, subjects.get(0), "EXEMPT"));
            done(vote(login, meeting, consultation, subjects.get(1), "MITIGATE"));
        }
        conclude(zone.lead, meeting, consultation, "DECISION", subjects.get(0), "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("result-missing"));
        var both = List.of(
                Map.of("subject", subjects.get(0), "result", "EXEMPT"),
                Map.of("subject", subjects.get(1), "result", "MITIGATE"));
        done(as(zone.lead)
                .header("If-Match", etag(zone.lead, meeting))
                .contentType(ContentType.JSON)
                .body(Map.of("consultation", consultation, "form", "DECISION", "results", both, "minutes", "纪要"))
                .post(MEETINGS + "/" + meeting + "/conclusions"));
        done(zone.determine(id, subjects.get(0), "EXEMPT"));
        as(zone.decider).get(CASES + id).then().body("status", equalTo("CONSULTING"));
        done(zone.determine(id, subjects.get(1), "MITIGATE"));
        as(zone.decider).get(CASES + id).then().body("status", equalTo("DETERMINED"));
    }

    @Test
    void aFilingIsVettedWhereItStands() {
        var zone = Zone.founded();
        var id = PriorFilings.submitted(zone.code, zone.applicant, Map.of("threeMajor", true));
        PriorFilings.feedback(zone.handler, id, "ACCEPTED")
                .then()
                .statusCode(409)
                .body("code", equalTo("consultation-required"));
        var consultation = zone.asked(id);
        as(zone.lead).get(CASES + id).then().statusCode(200).body("status", equalTo("SUBMITTED"));
        assertTrue(Office.entries(id).contains("consultation-asked"));
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        vote(zone.lead, meeting, consultation, null, "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("unsuitable-vote"));
        zone.everybody().forEach(login -> done(vote(login, meeting, consultation, null, "ENDORSE")));
        done(conclude(zone.lead, meeting, consultation, "ADVICE", null, "ENDORSE"));
        as(zone.handler)
                .get(CASES + id + "/consultations")
                .then()
                .body("[0].conclusion.results[0].result", equalTo("ENDORSE"))
                .body("[0].conclusion.results[0].subject", nullValue());
        as(zone.handler).get(CASES + id).then().body("status", equalTo("SUBMITTED"));
        done(PriorFilings.feedback(zone.handler, id, "ACCEPTED"));
        as(zone.handler).get(CASES + id).then().body("status", equalTo("MONITORED"));
    }

    @Test
    void onlyThoseWhomItIsForActAtAMeeting() {
        var zone = Zone.founded();
        var other = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.lead, zone.organisationLead, zone.members.get(0));
        for (var login : List.of(zone.applicant, zone.handler, zone.decider, INSPECTOR, "administrator.000000")) {
            vote(login, meeting, consultation, subject, "EXEMPT").then().statusCode(403);
        }
        vote(other.lead, meeting, consultation, subject, "EXEMPT").then().statusCode(404);
        vote(zone.members.get(1), meeting, consultation, subject, "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-present"));
        Zone.attend(zone.members.get(0), meeting, zone.lead).then().statusCode(403);
        as(zone.members.get(0))
                .get(CASES + id + "/acts")
                .then()
                .body("findAll { it.allowed }.act", equalTo(List.of("recusals")));
        as(zone.lead).get(CASES + id + "/acts").then().body("act", not(hasItem("meeting-votes")));
        // A member whose role ended is none.
        assertTrue(ended(zone.members.get(0)));
        vote(zone.members.get(0), meeting, consultation, subject, "EXEMPT")
                .then()
                .statusCode(403);
    }

    private static boolean ended(String login) {
        String assignment = as("administrator.000000")
                .get("/api/v1/assignments?person=" + Office.person(login))
                .then()
                .extract()
                .path("items[0].id");
        return as("administrator.000000")
                        .contentType(ContentType.JSON)
                        .body(Map.of("lastDay", today().minusDays(1).toString()))
                        .post("/api/v1/assignments/" + assignment + "/end")
                        .statusCode()
                == 200;
    }
}
