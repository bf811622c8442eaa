package org.rongcuo.aftercare;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.aftercare.Corrected.APPLICANT;
import static org.rongcuo.aftercare.Corrected.DECIDER;
import static org.rongcuo.aftercare.Corrected.HANDLER;
import static org.rongcuo.aftercare.Corrected.accepted;
import static org.rongcuo.aftercare.Corrected.determined;
import static org.rongcuo.aftercare.Corrected.evaluate;
import static org.rongcuo.aftercare.Corrected.plan;
import static org.rongcuo.aftercare.Corrected.post;
import static org.rongcuo.aftercare.Corrected.reported;
import static org.rongcuo.aftercare.Corrected.started;
import static org.rongcuo.aftercare.Corrected.today;
import static org.rongcuo.aftercare.Corrected.uuid;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.Decided;
import org.rongcuo.checklist.FactSource;
import org.rongcuo.demo.DemoClock;

/** What corrections and earlier determinations prove, and what they leave to people. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class CorrectionFactsTest {
    private static final String NOTHING = "nothing";

    @Inject
    CorrectionFacts corrections;

    @Inject
    HistoryFacts history;

    @Inject
    CaseDesk desk;

    @Inject
    DemoClock clock;

    private Object fact(FactSource source, String id, String item) {
        var subject = uuid(Office.onlySubject(Office.INSPECTOR, id));
        return QuarkusTransaction.requiringNew()
                .call(() -> source.fact(desk.sheet(desk.locked(uuid(id)), subject), item))
                .map(FactSource.Fact::value)
                .orElse(NOTHING);
    }

    private Object correctionState(String id) {
        return fact(corrections, id, "correctionState");
    }

    @Test
    void aCorrectionIsUnderWayUntilItIsAcceptedAndThenDoneOfTheirOwnAccord() {
        var id = Office.aCaseUnderVerification("330922");
        assertEquals(NOTHING, correctionState(id));
        var correction = started(id, today().plusDays(30));
        assertEquals("正在纠正", correctionState(id));
        assertEquals(NOTHING, fact(corrections, id, "privateGain"));
        clock.set(Duration.ofDays(31));
        assertEquals(NOTHING, correctionState(id), "overdue: whether it is refused, a person says");
        reported(id, correction);
        assertEquals("正在纠正", correctionState(id));
        var again = Map.<String, Object>of(
                "accepted",
                false,
                "remark",
                "不到位",
                "dueOn",
                today().plusDays(60).toString());
        evaluate(HANDLER, id, correction, again).then().statusCode(200);
        assertEquals("正在纠正", correctionState(id));
        reported(id, correction);
        accepted(id, correction);
        assertEquals("已主动挽回或消除", correctionState(id));
        started(id, today().plusDays(90));
        assertEquals("正在纠正", correctionState(id), "another error was found");
    }

    @Test
    void whatTheOfficeBeganIsNotProvedToBeOfTheirOwnAccord() {
        var id = Office.aCaseUnderVerification("330922");
        var correction = post(HANDLER, id, "corrections", plan(null, today().plusDays(30)))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertEquals("正在纠正", correctionState(id));
        reported(id, correction);
        accepted(id, correction);
        assertEquals(NOTHING, correctionState(id));
    }

    @Test
    void theChecklistTakesTheFactWhateverWasAnsweredAndADeterminationLeavesItAsItWas() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = Office.onlySubject(HANDLER, id);
        Office.answer(HANDLER, id, subject, Office.exemptFacts()).then().statusCode(200);
        var correction = started(id, today().plusDays(30));
        assertEquals("正在纠正", evaluated(id, subject));
        Office.answer(HANDLER, id, subject, Map.of("correctionState", "已主动挽回或消除"))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("supplied-by-system"));
        reported(id, correction);
        accepted(id, correction);
        assertEquals("已主动挽回或消除", evaluated(id, subject));
        Office.investigated(HANDLER, id);
        Corrected.determine(id, "EXEMPT");
        post(DECIDER, id, "correction-orders", plan(null, today().plusDays(30)))
                .then()
                .statusCode(201);
        assertEquals("已主动挽回或消除", evaluated(id, subject), "as it was determined");
    }

    /** What the checklist reads: the fact as supplied, else as answered. */
    private static Object evaluated(String id, String subject) {
        var question = "questions.find { it.item.item == 'correctionState' }";
        var sheet = Office.as(HANDLER)
                .get(Corrected.CASES + id + "/checklists/" + subject)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var supplied = sheet.get(question + ".supplied?.value");
        return supplied == null ? sheet.get(question + ".answer?.value") : supplied;
    }

    @Test
    void theSameRowHitByAConductAfterAnEarlierOutcomeIsTheSameErrorAgain() {
        var earlier = determined("NOT_TOLERABLE");
        act(HANDLER, earlier, "feedback", feedback(earlier)).then().statusCode(201);
        clock.set(Duration.ofDays(40));
        var again = after(30);
        assertEquals(NOTHING, history(again), "nothing is evaluated yet");
        evaluated(again);
        assertEquals(Boolean.TRUE, history(again));
        assertEquals(NOTHING, fact(history, again, "filed"));

        var meanwhile = after(-300);
        evaluated(meanwhile);
        assertEquals(NOTHING, history(meanwhile), "the conduct began before anybody was told");
    }

    @Test
    void anErrorThatWasExemptedIsNotHeldAgainstThePerson() {
        var person = Office.newcomer(Office.organ(APPLICANT), "APPLICANT");
        Decided.of().subject(person, "EXEMPT").notified();
        clock.set(Duration.ofDays(40));
        var again = after(30, person);
        evaluated(again);
        assertEquals(NOTHING, history(again));
    }

    @Test
    void aDeterminationThatAnotherHasReplacedProvesNothingAnyMore() throws SQLException {
        var person = Office.newcomer(Office.organ(APPLICANT), "APPLICANT");
        var earlier = Decided.of().subject(person, "NOT_TOLERABLE").notified();
        clock.set(Duration.ofDays(40));
        var again = after(30, person);
        evaluated(again);
        assertEquals(Boolean.TRUE, history(again));
        var another = evaluated(
                after(30, person),
                Map.of("reformCircumstance", "无", "circumstance", "解决历史遗留问题", "workBasis", "上级部署要求"));
        replaced(earlier, another, 35);
        assertEquals(NOTHING, history(again), "what stands rests on an error of another kind");
    }

    /** The case's determination is replaced by one that rests on another evaluation, so many days later. */
    private static void replaced(String id, String evaluation, int days) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("insert into determination (id, case_id, subject_id,"
                        + " evaluation_id, recommendation, outcome, meeting_title, meeting_on, reasons, organ_id,"
                        + " departure_reasons, determined_by, determined_at, round, origin, supersedes_id, effects)"
                        + " select gen_random_uuid(), case_id, subject_id, ?::uuid, recommendation, outcome,"
                        + " meeting_title, meeting_on, reasons, organ_id, departure_reasons, determined_by,"
                        + " determined_at + make_interval(days => ?), round, 'REVIEW', id, effects"
                        + " from determination where case_id = ?::uuid")) {
            insert.setString(1, evaluation);
            insert.setInt(2, days);
            insert.setString(3, id);
            assertEquals(1, insert.executeUpdate());
        }
    }

    private Object history(String id) {
        return fact(history, id, "sameErrorBefore");
    }

    private static void evaluated(String id) {
        evaluated(id, Map.of());
    }

    /** The evaluation's id. */
    private static String evaluated(String id, Map<String, Object> otherwise) {
        var subject = Office.onlySubject(HANDLER, id);
        var facts = Office.exemptFacts();
        facts.putAll(otherwise);
        facts.remove("sameErrorBefore");
        Office.answer(HANDLER, id, subject, facts).then().statusCode(200);
        return Office.evaluate(HANDLER, id, subject).getString("id");
    }

    /** A case under verification about a conduct so many days from the true today. */
    private static String after(int days) {
        return after(days, APPLICANT);
    }

    private static String after(int days, String person) {
        var body = new HashMap<>(Office.openCase("330922", person));
        var on = today().plusDays(days).toString();
        body.put("particulars", Map.of("title", "再次试点", "summary", "再次选型失误", "conduct", Map.of("from", on, "to", on)));
        var id = Office.as(APPLICANT)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        act(APPLICANT, id, "application", Map.of("statement", "申请")).then().statusCode(200);
        act(HANDLER, id, "acceptance", Map.of("accepted", true)).then().statusCode(200);
        return id;
    }

    private static Map<String, Object> feedback(String id) {
        return Map.of(
                "subject",
                Office.onlySubject(HANDLER, id),
                "deliveredOn",
                today().toString(),
                "method",
                "IN_PERSON",
                "remedies",
                "如不服,可申请复议");
    }
}
