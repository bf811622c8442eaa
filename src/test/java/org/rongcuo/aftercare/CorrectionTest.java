package org.rongcuo.aftercare;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.aftercare.Corrected.APPLICANT;
import static org.rongcuo.aftercare.Corrected.CASES;
import static org.rongcuo.aftercare.Corrected.DECIDER;
import static org.rongcuo.aftercare.Corrected.HANDLER;
import static org.rongcuo.aftercare.Corrected.accepted;
import static org.rongcuo.aftercare.Corrected.determined;
import static org.rongcuo.aftercare.Corrected.entries;
import static org.rongcuo.aftercare.Corrected.evaluate;
import static org.rongcuo.aftercare.Corrected.plan;
import static org.rongcuo.aftercare.Corrected.post;
import static org.rongcuo.aftercare.Corrected.report;
import static org.rongcuo.aftercare.Corrected.reported;
import static org.rongcuo.aftercare.Corrected.started;
import static org.rongcuo.aftercare.Corrected.today;
import static org.rongcuo.aftercare.Corrected.uuid;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.terms.Jobs;

/** 纠错: begun once the error is found, reported, rejected, begun again, accepted, summed up; escalated when overdue. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class CorrectionTest {
    @Inject
    CorrectionRecord record;

    @Inject
    CaseDesk desk;

    @Inject
    DemoClock clock;

    @Test
    void whatIsNotAcceptedIsPutRightAgainAndClosedByASummary() {
        var id = Office.aCaseUnderVerification("330922");
        var etag = Office.etag(HANDLER, id);
        var correction = started(id, today().plusDays(30));
        var path = "corrections/" + correction;
        evaluate(HANDLER, id, correction, Map.of("accepted", true, "remark", "尚未报告"))
                .then()
                .statusCode(409)
                .body("code", equalTo("correction-status"));
        reported(id, correction);
        post(APPLICANT, id, path + "/report", report(id, correction)).then().statusCode(409);
        evaluate(HANDLER, id, correction, Map.of("accepted", false, "remark", "比选记录不全"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/dueOn"));
        evaluate(
                        HANDLER,
                        id,
                        correction,
                        Map.of(
                                "accepted",
                                false,
                                "remark",
                                "比选记录不全",
                                "dueOn",
                                today().plusDays(40).toString()))
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_WAY"))
                .body("round", equalTo(2))
                .body("dueOn", equalTo(today().plusDays(40).toString()));
        post(HANDLER, id, path + "/summary", Map.of("summary", "总结")).then().statusCode(409);
        reported(id, correction);
        accepted(id, correction);
        post(HANDLER, id, path + "/summary", Map.of("summary", "选型前应充分比选"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("reports.round", contains(1, 2))
                .body("evaluations.accepted", contains(false, true))
                .body("summary", equalTo("选型前应充分比选"));
        post(HANDLER, id, path + "/summary", Map.of("summary", "再次总结")).then().statusCode(409);
        assertEquals(
                List.of(
                        "correction-started",
                        "correction-reported",
                        "correction-not-accepted",
                        "correction-reported",
                        "correction-accepted",
                        "correction-summarised"),
                entries(id));
        assertEquals(etag, Office.etag(HANDLER, id), "notes leave the state as it is");
        as(APPLICANT)
                .get(CASES + id + "/corrections")
                .then()
                .statusCode(200)
                .body("id", contains(correction))
                .body("[0].overdue", equalTo(false));
    }

    @Test
    void aPlanAndAReportSayAllThatIsWrongWithThem() {
        var id = Office.anApplication("330922");
        var body = plan(UUID.randomUUID().toString(), today());
        body.put(
                "measures",
                List.of(Map.of("text", "措施", "due", today().plusDays(1).toString())));
        post(APPLICANT, id, "corrections", body)
                .then()
                .statusCode(422)
                .body("violations.code", contains("subject-unknown", "not-in-the-future", "after-the-whole"));
        var correction = started(id, today().plusDays(30));
        var path = "corrections/" + correction + "/report";
        var stranger = Map.of("measure", UUID.randomUUID().toString(), "done", "已完成");
        post(
                        APPLICANT,
                        id,
                        path,
                        Map.of(
                                "statement",
                                "已完成",
                                "measures",
                                List.of(stranger),
                                "documents",
                                List.of(UUID.randomUUID().toString())))
                .then()
                .statusCode(422)
                .body("violations.code", contains("measure-unknown", "document-unknown"));
        @SuppressWarnings("unchecked")
        var lines = (List<Object>) report(id, correction).get("measures");
        post(APPLICANT, id, path, Map.of("statement", "已完成", "measures", lines.subList(0, 1)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("measures-missing"));
        post(
                        APPLICANT,
                        id,
                        path,
                        Map.of("statement", "已完成", "measures", List.of(lines.get(0), lines.get(0), lines.get(1))))
                .then()
                .statusCode(422)
                .body("violations.code", contains("measure-twice"));
        post(APPLICANT, id, "corrections/" + UUID.randomUUID() + "/report", report(id, correction))
                .then()
                .statusCode(404);
    }

    @Test
    void everyActIsRefusedToTheWrongPeople() {
        var id = Office.aCaseUnderVerification("330922");
        var due = today().plusDays(30);
        post(DECIDER, id, "corrections", plan(null, due)).then().statusCode(403);
        post(Office.INSPECTOR, id, "corrections", plan(null, due)).then().statusCode(403);
        post("applicant.330922-2", id, "corrections", plan(null, due)).then().statusCode(404);
        post(HANDLER, id, "correction-orders", plan(null, due))
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-status"));
        post(APPLICANT, id, "correction-orders", plan(null, due)).then().statusCode(403);
        var correction = started(id, due);
        var path = "corrections/" + correction;
        post(HANDLER, id, path + "/report", report(id, correction)).then().statusCode(403);
        post("applicant.330922-2", id, path + "/report", report(id, correction))
                .then()
                .statusCode(404);
        reported(id, correction);
        var accepted = Map.<String, Object>of("accepted", true, "remark", "整改到位");
        for (var login : List.of(APPLICANT, DECIDER)) {
            evaluate(login, id, correction, accepted).then().statusCode(403);
            post(login, id, path + "/summary", Map.of("summary", "总结")).then().statusCode(403);
        }
        evaluate("handler.330900-2", UUID.randomUUID().toString(), correction, accepted)
                .then()
                .statusCode(404);
        as("applicant.330922-2").get(CASES + id + "/corrections").then().statusCode(404);
    }

    @Test
    void aSubjectSpeaksForItselfAloneAndTheApplicantForAll() {
        var id = Office.anApplication("330922");
        var other = "applicant.330922-2";
        act(APPLICANT, id, "subjects", Map.of("person", Office.person(other), "status", "OTHER"))
                .then()
                .statusCode(200);
        List<String> subjects = as(APPLICANT).get(CASES + id).path("subjects.id");
        var due = today().plusDays(30);
        post(other, id, "corrections", plan(subjects.get(0), due))
                .then()
                .statusCode(403)
                .body("code", equalTo("another-subject"));
        var first = post(APPLICANT, id, "corrections", plan(subjects.get(0), due))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(other, id, "corrections/" + first + "/report", report(id, first))
                .then()
                .statusCode(403)
                .body("code", equalTo("another-subject"));
        var own = post(other, id, "corrections", plan(subjects.get(1), due))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(other, id, "corrections/" + own + "/report", report(id, own))
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsOrderedAfterTheDeterminationKeepsTheCaseFromTheArchive() {
        var id = determined();
        var ordered = post(DECIDER, id, "correction-orders", plan(null, today().plusDays(30)))
                .then()
                .statusCode(201)
                .body("ordered", equalTo(true))
                .body("subject", nullValue())
                .extract()
                .<String>path("id");
        assertEquals("correction-open", blocks(id, "archive"));
        assertEquals("", blocks(id, "registration"));
        assertEquals(1, gaps(id));
        reported(id, ordered);
        accepted(id, ordered);
        assertEquals("correction-open", blocks(id, "archive"), "the summary is owed");
        post(HANDLER, id, "corrections/" + ordered + "/summary", Map.of("summary", "总结"))
                .then()
                .statusCode(200);
        assertEquals("", blocks(id, "archive"));
        assertEquals(0, gaps(id));
        var dossier = QuarkusTransaction.requiringNew()
                .call(() -> new String(record.parts(uuid(id)).get(0).content().get(), StandardCharsets.UTF_8));
        assertTrue(dossier.contains(ordered), dossier);
    }

    private int gaps(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> record.gaps(uuid(id)).size());
    }

    private String blocks(String id, String noun) {
        var form = ActForm.of(noun, "测试", "test", "POST", "/" + noun, List.of(), CaseStatus.values());
        Act act = () -> form;
        return QuarkusTransaction.requiringNew()
                .call(() -> record.blocks(desk.locked(uuid(id)), act).map(reason -> reason.code()))
                .orElse("");
    }

    @Test
    void anOverdueRoundIsEscalatedOnceHoweverManyLookAndItsReportAnswersIt() throws Exception {
        var id = Office.aCaseUnderVerification("330922");
        var correction = started(id, today().plusDays(30));
        var number = as(HANDLER).get(CASES + id).<String>path("number");
        Jobs.tellOfDeadlines();
        assertEquals(List.of(), overdue(id), "not before the day has passed");
        assertEquals(List.of("STEP_DUE"), tasks(APPLICANT, id), "it is the subject's to report");
        clock.set(Duration.ofDays(31));
        List<Callable<Integer>> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            replicas.add(Jobs::tellOfDeadlines);
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var replica : threads.invokeAll(replicas)) {
                replica.get();
            }
        } finally {
            threads.shutdown();
        }
        // Whoever found the case locked by another leaves it to the next run.
        Jobs.tellOfDeadlines();
        assertEquals(List.of("CORRECTION"), overdue(id));
        as(HANDLER)
                .get("/api/v1/tasks?limit=200&kind=STEP_OVERDUE&overdue=true&case=" + id)
                .then()
                .statusCode(200)
                .body("items.subject", contains(number + ":纠错"));
        as(APPLICANT).get(CASES + id + "/corrections").then().body("[0].overdue", equalTo(true));
        reported(id, correction);
        assertEquals(List.of(), tasks(APPLICANT, id));
        as(HANDLER)
                .get("/api/v1/tasks?kind=STEP_OVERDUE&state=OPEN&case=" + id)
                .then()
                .body("items", hasSize(0));
        evaluate(
                        HANDLER,
                        id,
                        correction,
                        Map.of(
                                "accepted",
                                false,
                                "remark",
                                "不到位",
                                "dueOn",
                                today().plusDays(60).toString()))
                .then()
                .statusCode(200);
        Jobs.tellOfDeadlines();
        clock.set(Duration.ofDays(61));
        Jobs.tellOfDeadlines();
        Jobs.tellOfDeadlines();
        assertEquals(List.of("CORRECTION", "CORRECTION"), overdue(id), "each round once");
        assertEquals(List.of("correction-started", "correction-reported", "correction-not-accepted"), entries(id));
    }

    /** The steps told as overdue that are corrections; those of the case's course fall overdue too. */
    private static List<String> overdue(String id) {
        return as("inspector.330900")
                .get(CASES + id + "/ledger?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.type.endsWith('deadline-overdue') && it.payload.event.step == 'CORRECTION' }"
                        + ".payload.event.step");
    }

    private static List<String> tasks(String login, String id) {
        return as(login)
                .get("/api/v1/tasks?limit=200&state=OPEN&case=" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }
}
