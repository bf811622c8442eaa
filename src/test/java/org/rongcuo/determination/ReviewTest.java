package org.rongcuo.determination;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;
import static org.rongcuo.determination.Outcomes.REVIEWER;
import static org.rongcuo.determination.Outcomes.decided;
import static org.rongcuo.determination.Outcomes.decision;
import static org.rongcuo.determination.Outcomes.mitigated;
import static org.rongcuo.determination.Outcomes.onlyStanding;
import static org.rongcuo.determination.Outcomes.review;
import static org.rongcuo.determination.Outcomes.reviewAsked;
import static org.rongcuo.determination.Outcomes.standing;
import static org.rongcuo.determination.Outcomes.underReview;
import static org.rongcuo.determination.Outcomes.waived;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Situations;
import org.rongcuo.demo.DemoClock;

/** 复议: once, by others, never heavier; the original stays in the record. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class ReviewTest {
    @Inject
    DemoClock clock;

    private static void impossible(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }

    private static void forbidden(Response answer, String code) {
        answer.then().statusCode(403).body("code", equalTo(code));
    }

    private static void refusedAt(Response answer, String pointer, String code) {
        answer.then()
                .statusCode(422)
                .body("violations.pointer", hasItem(pointer))
                .body("violations.code", hasItem(code));
    }

    private static String subjectOf(String id, String login) {
        return as(INSPECTOR).get(CASES + id).path("subjects.find { it.person == '" + Office.person(login) + "' }.id");
    }

    private static String outcomeOf(String login) {
        return "subjects.find { it.person == '" + Office.person(login) + "' }.outcome";
    }

    private static Map<String, Object> exempting() {
        var body = decision("CHANGED");
        body.put("outcome", "EXEMPT");
        return body;
    }

    @Test
    void aReviewChangesTheDeterminationAndTheOriginalStaysInTheRecord() {
        var id = underReview();
        as(APPLICANT).get(CASES + id).then().body("status", equalTo("UNDER_REVIEW"));
        var original = onlyStanding(id);
        var decided = decided(REVIEWER, id, review(id), exempting());
        decided.then()
                .statusCode(200)
                .body("decision.result", equalTo("CHANGED"))
                .body("decision.decidedBy.id", equalTo(Office.person(REVIEWER)));
        // The subject reads it once it was delivered.
        as(APPLICANT)
                .get(CASES + id)
                .then()
                .body("status", equalTo("NOTIFIED"))
                .body("subjects[0].outcome", nullValue());
        as(INSPECTOR).get(CASES + id).then().body("subjects[0].outcome", equalTo("EXEMPT"));
        as(INSPECTOR)
                .get(CASES + id + "/determinations")
                .then()
                .body("id", contains(original, decided.path("decision.newDetermination")))
                .body("outcome", contains("MITIGATE", "EXEMPT"))
                .body("origin", contains("FIRST", "REVIEW"))
                .body("standing", contains(false, true))
                .body("[1].supersedes", equalTo(original))
                .body(
                        "[1].evaluation.id",
                        equalTo(as(INSPECTOR)
                                .get(CASES + id + "/determinations")
                                .path("[0].evaluation.id")))
                .body("[1].effects.confirmed", hasItem(true));
        var entries = Office.entries(id);
        assertEquals(
                List.of("review-requested", "last-review-decided"),
                entries.subList(entries.size() - 2, entries.size()));
    }

    @Test
    void aReviewMayLeaveTheDeterminationAsItIs() {
        var id = underReview();
        var body = decision("UPHELD");
        body.put("outcome", "EXEMPT");
        refusedAt(decided(REVIEWER, id, review(id), body), "/outcome", "no-outcome");
        done(decided(REVIEWER, id, review(id), decision("UPHELD")));
        as(APPLICANT)
                .get(CASES + id)
                .then()
                .body("status", equalTo("NOTIFIED"))
                .body("subjects[0].outcome", equalTo("MITIGATE"));
        as(APPLICANT).get(CASES + id + "/internal-reviews").then().body("terms[0].state", equalTo("DECIDED"));
        impossible(decided(REVIEWER, id, review(id), decision("UPHELD")), "wrong-status");
    }

    @Test
    void itIsDecidedByWhomTookNoPart() {
        var id = underReview();
        var review = review(id);
        forbidden(decided(DECIDER, id, review, exempting()), "took-part");
        forbidden(decided(HANDLER, id, review, exempting()), "not-allowed");
        forbidden(decided(APPLICANT, id, review, exempting()), "not-allowed");
        var both = Office.newcomer(Office.organ(HANDLER), "HANDLER", "DECIDER");
        var another = Situations.answered();
        done(Office.answer(both, another, subjects(another).get(0), Map.of("fraud", false)));
        done(Situations.determine(
                DECIDER, another, Outcomes.mitigation(another, subjects(another).get(0), "MITIGATED")));
        done(act(
                HANDLER,
                another,
                "feedback",
                Situations.feedback(subjects(another).get(0))));
        done(reviewAsked(APPLICANT, another, onlyStanding(another)));
        forbidden(decided(both, another, review(another), exempting()), "took-part");
        done(decided(both, id, review, exempting()));
    }

    @Test
    void aReviewIsNeverHeavier() {
        var id = underReview();
        var review = review(id);
        var body = decision("CHANGED");
        body.put("outcome", "NOT_TOLERABLE");
        body.put("departureReasons", "情节较重");
        refusedAt(decided(REVIEWER, id, review, body), "/outcome", "heavier");
        body.put("outcome", "MITIGATE");
        body.put("ladderStep", "LIGHTER");
        refusedAt(decided(REVIEWER, id, review, body), "/outcome", "heavier");
        body.put("ladderStep", "MITIGATED");
        refusedAt(decided(REVIEWER, id, review, body), "/outcome", "nothing-changed");
        for (var form : List.of("FIRST", "SECOND")) {
            body.put("disciplineForm", form);
            refusedAt(decided(REVIEWER, id, review, body), "/outcome", "heavier");
        }
        body.remove("disciplineForm");
        body.put("outcome", "REFER");
        refusedAt(decided(REVIEWER, id, review, body), "/outcome", "not-an-outcome");
        body.put("outcome", null);
        refusedAt(decided(REVIEWER, id, review, body), "/outcome", "not-null");
        body.put("outcome", "MITIGATE");
        body.put("ladderStep", "WAIVED_WITH_REMINDER");
        done(decided(REVIEWER, id, review, body));
    }

    @Test
    void itIsAskedForOnceByWhomItConcerns() {
        var id = mitigated();
        var standing = onlyStanding(id);
        forbidden(reviewAsked(HANDLER, id, standing), "not-allowed");
        refusedAt(reviewAsked(APPLICANT, id, null), "/determination", "not-null");
        refusedAt(reviewAsked(APPLICANT, id, UUID.randomUUID().toString()), "/determination", "determination-unknown");
        act(APPLICANT, id, "internal-reviews", Map.of("determination", standing, "grounds", " "))
                .then()
                .statusCode(422);
        done(reviewAsked(APPLICANT, id, standing));
        impossible(reviewAsked(APPLICANT, id, standing), "already-reviewed");
        done(decided(REVIEWER, id, review(id), exempting()));
        impossible(reviewAsked(APPLICANT, id, onlyStanding(id)), "already-reviewed");
        as(APPLICANT)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'internal-reviews' }.reason.code", equalTo("already-reviewed"));
    }

    @Test
    void anApplicantWhoIsNoSubjectDoesNotAskForTheReviewOfADetermination() {
        var id = mitigated(subject(COLLEAGUE, "PARTY_MEMBER"));
        impossible(reviewAsked(APPLICANT, id, onlyStanding(id)), "no-own-determination");
        forbidden(waived(APPLICANT, id, onlyStanding(id)), "not-the-party");
        done(reviewAsked(COLLEAGUE, id, onlyStanding(id)));
    }

    @Test
    void theTermForAReviewIsAMonthFromItsDelivery() {
        var id = mitigated();
        as(APPLICANT)
                .get(CASES + id + "/internal-reviews")
                .then()
                .body("terms[0].state", equalTo("OPEN"))
                .body("terms[0].lastDay", notNullValue());
        clock.set(Duration.ofDays(50));
        impossible(reviewAsked(APPLICANT, id, onlyStanding(id)), "review-term-lapsed");
        as(APPLICANT).get(CASES + id + "/internal-reviews").then().body("terms[0].state", equalTo("LAPSED"));
    }

    @Test
    void whatWasSentIsNotReceivedBeforeItsReceiptCameBack() {
        var id = Situations.determined();
        var body = Situations.feedback(subjects(id).get(0));
        body.put("method", "POST");
        body.remove("receipt");
        String given = act(HANDLER, id, "feedback", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        clock.set(Duration.ofDays(50));
        as(APPLICANT)
                .get(CASES + id + "/internal-reviews")
                .then()
                .body("terms[0].state", equalTo("OPEN"))
                .body("terms[0].lastDay", nullValue());
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'registration' }.reason.code", equalTo("review-term-open"));
        done(act(HANDLER, id, "feedback/" + given + "/receipt", Outcomes.receipt()));
        as(APPLICANT).get(CASES + id + "/internal-reviews").then().body("terms[0].state", equalTo("LAPSED"));
        impossible(reviewAsked(APPLICANT, id, onlyStanding(id)), "review-term-lapsed");
    }

    @Test
    void theLastDayOfTheTermIsStillInTime() {
        var id = mitigated();
        var late = mitigated();
        var last = LocalDate.parse(as(APPLICANT)
                .get(CASES + id + "/internal-reviews")
                .then()
                .extract()
                .path("terms[0].lastDay"));
        Office.on(clock, last);
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
        Office.on(clock, last.plusDays(1));
        impossible(reviewAsked(APPLICANT, late, onlyStanding(late)), "review-term-lapsed");
    }

    @Test
    void aReviewWaivedIsNotAskedForAnyMore() {
        var id = mitigated();
        forbidden(waived(HANDLER, id, onlyStanding(id)), "not-allowed");
        waived(APPLICANT, id, onlyStanding(id)).then().statusCode(201).body("state", equalTo("WAIVED"));
        impossible(waived(APPLICANT, id, onlyStanding(id)), "review-waived");
        impossible(reviewAsked(APPLICANT, id, onlyStanding(id)), "review-waived");
    }

    @Test
    void oneOfSeveralSubjectsIsReviewedAndTheCaseWaitsForAll() {
        var id = mitigated(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var second = standing(id, subjectOf(id, COLLEAGUE));
        forbidden(reviewAsked(APPLICANT, id, second), "not-your-determination");
        done(reviewAsked(APPLICANT, id, standing(id, subjectOf(id, APPLICANT))));
        var first = review(id);
        done(reviewAsked(COLLEAGUE, id, second));
        var other = review(id);
        done(decided(REVIEWER, id, first, exempting()));
        as(APPLICANT).get(CASES + id).then().body("status", equalTo("UNDER_REVIEW"));
        impossible(decided(REVIEWER, id, first, exempting()), "already-decided");
        // Who reviewed the one reviews the other, too.
        done(decided(REVIEWER, id, other, decision("UPHELD")));
        as(INSPECTOR)
                .get(CASES + id)
                .then()
                .body("status", equalTo("NOTIFIED"))
                .body(outcomeOf(APPLICANT), equalTo("EXEMPT"))
                .body(outcomeOf(COLLEAGUE), equalTo("MITIGATE"));
        var entries = Office.entries(id);
        assertEquals(
                List.of("review-requested", "further-review-requested", "review-decided", "last-review-decided"),
                entries.subList(entries.size() - 4, entries.size()));
    }

    @Test
    void itIsEvaluatedAgainByTheVersionsTheCaseWasDecidedBy() {
        var id = underReview();
        var review = review(id);
        var subject = subjects(id).get(0);
        var facts = Map.of("facts", Map.of("loss", 1.2), "reasons", "复议查明损失为 1.2 万元");
        forbidden(act(DECIDER, id, "internal-reviews/" + review + "/evaluations", facts), "took-part");
        var evaluation = act(REVIEWER, id, "internal-reviews/" + review + "/evaluations", facts);
        evaluation.then().statusCode(201).body("content.facts.loss", equalTo(1.2f));
        act(
                        REVIEWER,
                        id,
                        "internal-reviews/" + review + "/evaluations",
                        Map.of("facts", Map.of("nonsense", 1), "reasons", "无"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/facts/nonsense"));
        var body = exempting();
        body.put("evaluation", UUID.randomUUID().toString());
        refusedAt(decided(REVIEWER, id, review, body), "/evaluation", "evaluation-unknown");
        body.put("evaluation", evaluation.path("id"));
        done(decided(REVIEWER, id, review, body));
        as(INSPECTOR)
                .get(CASES + id + "/determinations")
                .then()
                .body("[1].evaluation.id", equalTo((String) evaluation.path("id")))
                .body("[1].evaluation.subject", equalTo(subject));
    }

    @Test
    void theDecisionIsDelivered() {
        var id = underReview();
        var review = review(id);
        Map<String, Object> body = new HashMap<>();
        body.put("deliveredOn", today().toString());
        body.put("method", "LEFT");
        impossible(act(HANDLER, id, "internal-reviews/" + review + "/delivery", body), "no-undelivered-decision");
        done(decided(REVIEWER, id, review, exempting()));
        refusedAt(act(HANDLER, id, "internal-reviews/" + review + "/delivery", body), "/receipt", "receipt-of-leaving");
        body.put("receipt", Map.of("receivedBy", "申请人", "receivedOn", today().toString(), "witnesses", List.of("甲")));
        refusedAt(
                act(HANDLER, id, "internal-reviews/" + review + "/delivery", body),
                "/receipt/witnesses",
                "two-witnesses");
        forbidden(act(APPLICANT, id, "internal-reviews/" + review + "/delivery", body), "not-allowed");
        body.put(
                "receipt",
                Map.of("receivedBy", "申请人", "receivedOn", today().toString(), "witnesses", List.of("甲", "乙")));
        act(HANDLER, id, "internal-reviews/" + review + "/delivery", body)
                .then()
                .statusCode(200)
                .body("delivery.method", equalTo("LEFT"))
                .body("delivery.receipt.witnesses", contains("甲", "乙"));
        impossible(act(HANDLER, id, "internal-reviews/" + review + "/delivery", body), "no-undelivered-decision");
    }

    @Test
    void nothingIsPublishedForgoneOrRegisteredBeforeTheDecisionIsDelivered() {
        var id = underReview();
        var review = review(id);
        done(decided(REVIEWER, id, review, exempting()));
        impossible(act(HANDLER, id, "public-notices", Map.of("text", "公示")), "review-delivery-open");
        impossible(act(DECIDER, id, "public-notices/waiver", Map.of("reasons", "不宜公示")), "review-delivery-open");
        impossible(act(HANDLER, id, "registration", Map.of("materials", "认定书")), "review-delivery-open");
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'public-notices' }.reason.code", equalTo("review-delivery-open"));
        var delivery = Map.of("deliveredOn", today().toString(), "method", "IN_PERSON");
        done(act(HANDLER, id, "internal-reviews/" + review + "/delivery", delivery));
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'public-notices' }.reason?.code", not(equalTo("review-delivery-open")));
    }

    @Test
    void aRefusalIsReviewedOnceAndConfirmed() {
        var id = Outcomes.refused();
        refusedAt(reviewAsked(APPLICANT, id, UUID.randomUUID().toString()), "/determination", "no-determination");
        done(reviewAsked(APPLICANT, id, null));
        as(APPLICANT).get(CASES + id).then().body("status", equalTo("REFUSAL_UNDER_REVIEW"));
        forbidden(decided(HANDLER, id, review(id), decision("UPHELD")), "not-allowed");
        done(decided(DECIDER, id, review(id), decision("UPHELD")));
        as(APPLICANT).get(CASES + id).then().body("status", equalTo("REFUSED"));
        impossible(reviewAsked(APPLICANT, id, null), "already-reviewed");
        as(INSPECTOR)
                .get(CASES + id + "/internal-reviews")
                .then()
                .body("reviews[0].subject", nullValue())
                .body("reviews[0].decision.result", equalTo("UPHELD"));
    }

    @Test
    void aRefusalOverturnedIsAccepted() {
        var id = Outcomes.refused();
        done(reviewAsked(APPLICANT, id, null));
        done(decided(DECIDER, id, review(id), decision("CHANGED")));
        as(APPLICANT).get(CASES + id).then().body("status", equalTo("VERIFYING"));
        var entries = Office.entries(id);
        assertEquals(
                List.of("refusal-review-requested", "refusal-overturned"),
                entries.subList(entries.size() - 2, entries.size()));
    }

    @Test
    void aRefusalIsReviewedWithinItsTermOnly() {
        var id = Outcomes.refused();
        clock.set(Duration.ofDays(50));
        impossible(reviewAsked(APPLICANT, id, null), "review-term-lapsed");
    }
}
