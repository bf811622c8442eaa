package org.rongcuo.terms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.atOnce;
import static org.rongcuo.cases.Situations.done;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.PriorFilings;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.County;
import org.rongcuo.cases.Situations;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Term;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.procedure.WorkingCalendar;
import org.rongcuo.shared.Clocks;

/** Each step of a case has its target and its limit, which are reminded of, escalated and extended. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class DeadlinesTest {
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

    private WorkingCalendar calendar() {
        return QuarkusTransaction.requiringNew().call(calendars::current);
    }

    private String end(int length, TermUnit unit) {
        return new Term(length, unit).end(today(), calendar()).toString();
    }

    private void goTo(LocalDate day) {
        demoClock.set(Duration.ofDays(day.toEpochDay() - Situations.today().toEpochDay()));
    }

    static ValidatableResponse deadlines(String login, String id) {
        return as(login).get(CASES + id + "/deadlines").then().statusCode(200);
    }

    /** The latest of a step. */
    static Map<String, Object> step(String id, String step) {
        JsonPath all = deadlines(Office.INSPECTOR, id).extract().jsonPath();
        List<Map<String, Object>> found = all.param("step", step).getList("findAll { it.step == step }");
        return found.get(found.size() - 1);
    }

    static LocalDate day(String id, String step, String date) {
        return LocalDate.parse(step(id, step).get(date).toString());
    }

    private static List<String> tasks(String login, String id, String state) {
        return as(login)
                .get("/api/v1/tasks?limit=200&case=" + id + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .param("id", id)
                .getList("items.findAll { it.caseId == id }.kind");
    }

    private static long overdueEntries(String id) {
        return Office.entries(id).stream().filter("deadline-overdue"::equals).count();
    }

    @Test
    void theAcceptanceRunsFromTheApplicationAndTheVerificationFromTheAcceptance() {
        var id = Office.anApplication("330922");
        deadlines(APPLICANT, id)
                .body("step", contains("ACCEPTANCE"))
                .body("state", contains("RUNNING"))
                .body("targetOn", contains(end(3, TermUnit.WORKING_DAY)))
                .body("limitOn", contains(end(5, TermUnit.WORKING_DAY)))
                .body("remainingWorkingDays", contains(5))
                .body("source", contains("示例值"))
                .body("policy", contains("330900/procedure"))
                .body("version", contains(1))
                .body("row", contains("limit_r1"));
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true, "complexity", "MAJOR")));
        deadlines(APPLICANT, id)
                .body("step", contains("ACCEPTANCE", "VERIFICATION"))
                .body("state", contains("MET", "RUNNING"))
                .body("endedOn[0]", equalTo(today().toString()))
                .body("targetOn[1]", equalTo(end(40, TermUnit.WORKING_DAY)))
                .body("limitOn[1]", equalTo(end(60, TermUnit.WORKING_DAY)));
    }

    @Test
    void theStepsFollowTheCaseToItsRegistration() {
        var id = Situations.notified();
        var subject = Office.subjects(id).get(0);
        var reviewUntil = end(1, TermUnit.MONTH);
        deadlines(HANDLER, id)
                .body(
                        "findAll { it.state == 'MET' }.step",
                        hasItems("ACCEPTANCE", "VERIFICATION", "DETERMINATION", "FEEDBACK"))
                .body("findAll { it.state == 'RUNNING' }.step", hasItems("REVIEW_APPLICATION", "REGISTRATION"))
                .body("find { it.step == 'REVIEW_APPLICATION' }.reference", equalTo(subject))
                .body("find { it.step == 'REVIEW_APPLICATION' }.limitOn", equalTo(reviewUntil))
                .body("find { it.step == 'REGISTRATION' }.startedOn", equalTo(reviewUntil));
        goTo(LocalDate.parse(reviewUntil).plusDays(1));
        deadlines(HANDLER, id)
                .body("find { it.step == 'REVIEW_APPLICATION' }.state", equalTo("LAPSED"))
                .body("find { it.step == 'REVIEW_APPLICATION' }.overdue", equalTo(false));
    }

    @Test
    void aWithdrawnCaseOwesNothing() {
        var id = Office.aCaseUnderVerification("330922");
        assertTrue(tasks(HANDLER, id, "OPEN").contains("STEP_DUE"));
        done(act(APPLICANT, id, "withdrawal", Map.of("reasons", "不再申请")));
        deadlines(APPLICANT, id).body("state", contains("MET", "DROPPED"));
        assertEquals(List.of(), tasks(HANDLER, id, "OPEN"));
    }

    @Test
    void whereNoBookSpeaksTheStepHasNoDatesAndAWarning() {
        var county = County.founded();
        var id = county.applied(LocalDate.of(2026, 3, 1));
        deadlines(county.handler, id)
                .body("step", contains("ACCEPTANCE"))
                .body("targetOn", contains(nullValue()))
                .body("limitOn", contains(nullValue()))
                .body("warning", everyItem(notNullValue()));
        assertEquals(List.of(), tasks(county.handler, id, "OPEN"));
        done(act(county.handler, id, "acceptance", Map.of("accepted", true)));
    }

    @Test
    void aSupplementHasTheTermOfItsNotice() {
        var id = Office.anApplication("330922");
        var due = today().plusDays(12).toString();
        done(act(HANDLER, id, "supplements", Map.of("wanted", List.of("会议纪要"), "due", due)));
        deadlines(APPLICANT, id)
                .body("step", contains("ACCEPTANCE", "SUPPLEMENT"))
                .body("limitOn[1]", equalTo(due))
                .body("source[1]", equalTo("示例值"));
        done(act(APPLICANT, id, "supplement-responses", Map.of("statement", "补交")));
        deadlines(APPLICANT, id).body("state", contains("RUNNING", "MET"));
    }

    @Test
    void aStepIsExtendedOnceWhileItRuns() {
        var id = Office.aCaseUnderVerification("330922");
        var extension = Map.of("step", "VERIFICATION", "reasons", "需赴外岛取证");
        act(DECIDER, id, "extensions", extension).then().statusCode(403);
        act(HANDLER, id, "extensions", extension)
                .then()
                .statusCode(200)
                .body("targetOn", equalTo(end(20, TermUnit.WORKING_DAY)))
                .body("limitOn", equalTo(end(60, TermUnit.WORKING_DAY)))
                .body("extension.reasons", equalTo("需赴外岛取证"));
        act(HANDLER, id, "extensions", extension).then().statusCode(409).body("code", equalTo("already-extended"));
        act(HANDLER, id, "extensions", Map.of("step", "ACCEPTANCE", "reasons", "理由"))
                .then()
                .statusCode(422);
        assertEquals(
                1, Office.entries(id).stream().filter("step-extended"::equals).count());
        as(HANDLER)
                .get("/api/v1/tasks?state=OPEN&limit=200&case=" + id)
                .then()
                .body(
                        "items.find { it.caseId == '" + id + "' && it.kind == 'STEP_DUE' }.due",
                        equalTo(end(60, TermUnit.WORKING_DAY)));
    }

    @Test
    void aStepThatTheBookDoesNotExtendOrThatIsOverdueIsNotExtended() {
        var id = Office.anApplication("330922");
        act(HANDLER, id, "extensions", Map.of("step", "ACCEPTANCE", "reasons", "理由"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-extensible"));
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true)));
        goTo(day(id, "VERIFICATION", "limitOn"));
        as(HANDLER).get(CASES + id + "/acts").then().body("find { it.act == 'extensions' }.allowed", equalTo(true));
        goTo(day(id, "VERIFICATION", "limitOn").plusDays(1));
        act(HANDLER, id, "extensions", Map.of("step", "VERIFICATION", "reasons", "理由"))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-overdue"));
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'extensions' }.reason.code", equalTo("nothing-to-extend"));
        deadlines(HANDLER, id)
                .body("state[1]", equalTo("OVERDUE"))
                .body("overdue[1]", equalTo(true))
                .body("remainingWorkingDays[1]", equalTo(0));
    }

    @Test
    void aStepIsRemindedOfEscalatedAndClosedEachOnce() {
        var id = Office.aCaseUnderVerification("330922");
        var target = day(id, "VERIFICATION", "targetOn");
        var limit = day(id, "VERIFICATION", "limitOn");
        var soon = target;
        while (calendar().workingDays(soon, target) < 2) {
            soon = soon.minusDays(1);
        }
        goTo(soon.minusDays(1));
        if (calendar().workingDays(soon.minusDays(1), target) > 2) {
            notices.tellAll();
            assertEquals(List.of("STEP_DUE"), tasks(HANDLER, id, "OPEN"));
        }
        goTo(soon);
        notices.tellAll();
        notices.tellAll();
        assertEquals(List.of("STEP_REMINDER", "STEP_DUE"), tasks(HANDLER, id, "OPEN"));
        goTo(target.plusDays(1));
        notices.tellAll();
        notices.tellAll();
        var open = tasks(HANDLER, id, "OPEN");
        Collections.sort(open);
        assertEquals(List.of("STEP_DUE", "STEP_REMINDER", "STEP_TARGET_PASSED"), open);
        assertEquals(0, overdueEntries(id));
        assertEquals(List.of(), tasks(DECIDER, id, "OPEN"));
        goTo(limit);
        notices.tellAll();
        assertEquals(0, overdueEntries(id), "its last day is not over");
        var overdueBefore = as(HANDLER)
                .get("/api/v1/tasks/summary")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("overdue.count");
        goTo(limit.plusDays(1));
        notices.tellAll();
        notices.tellAll();
        assertEquals(1, overdueEntries(id));
        assertEquals(List.of("STEP_OVERDUE"), tasks(DECIDER, id, "OPEN"), "the deciders' to see to");
        assertTrue(as(HANDLER).get("/api/v1/tasks/summary").then().extract().<Integer>path("overdue.count")
                > overdueBefore);
        String task = as(HANDLER)
                .get("/api/v1/tasks?state=OPEN&limit=200&case=" + id)
                .then()
                .extract()
                .path("items.find { it.caseId == '" + id + "' }.id");
        as(HANDLER)
                .contentType("application/json")
                .body(Map.of("remark", "已阅"))
                .post("/api/v1/tasks/" + task + "/completion")
                .then()
                .statusCode(409)
                .body("code", equalTo("closes-by-itself"));
        done(act(APPLICANT, id, "withdrawal", Map.of("reasons", "不再申请")));
        assertEquals(List.of(), tasks(HANDLER, id, "OPEN"));
        assertEquals(List.of(), tasks(DECIDER, id, "OPEN"));
    }

    @Test
    void manyWhoTellAtOnceTellOnce() throws Exception {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cases.add(Office.anApplication("330922"));
        }
        goTo(day(cases.get(0), "ACCEPTANCE", "limitOn").plusDays(1));
        List<Callable<Integer>> runs = Collections.nCopies(4, () -> notices.tellAll());
        atOnce(runs);
        notices.tellAll();
        for (var id : cases) {
            assertEquals(1, overdueEntries(id));
            assertEquals(List.of("STEP_OVERDUE"), tasks(DECIDER, id, "OPEN"));
        }
    }

    @Test
    void determiningClosesTheChecklistsTasksAndLeavesTheNextStepsOpen() {
        var id = Situations.determined();
        assertEquals(List.of("STEP_DUE"), tasks(HANDLER, id, "OPEN"));
        deadlines(HANDLER, id)
                .body("step", hasItems("FEEDBACK"))
                .body("findAll { it.state == 'RUNNING' }.step", contains("FEEDBACK"))
                .body("find { it.step == 'DETERMINATION' }.state", equalTo("MET"))
                .body("findAll { it.step == 'FEEDBACK' }.pauses", contains(empty()));
    }

    @Test
    void aYearAnnouncedLaterMovesWhatWasReckonedWithoutIt() {
        goTo(LocalDate.of(2031, 3, 3));
        var id = Office.anApplication("330922");
        deadlines(HANDLER, id).body("warning[0]", notNullValue());
        var limit = day(id, "ACCEPTANCE", "limitOn");
        as("administrator.000000")
                .contentType("application/json")
                .body(Map.of(
                        "source",
                        "测试",
                        "holidays",
                        List.of(Map.of("name", "测试", "from", limit.toString(), "to", limit.toString())),
                        "worked",
                        List.of()))
                .put("/api/v1/calendars/2031")
                .then()
                .statusCode(200);
        assertEquals(calendar().workingOnOrAfter(limit.plusDays(1)), day(id, "ACCEPTANCE", "limitOn"));
        deadlines(HANDLER, id).body("warning[0]", nullValue());
    }

    @Test
    void aFindingThatIsNotCorrectedInTimeIsTheHandlersToSeeToAndAResponseTheirOwn() {
        var id = PriorFilings.accepted(today().minusDays(1), today().plusDays(90), Map.of());
        PriorFilings.note(
                        PriorFilings.SUPERVISOR,
                        id,
                        "monitoring",
                        Map.of(
                                "kind",
                                "INSPECTION",
                                "observedOn",
                                today().toString(),
                                "finding",
                                "比选记录不全",
                                "needsCorrection",
                                true,
                                "dueOn",
                                today().plusDays(10).toString()))
                .then()
                .statusCode(201);
        assertEquals(List.of("STEP_DUE"), tasks(APPLICANT, id, "OPEN"));
        assertEquals(List.of(), tasks(HANDLER, id, "OPEN"));
        assertEquals(today().plusDays(10), day(id, "FINDING_CORRECTION", "limitOn"));
        goTo(today().plusDays(11));
        notices.tellAll();
        notices.tellAll();
        assertEquals(List.of("STEP_OVERDUE"), tasks(HANDLER, id, "OPEN"));
        assertEquals(1, overdueEntries(id));
    }
}
