package org.rongcuo.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.atOnce;
import static org.rongcuo.cases.Situations.done;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;

/** The tasks about cases: whose work they are, in what order they stand, how they are done and how they end. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseTaskTest {
    private static final LocalDate CONDUCT = LocalDate.of(2026, 3, 1);

    @Inject
    TaskService service;

    @Inject
    Clock clock;

    private String raised(String caseId, LocalDate due) {
        return QuarkusTransaction.requiringNew()
                .call(() -> service.raise(TaskService.NewTask.aboutCase(
                                TaskKind.CHECKLIST_CHANGED,
                                UUID.fromString(caseId),
                                "HANDLER",
                                new Text("测试" + due, "Test " + due),
                                UUID.randomUUID().toString(),
                                due))
                        .orElseThrow()
                        .toString());
    }

    private static List<String> list(String login, String query) {
        return as(login)
                .get("/api/v1/tasks?limit=200" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static Response complete(String login, String task, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post("/api/v1/tasks/" + task + "/completion");
    }

    private static Response complete(String login, String task) {
        return complete(login, task, Map.of("remark", "已复核,答案不变"));
    }

    @Test
    void oneReferenceIsOneTaskEvenAfterItIsDone() {
        var county = County.founded();
        var id = county.applied(CONDUCT);
        var wanted = TaskService.NewTask.aboutCase(
                TaskKind.CHECKLIST_CHANGED, UUID.fromString(id), "HANDLER", Text.same("测试"), "reference", null);
        var first = QuarkusTransaction.requiringNew().call(() -> service.raise(wanted));
        assertTrue(first.isPresent());
        assertTrue(QuarkusTransaction.requiringNew()
                .call(() -> service.raise(wanted))
                .isEmpty());
        complete(county.handler, first.get().toString()).then().statusCode(200);
        assertTrue(QuarkusTransaction.requiringNew()
                .call(() -> service.raise(wanted))
                .isEmpty());
    }

    @Test
    void openOnesComeFirstByDueDateThenByAgeAndAllPagesHoldEachOnce() {
        var county = County.founded();
        var id = county.applied(CONDUCT);
        var today = Clocks.today(clock);
        var noDay = raised(id, null);
        var late = raised(id, today.plusDays(9));
        var finished = raised(id, today.minusDays(9));
        var due = raised(id, today);
        var overdue = raised(id, today.minusDays(1));
        var noDayEither = raised(id, null);
        var dueToo = raised(id, today);
        complete(county.handler, finished).then().statusCode(200);
        var expected = List.of(overdue, due, dueToo, late, noDay, noDayEither, finished);
        assertEquals(expected, list(county.handler, ""));
        for (var limit : List.of(1, 2, 3)) {
            List<String> seen = new ArrayList<>();
            var next = "/api/v1/tasks?limit=" + limit;
            while (next != null) {
                var page = as(county.handler)
                        .get(next)
                        .then()
                        .statusCode(200)
                        .body("count.count", equalTo(7))
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.id"));
                next = page.getString("next");
            }
            assertEquals(expected, seen);
        }
        assertEquals(List.of(overdue), list(county.handler, "&overdue=true"));
        assertEquals(List.of(due, dueToo, late, noDay, noDayEither, finished), list(county.handler, "&overdue=false"));
        assertEquals(List.of(finished), list(county.handler, "&state=DONE"));
        assertEquals(6, list(county.handler, "&state=OPEN").size());
        assertEquals(7, list(county.handler, "&kind=CHECKLIST_CHANGED").size());
        assertEquals(List.of(), list(county.handler, "&kind=POLICY_REVIEW"));
        as(county.handler)
                .get("/api/v1/tasks?limit=200")
                .then()
                .body("items.overdue", contains(true, false, false, false, false, false, false))
                .body("items[0].due", equalTo(today.minusDays(1).toString()))
                .body("items[0].title", equalTo("核实清单有变化,请复核"))
                .body("items[6].doneBy.id", equalTo(Office.person(county.handler)));
        as(county.handler)
                .get("/api/v1/tasks?cursor=bm90IG91cnM")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("query/cursor"));
        as(county.handler).get("/api/v1/tasks?state=LOST").then().statusCode(400);
    }

    @Test
    void aTaskIsTheWorkOfThoseWhoHandleTheCaseAndIsUnseenByOthers() {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var task = raised(id, null);
        var colleague = Office.newcomer(Office.organ(county.handler), "HANDLER");
        var elsewhere = County.founded();
        assertEquals(List.of(task), list(county.handler, ""));
        assertEquals(List.of(task), list(colleague, ""));
        for (var other : List.of(county.applicant, county.decider, county.editor, elsewhere.handler)) {
            assertEquals(List.of(), list(other, ""), other);
        }
        complete(elsewhere.handler, task).then().statusCode(404);
        complete(county.editor, task).then().statusCode(404);
        complete(county.decider, task).then().statusCode(403);
        complete(county.handler, UUID.randomUUID().toString()).then().statusCode(404);

        as(county.handler)
                .header("If-Match", Office.etag(county.handler, id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", List.of(Office.person(county.handler), Office.person(county.decider))))
                .put(CASES + id + "/team")
                .then()
                .statusCode(200);
        assertEquals(List.of(task), list(county.handler, ""));
        assertEquals(List.of(), list(colleague, ""), "not of the team");
        assertEquals(List.of(), list(county.decider, ""), "of the team, no handler");
        complete(colleague, task).then().statusCode(404);
        assertEquals(List.of(task), list(county.handler, "&state=OPEN"));
    }

    @Test
    void whoIsConcernedByTheCaseHasNoWorkOnIt() {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var task = raised(id, null);
        // The applicant, who is the subject, becomes a handler; so does somebody of a unit that is a subject.
        Office.assign(Office.person(county.applicant), Office.organ(county.handler), "HANDLER");
        var unit = county.organ("UNIT");
        var ofTheUnit = Office.newcomer(unit, "APPLICANT");
        Office.assign(Office.person(ofTheUnit), Office.organ(county.handler), "HANDLER");
        assertEquals(List.of(), list(county.applicant, ""));
        assertEquals(List.of(task), list(ofTheUnit, ""));
        done(act(county.handler, id, "subjects", Map.of("organ", unit, "status", "UNIT")));
        assertEquals(List.of(), list(ofTheUnit, ""));
        complete(county.applicant, task).then().statusCode(404);
        complete(ofTheUnit, task).then().statusCode(404);
    }

    @Test
    void aTaskFollowsTheCaseToAnotherOrganAndItsLevel() {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var task = raised(id, null);
        var organ = county.organ("ORGANISATION");
        var there = Office.newcomer(organ, "ORGANISATION");
        assertEquals(List.of(), list(there, ""));
        done(act(county.handler, id, "assignments", Map.of("organ", organ, "reasons", "测试")));
        assertEquals(List.of(task), list(there, ""));
        assertEquals(List.of(), list(county.handler, ""));
    }

    @Test
    void completionLeavesOneEntryAndNoNewStateAndIsNotDoneTwice() {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var task = raised(id, null);
        var etag = Office.etag(county.handler, id);
        complete(county.handler, task, Map.of("remark", " "))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/remark"));
        var key = UUID.randomUUID().toString();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(as(county.handler)
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(Map.of("remark", "已复核"))
                    .post("/api/v1/tasks/" + task + "/completion")
                    .asString());
        }
        complete(county.handler, task).then().statusCode(409).body("code", equalTo("already-done"));
        assertEquals(etag, Office.etag(county.handler, id));
        var ofTask = "items.findAll { it.type == 'org.rongcuo.cases.task-completed' }";
        as(county.handler)
                .get(CASES + id + "/ledger?limit=200")
                .then()
                .body(ofTask + ".payload.event.task", contains(task))
                .body(ofTask + ".actor.id", contains(Office.person(county.handler)));
        as(county.handler)
                .get("/api/v1/tasks")
                .then()
                .body("items.state", contains("DONE"))
                .body("items.doneAt", contains(notNullValue()))
                .body("items.remark.size()", equalTo(1));
    }

    @Test
    void whoCompletesATaskHandlesTheCaseAndDoesNotDecideIt() {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var both = Office.newcomer(Office.organ(county.handler), "HANDLER", "DECIDER");
        complete(both, raised(id, null)).then().statusCode(200);
        as(both).get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'determinations' }.reason.code", equalTo("handled-the-case"));
    }

    @Test
    void ofManyWhoCompleteAtOnceOneDoes() throws Exception {
        var county = County.founded();
        var id = county.verifying(CONDUCT);
        var task = raised(id, null);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> complete(county.handler, task));
        }
        var statuses = atOnce(calls).stream().map(Response::statusCode).sorted().toList();
        assertEquals(200, statuses.get(0));
        assertEquals(List.of(409, 409, 409, 409, 409), statuses.subList(1, 6));
    }

    @Test
    void theTasksOfACaseCloseByThemselvesWhenItEnds() {
        var county = County.founded();
        var withdrawn = county.applied(CONDUCT);
        var refused = county.applied(CONDUCT);
        county.book("tolerance", "TWO_DATE");
        county.version("tolerance", Map.of("gain", "有,无"), LocalDate.of(2020, 1, 1), java.time.Instant.EPOCH);
        var determined = county.verifying(CONDUCT);
        var going = county.verifying(CONDUCT);
        List.of(withdrawn, refused, determined, going).forEach(id -> raised(id, null));
        done(act(county.applicant, withdrawn, "withdrawal", Map.of("reasons", "测试")));
        done(act(county.handler, refused, "acceptance", Map.of("accepted", false, "reasons", "测试")));
        county.determine(determined, county.subjects(determined).get(0));
        as(county.handler).get("/api/v1/tasks?state=OPEN").then().body("items.caseId", contains(going));
        as(county.handler)
                .get("/api/v1/tasks?state=DONE")
                .then()
                .body("items.caseId", hasItem(withdrawn))
                .body("items.caseId.size()", equalTo(3))
                .body("items.doneBy", everyItem(nullValue()));
    }
}
