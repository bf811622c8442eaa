package org.rongcuo.consultation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import static org.rongcuo.consultation.Zone.recuse;
import static org.rongcuo.consultation.Zone.today;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Who sits and votes on a case, once each and sealed; and what their majority concludes. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class BallotTest {
    @Test
    void aRecusedMemberNeitherCountsNorVotesNorSeesTheCase() {
        var zone = Zone.founded();
        var recused = zone.members.get(0);
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var second = zone.answered(zone.members.get(2));
        var other = zone.referred(second);
        var meeting = zone.called(consultation, other);
        zone.attended(meeting, zone.lead, zone.members.get(0), zone.members.get(1));
        assertTrue(matter(zone.lead, meeting, id, "quorum.reached", Boolean.class));
        recuse(
                        zone.members.get(1),
                        meeting,
                        Map.of(
                                "consultation",
                                consultation,
                                "member",
                                Office.person(recused),
                                "ground",
                                "NEAR_RELATIVE_OF_SUBJECT",
                                "explanation",
                                "近亲属"))
                .then()
                .statusCode(403);
        done(recuse(
                recused,
                meeting,
                Map.of(
                        "consultation", consultation,
                        "ground", "NEAR_RELATIVE_OF_SUBJECT",
                        "explanation", "与当事人系近亲属")));
        // In that case alone.
        assertFalse(matter(zone.lead, meeting, id, "quorum.reached", Boolean.class));
        assertEquals(2, matter(zone.lead, meeting, id, "quorum.present", Integer.class));
        assertEquals(3, matter(zone.lead, meeting, second, "quorum.present", Integer.class));
        as(recused).get(CASES + id).then().statusCode(404);
        as(recused).get(CASES + second).then().statusCode(200);
        as(recused)
                .get(MEETINGS + "/" + meeting)
                .then()
                .statusCode(200)
                .body("items.find { it.consultation == '" + consultation + "' }.matter", nullValue());
        vote(recused, meeting, consultation, subject, "EXEMPT")
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        done(vote(zone.lead, meeting, consultation, subject, "EXEMPT"));
        done(vote(zone.members.get(1), meeting, consultation, subject, "EXEMPT"));
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-quorum"));
        // The subject of the other case was never let near it.
        as(zone.members.get(2))
                .get(MEETINGS + "/" + meeting)
                .then()
                .body("items.find { it.consultation == '" + other + "' }.matter", nullValue());
        vote(zone.members.get(2), meeting, other, Office.subjects(second).get(0), "EXEMPT")
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        assertTrue(Office.entries(id).contains("member-recused"));
    }

    @Test
    void whoHandledTheCaseIsRecusedAndAVoteCastBeforeARecusalDoesNotCount() {
        var zone = Zone.founded();
        var both = zone.members.get(0);
        Office.assign(Office.person(both), zone.discipline, "HANDLER");
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        done(Office.answer(both, id, subject, Map.of("fraud", false)));
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        vote(both, meeting, consultation, subject, "EXEMPT")
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        assertEquals(4, matter(zone.lead, meeting, id, "quorum.present", Integer.class));
        for (var login : List.of(zone.lead, zone.members.get(1), zone.members.get(2))) {
            done(vote(login, meeting, consultation, subject, "MITIGATE"));
        }
        done(recuse(
                zone.lead,
                meeting,
                Map.of(
                        "consultation",
                        consultation,
                        "member",
                        Office.person(zone.members.get(1)),
                        "ground",
                        "INTEREST",
                        "explanation",
                        "利害关系")));
        // Three are left, two of them voted so: still the majority; the third vote is not in the tally.
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "MITIGATE"));
        assertEquals(
                Map.of("MITIGATE", 2),
                meeting(zone.lead, meeting).getMap("items[0].matter.conclusion.results[0].tally"));
    }

    private static <T> T matter(String login, String meeting, String caseId, String path, Class<T> type) {
        return type.cast(
                meeting(login, meeting).get("items.find { it.matter.caseId == '" + caseId + "' }.matter." + path));
    }

    @Test
    void whatWasVotedOpensForDecidersAndTheChairAlone() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        Map<String, Object> body = new HashMap<>();
        body.put("consultation", consultation);
        body.put("subject", subject);
        body.put("vote", "NOT_TOLERABLE");
        body.put("dissent", "损失较大,应当问责");
        body.put("reasons", "明知不可为");
        vote(zone.members.get(0), meeting, body)
                .then()
                .statusCode(201)
                .body("content", nullValue())
                .body("commitment", notNullValue());
        var votes = MEETINGS + "/" + meeting + "/votes";
        for (var login : List.of(zone.lead, zone.decider)) {
            as(login)
                    .get(votes)
                    .then()
                    .statusCode(200)
                    .body("[0].content.vote", equalTo("NOT_TOLERABLE"))
                    .body("[0].content.dissent", equalTo("损失较大,应当问责"));
        }
        for (var login :
                List.of(INSPECTOR, zone.handler, zone.organisationLead, zone.members.get(0), zone.members.get(1))) {
            as(login)
                    .get(votes)
                    .then()
                    .statusCode(200)
                    .body("[0].member.id", equalTo(Office.person(zone.members.get(0))))
                    .body("[0].content", nullValue());
        }
        as(zone.applicant).get(votes).then().statusCode(404);
        var ledger = as(INSPECTOR)
                .queryParam("limit", 200)
                .get(CASES + id + "/ledger")
                .asString();
        assertTrue(ledger.contains("vote-cast") && ledger.contains("commitment"));
        assertFalse(ledger.contains("损失较大") || ledger.contains("NOT_TOLERABLE") || ledger.contains("明知"));
        assertFalse(stored(meeting).contains("损失较大"));
    }

    /** What the database holds of the votes of a meeting. */
    private static String stored(String meeting) {
        try (var connection = PostgreSQL.superuser();
                var query = connection.prepareStatement(
                        "select string_agg(v::text, ' ') from consultation_vote v where meeting_id = ?::uuid")) {
            query.setString(1, meeting);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofTwoVotesOfOneMemberAtOnceOneCounts() throws Exception {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        for (var member : zone.everybody()) {
            List<Callable<Response>> both = new ArrayList<>();
            for (var vote : List.of("EXEMPT", "NOT_TOLERABLE", "EXEMPT")) {
                both.add(() -> vote(member, meeting, consultation, subject, vote));
            }
            var threads = Executors.newFixedThreadPool(both.size());
            var statuses = threads.invokeAll(both).stream()
                    .map(answer -> {
                        try {
                            return answer.get().statusCode();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
            threads.shutdown();
            assertEquals(List.of(201, 409, 409), statuses);
        }
        assertEquals(
                5, meeting(zone.lead, meeting).getList("items[0].matter.votes").size());
        assertEquals(5, Office.entries(id).stream().filter("vote-cast"::equals).count());
        as(INSPECTOR).get(CASES + id + "/ledger/verification").then().body("intact", equalTo(true));
        vote(zone.lead, meeting, consultation, subject, "ABSTAIN")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-voted"));
    }

    @Test
    void theConclusionIsWhatTheMajorityOfThosePresentVoted() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        var votes = List.of("EXEMPT", "EXEMPT", "MITIGATE", "ABSTAIN");
        for (int i = 0; i < votes.size(); i++) {
            done(vote(zone.everybody().get(i), meeting, consultation, subject, votes.get(i)));
        }
        // Two of five are no majority, though no vote has more.
        for (var result : List.of("EXEMPT", "MITIGATE", "NOT_TOLERABLE")) {
            conclude(zone.lead, meeting, consultation, "ADVICE", subject, result)
                    .then()
                    .statusCode(422)
                    .body("violations.code", hasItem("not-the-majority"));
        }
        conclude(zone.lead, meeting, consultation, "ADVICE", subject, "ABSTAIN")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unsuitable-vote"));
        vote(zone.members.get(2), meeting, consultation, subject, "ENDORSE")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unsuitable-vote"));
        done(vote(zone.members.get(2), meeting, consultation, subject, "EXEMPT"));
        conclude(zone.lead, meeting, consultation, "RETURN", subject, "EXEMPT")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("form-of-result"));
        conclude(zone.members.get(0), meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(403);
        var stale = etag(zone.lead, meeting);
        conclude(zone.organisationLead, meeting, consultation, "ADVICE", subject, "EXEMPT")
                .then()
                .statusCode(200)
                .body("items[0].matter.conclusion.results[0].result", equalTo("EXEMPT"))
                .body("items[0].matter.conclusion.results[0].tally.EXEMPT", equalTo(3));
        assertFalse(stale.equals(etag(zone.lead, meeting)));
        // Whom it concerns reads the result, not how the group came to it.
        as(zone.applicant)
                .get(CASES + id + "/consultations")
                .then()
                .body("[0].conclusion.results[0].result", equalTo("EXEMPT"))
                .body("[0].conclusion.minutes", nullValue())
                .body("[0].conclusion.results[0].tally", nullValue());
        as(zone.decider).get(CASES + id + "/consultations").then().body("[0].conclusion.minutes", notNullValue());
    }

    @Test
    void whoVotedOnTheCaseDoesNotReviewItsDetermination() {
        var zone = Zone.founded();
        var voter = zone.members.get(0);
        var absent = zone.members.get(1);
        for (var member : List.of(voter, absent)) {
            Office.assign(Office.person(member), zone.discipline, "DECIDER");
        }
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.lead, zone.organisationLead, voter);
        for (var login : List.of(zone.lead, zone.organisationLead, voter)) {
            done(vote(login, meeting, consultation, subject, "MITIGATE"));
        }
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "MITIGATE"));
        var determined = zone.determine(id, subject, "MITIGATE");
        done(determined);
        done(act(
                zone.handler,
                id,
                "feedback",
                Map.of(
                        "subject",
                        subject,
                        "deliveredOn",
                        today().toString(),
                        "method",
                        "IN_PERSON",
                        "remedies",
                        "如不服,可自收到之日起一个月内申请复审",
                        "receipt",
                        Map.of("receivedBy", "当事人", "receivedOn", today().toString()))));
        done(act(
                zone.applicant,
                id,
                "internal-reviews",
                Map.of("determination", determined.path("id"), "grounds", "未考虑集体决策")));
        as(voter)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'review-decision' }.reason.code", equalTo("took-part"));
        as(absent).get(CASES + id + "/acts").then().body("find { it.act == 'review-decision' }.allowed", equalTo(true));
    }
}
