package org.rongcuo.determination;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.today;
import static org.rongcuo.determination.Outcomes.REVIEWER;
import static org.rongcuo.determination.Outcomes.anotherRound;
import static org.rongcuo.determination.Outcomes.decided;
import static org.rongcuo.determination.Outcomes.decision;
import static org.rongcuo.determination.Outcomes.mitigated;
import static org.rongcuo.determination.Outcomes.mitigation;
import static org.rongcuo.determination.Outcomes.onlyStanding;
import static org.rongcuo.determination.Outcomes.review;
import static org.rongcuo.determination.Outcomes.reviewAsked;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Decided;
import org.rongcuo.cases.Situations;
import org.rongcuo.publication.Notices;

/** 再核查: in a new round subjects are open again, and heavier only on new facts and after hearing. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class RoundTest {
    @Test
    void inANewRoundTheSubjectIsOpenAgainAndTheOriginalStands() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        var original = onlyStanding(id);
        anotherRound(id);
        as(HANDLER).get(CASES + id).then().body("round", equalTo(2)).body("subjects[0].outcome", nullValue());
        as(HANDLER).get(CASES + id + "/determinations").then().body("standing", contains(true));
        done(answer(HANDLER, id, subject, Map.of("loss", 3.1)));
        as(APPLICANT)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'withdrawal' }.reason.code", equalTo("already-determined"));
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT");
        determine(DECIDER, id, body)
                .then()
                .statusCode(201)
                .body("round", equalTo(2))
                .body("origin", equalTo("REVERIFIED"))
                .body("supersedes", equalTo(original));
        as(HANDLER)
                .get(CASES + id)
                .then()
                .body("status", equalTo("DETERMINED"))
                .body("subjects[0].outcome", equalTo("EXEMPT"));
        as(HANDLER).get(CASES + id + "/determinations").then().body("standing", contains(false, true));
        // Of each determination the subject is told.
        done(act(HANDLER, id, "feedback", feedback(subject)));
        as(HANDLER).get(CASES + id + "/feedback").then().body("", hasSize(2));
        as(HANDLER).get(CASES + id).then().body("status", equalTo("NOTIFIED"));
        // And each may be reviewed.
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
    }

    @Test
    void whoReviewedARoundDoesNotReviewTheNext() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
        done(decided(REVIEWER, id, review(id), decision("UPHELD")));
        anotherRound(id);
        done(determine(DECIDER, id, mitigation(id, subject, "MITIGATED")));
        done(act(HANDLER, id, "feedback", feedback(subject)));
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
        decided(REVIEWER, id, review(id), decision("UPHELD"))
                .then()
                .statusCode(403)
                .body("code", equalTo("took-part"));
        var another = Office.newcomer(Office.organ(DECIDER), "DECIDER");
        done(decided(another, id, review(id), decision("UPHELD")));
    }

    @Test
    void heavierTakesNewFactsAndHearing() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        var stale = as(INSPECTOR).get(CASES + id + "/determinations").<String>path("[0].evaluation.id");
        anotherRound(id);
        var old = Office.determination(subject, stale, "EXEMPT");
        determine(DECIDER, id, old)
                .then()
                .statusCode(422)
                .body("violations.code", contains("evaluation-of-earlier-round"));
        var heavier = mitigation(id, subject, "LIGHTER");
        heavier.put("heavierReasons", "新查明:会议纪要系事后补写");
        determine(DECIDER, id, heavier)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/heavierReasons"))
                .body("violations.code", contains("heavier-without-new-evidence"));
        Situations.document(HANDLER, id);
        heavier.remove("heavierReasons");
        determine(DECIDER, id, heavier)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/heavierReasons"))
                .body("violations.code", contains("heavier-without-new-facts"));
        var same = mitigation(id, subject, "MITIGATED");
        same.put("heavierReasons", "多余");
        determine(DECIDER, id, same).then().statusCode(422).body("violations.code", contains("not-heavier"));
        heavier.put("heavierReasons", "新查明:会议纪要系事后补写");
        determine(DECIDER, id, heavier).then().statusCode(201).body("heavierReasons", equalTo("新查明:会议纪要系事后补写"));
    }

    @Test
    void heavierIsRefusedWithoutHearingTheSubjectInTheRound() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        anotherRound(id);
        var heavier = mitigation(id, subject, "LIGHTER");
        heavier.put("heavierReasons", "新查明:会议纪要系事后补写");
        Situations.document(HANDLER, id);
        // The report of the round would demand the hearing; a report without it is made in the database.
        Office.investigated(HANDLER, id);
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update case_statement set round = 1 where case_id = '" + id + "'");
            statement.execute(
                    "update verification_report set statements = 0 where case_id = '" + id + "' and round = 2");
        }
        act(DECIDER, id, "determinations", heavier)
                .then()
                .statusCode(422)
                .body("violations.code", contains("heavier-without-hearing"));
    }

    @Test
    void aWaiverIsNoHearing() throws SQLException {
        var id = mitigated();
        anotherRound(id);
        var heavier = heavier(id);
        inTheDatabase("update case_statement set manner = 'WAIVED', held_on = null, place = null where round = 2"
                + " and case_id = '" + id + "'");
        act(DECIDER, id, "determinations", heavier)
                .then()
                .statusCode(422)
                .body("violations.code", contains("heavier-without-hearing"));
    }

    @Test
    void norIsATalkOfBeforeTheRoundThatIsRecordedInIt() throws SQLException {
        var id = Decided.exempt().fact("publicConcern", "社会关注").notified();
        done(Outcomes.waived(APPLICANT, id, onlyStanding(id)));
        Notices.object(Notices.published(id), Map.of("text", "会议纪要系事后补写"))
                .then()
                .statusCode(201);
        done(Notices.answer(HANDLER, id, Notices.objection(id), true));
        as(HANDLER).get(CASES + id).then().body("round", equalTo(2));
        var heavier = heavier(id);
        var talk = " where round = 2 and manner = 'RECORDED' and case_id = '" + id + "'";
        inTheDatabase("update case_statement set held_on = held_on - 1" + talk);
        act(DECIDER, id, "determinations", heavier)
                .then()
                .statusCode(422)
                .body("violations.code", contains("heavier-without-hearing"));
        inTheDatabase("update case_statement set held_on = held_on + 1" + talk);
        done(act(DECIDER, id, "determinations", heavier));
    }

    /** A heavier determination of the round's one subject, for which nothing is missing. */
    private static Map<String, Object> heavier(String id) {
        var heavier = mitigation(id, subjects(id).get(0), "LIGHTER");
        heavier.put("heavierReasons", "新查明:会议纪要系事后补写");
        Situations.document(HANDLER, id);
        Office.investigated(HANDLER, id);
        return heavier;
    }

    @Test
    void theMeetingOfARoundDoesNotPrecedeItsReport() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        anotherRound(id);
        inTheDatabase("update case_file set applied_at = applied_at - interval '3 days' where id = '" + id + "'");
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT");
        body.put(
                "meeting",
                Map.of("title", "县纪委常委会会议", "heldOn", today().minusDays(1).toString()));
        determine(DECIDER, id, body)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/meeting/heldOn"))
                .body("violations.code", contains("meeting-before-report"));
    }

    private static void inTheDatabase(String sql) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    @Test
    void heavierIsMeasuredByWhatAReviewMadeOfIt() throws SQLException {
        var id = mitigated();
        var subject = subjects(id).get(0);
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
        var change = decision("CHANGED");
        change.put("outcome", "EXEMPT");
        done(decided(REVIEWER, id, review(id), change));
        anotherRound(id);
        determine(DECIDER, id, mitigation(id, subject, "MITIGATED"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("heavier-without-new-facts"));
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT");
        done(determine(DECIDER, id, body));
        as(INSPECTOR)
                .get(CASES + id + "/determinations")
                .then()
                .body("origin", hasItems("FIRST", "REVIEW", "REVERIFIED"))
                .body("findAll { it.standing }.origin", contains("REVERIFIED"));
    }
}
