package org.rongcuo.terms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.terms.DeadlinesTest.day;
import static org.rongcuo.terms.DeadlinesTest.deadlines;
import static org.rongcuo.terms.DeadlinesTest.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.County;
import org.rongcuo.cases.Situations;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Term;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.shared.Clocks;

/** 搁置: the clocks stand still, the case is verified again on a day, or is left unresolved when all terms are spent. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class DeferralTest {
    private static final Map<String, Object> REASONS = Map.of("reasons", "关键证人出境,事实暂难查清");

    @Inject
    DeadlineNotices notices;

    @Inject
    Calendars calendars;

    @Inject
    DemoClock demoClock;

    @Inject
    Clock clock;

    private LocalDate today() {
        return Clocks.today(clock);
    }

    private void goTo(LocalDate day) {
        demoClock.set(Duration.ofDays(day.toEpochDay() - Situations.today().toEpochDay()));
    }

    private LocalDate end(int length, TermUnit unit, LocalDate from, List<Term.Pause> pauses) {
        var calendar = QuarkusTransaction.requiringNew().call(calendars::current);
        return new Term(length, unit).end(from, pauses, calendar);
    }

    private static String status(String id) {
        return as(Office.INSPECTOR)
                .get(CASES + id)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private LocalDate reverifyOn(String id) {
        return LocalDate.parse(as(HANDLER)
                .get(CASES + id + "/deferrals")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].reverifyOn"));
    }

    /** A case whose deferral has expired, its renewal spent. */
    private String spent() {
        var id = Office.aCaseUnderVerification("330922");
        done(act(HANDLER, id, "deferrals", REASONS));
        done(act(HANDLER, id, "deferrals/renewal", REASONS));
        goTo(reverifyOn(id));
        return id;
    }

    @Test
    void theClocksStandStillAndBothDatesMoveOn() {
        var id = Office.aCaseUnderVerification("330922");
        var start = today();
        goTo(start.plusDays(10));
        var deferredOn = today();
        act(DECIDER, id, "deferrals", REASONS).then().statusCode(403);
        act(HANDLER, id, "deferrals", REASONS)
                .then()
                .statusCode(201)
                .body(
                        "reverifyOn",
                        equalTo(end(2, TermUnit.MONTH, deferredOn, List.of()).toString()))
                .body("renewalsAllowed", equalTo(1))
                .body("note", notNullValue());
        assertEquals("DEFERRED", status(id));
        assertEquals("PAUSED", step(id, "VERIFICATION").get("state"));
        assertEquals("RUNNING", step(id, "DEFERRAL").get("state"));

        goTo(deferredOn.plusDays(40));
        notices.tellAll();
        assertEquals(
                0,
                Office.entries(id).stream().filter("deadline-overdue"::equals).count(),
                "nothing is overdue while the clock stands still");
        done(act(HANDLER, id, "deferrals/resumption", Map.of("reasons", "证人已回国")));

        assertEquals("VERIFYING", status(id));
        var pause = List.of(new Term.Pause(deferredOn, today()));
        assertEquals(end(20, TermUnit.WORKING_DAY, start, pause), day(id, "VERIFICATION", "targetOn"));
        assertEquals(end(30, TermUnit.WORKING_DAY, start, pause), day(id, "VERIFICATION", "limitOn"));
        deadlines(HANDLER, id)
                .body("find { it.step == 'VERIFICATION' }.pauses.from", contains(deferredOn.toString()))
                .body("find { it.step == 'VERIFICATION' }.pauses.resumedOn", contains(today().toString()))
                .body("find { it.step == 'DEFERRAL' }.state", equalTo("MET"));
        assertEquals(
                List.of("case-deferred", "verification-resumed"),
                Office.entries(id).subList(3, 5),
                "one entry each");
    }

    @Test
    void theDayIsWithinTheBooksLimitAndAhead() {
        var id = Office.aCaseUnderVerification("330922");
        act(HANDLER, id, "deferrals", Map.of("reasons", "理由", "reverifyOn", today().toString()))
                .then()
                .statusCode(422);
        act(
                        HANDLER,
                        id,
                        "deferrals",
                        Map.of(
                                "reasons",
                                "理由",
                                "reverifyOn",
                                today().plusMonths(4).toString()))
                .then()
                .statusCode(422);
        var wanted = today().plusDays(30).toString();
        act(HANDLER, id, "deferrals", Map.of("reasons", "理由", "reverifyOn", wanted))
                .then()
                .statusCode(201)
                .body("reverifyOn", equalTo(wanted));
    }

    @Test
    void itIsRenewedAsOftenAsTheBookAllowsAndBeforeItExpires() {
        var id = Office.aCaseUnderVerification("330922");
        done(act(HANDLER, id, "deferrals", REASONS));
        var first = reverifyOn(id);
        act(HANDLER, id, "deferrals/renewal", REASONS)
                .then()
                .statusCode(200)
                .body("renewals", hasSize(1))
                .body(
                        "reverifyOn",
                        equalTo(end(2, TermUnit.MONTH, first, List.of()).toString()));
        assertEquals(reverifyOn(id), day(id, "DEFERRAL", "limitOn"));
        act(HANDLER, id, "deferrals/renewal", REASONS).then().statusCode(409).body("code", equalTo("renewals-spent"));
        // Verified again and deferred again: that would make it endless.
        done(act(HANDLER, id, "deferrals/resumption", Map.of("reasons", "再次核查")));
        act(HANDLER, id, "deferrals", REASONS).then().statusCode(409).body("code", equalTo("deferral-spent"));
    }

    @Test
    void anExpiredDeferralIsNotRenewedButVerifiedAgain() {
        var id = Office.aCaseUnderVerification("330922");
        done(act(HANDLER, id, "deferrals", REASONS));
        goTo(reverifyOn(id).plusDays(1));
        act(HANDLER, id, "deferrals/renewal", REASONS).then().statusCode(409).body("code", equalTo("deferral-expired"));
        act(DECIDER, id, "deferrals/termination", REASONS)
                .then()
                .statusCode(409)
                .body("code", equalTo("deferral-not-expired"));
        notices.tellAll();
        as(DECIDER)
                .get("/api/v1/tasks?state=OPEN&limit=200&case=" + id)
                .then()
                .body("items.findAll { it.caseId == '" + id + "' }.kind", contains("STEP_OVERDUE"));
        done(act(HANDLER, id, "deferrals/resumption", Map.of("reasons", "期满再次核查")));
        as(DECIDER)
                .get("/api/v1/tasks?state=OPEN&limit=200&case=" + id)
                .then()
                .body("items.findAll { it.caseId == '" + id + "' }", hasSize(0));
    }

    @Test
    void whenAllIsSpentItIsLeftUnresolvedAndNothingAdverseFollows() {
        var id = Office.aCaseUnderVerification("330922");
        done(act(HANDLER, id, "deferrals", REASONS));
        done(act(HANDLER, id, "deferrals/renewal", REASONS));
        act(DECIDER, id, "deferrals/termination", REASONS).then().statusCode(409);
        goTo(reverifyOn(id));
        act(HANDLER, id, "deferrals/termination", REASONS).then().statusCode(403);
        act(DECIDER, id, "deferrals/termination", REASONS)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNRESOLVED"))
                .body("note", notNullValue());
        assertEquals("UNRESOLVED", status(id));
        deadlines(HANDLER, id).body("findAll { it.state == 'RUNNING' || it.state == 'PAUSED' }", hasSize(0));
        as(APPLICANT)
                .get(CASES + id + "/acts")
                .then()
                .body(
                        "findAll { it.act in ['determinations', 'checklists', 'evaluations', 'feedback', 'deferrals'] }.allowed",
                        everyItem(is(false)));
        as(DECIDER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'determinations' }.reason.code", equalTo("wrong-status"));
    }

    @Test
    void anUnresolvedCaseIsReopenedOnNewEvidenceOnly() {
        var id = spent();
        var old = Situations.document(HANDLER, id);
        done(act(DECIDER, id, "deferrals/termination", REASONS));
        act(HANDLER, id, "reopening", Map.of("reasons", "理由", "evidence", List.of()))
                .then()
                .statusCode(422);
        act(HANDLER, id, "reopening", Map.of("reasons", "理由", "evidence", List.of(old)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("no-new-evidence"));
        var fresh = Situations.document(APPLICANT, id);
        act(APPLICANT, id, "reopening", Map.of("reasons", "理由", "evidence", List.of(fresh)))
                .then()
                .statusCode(403);
        act(HANDLER, id, "reopening", Map.of("reasons", "证人已回国作证", "evidence", List.of(old, fresh)))
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFYING"));
        assertEquals("RUNNING", step(id, "VERIFICATION").get("state"));
        assertEquals(today().toString(), step(id, "VERIFICATION").get("startedOn"));
        assertTrue(Office.entries(id).contains("case-reopened"));
        // What was spent before counts no more.
        done(act(HANDLER, id, "deferrals", REASONS));
    }

    @Test
    void aDeferredCaseIsWithdrawnByItsApplicant() {
        var id = Office.aCaseUnderVerification("330922");
        done(act(HANDLER, id, "deferrals", REASONS));
        done(act(APPLICANT, id, "withdrawal", Map.of("reasons", "不再申请")));
        as(HANDLER).get(CASES + id + "/deferrals").then().body("outcome", contains("WITHDRAWN"));
        deadlines(HANDLER, id).body("findAll { it.state == 'RUNNING' || it.state == 'PAUSED' }", hasSize(0));
    }

    @Test
    void withoutABookTheHandlerSaysTheDayAndNothingIsRenewed() {
        var county = County.founded();
        var id = county.verifying(LocalDate.of(2026, 3, 1));
        act(county.handler, id, "deferrals", REASONS).then().statusCode(422);
        var endless = today().plusMonths(3).plusDays(20).toString();
        act(county.handler, id, "deferrals", Map.of("reasons", "理由", "reverifyOn", endless))
                .then()
                .statusCode(422)
                .body("violations.code", contains("beyond-the-limit"));
        done(act(
                county.handler,
                id,
                "deferrals",
                Map.of("reasons", "理由", "reverifyOn", today().plusDays(9).toString())));
        act(county.handler, id, "deferrals/renewal", REASONS)
                .then()
                .statusCode(409)
                .body("code", equalTo("renewals-spent"));
    }
}
