package org.rongcuo.filing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.PriorFilings.APPLICANT;
import static org.rongcuo.PriorFilings.HANDLER;
import static org.rongcuo.PriorFilings.SUPERVISOR;
import static org.rongcuo.PriorFilings.accepted;
import static org.rongcuo.PriorFilings.at;
import static org.rongcuo.PriorFilings.content;
import static org.rongcuo.PriorFilings.draft;
import static org.rongcuo.PriorFilings.exemption;
import static org.rongcuo.PriorFilings.feedback;
import static org.rongcuo.PriorFilings.minutes;
import static org.rongcuo.PriorFilings.note;
import static org.rongcuo.PriorFilings.status;
import static org.rongcuo.PriorFilings.submit;
import static org.rongcuo.PriorFilings.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Redaction;

/** Prior filings from draft to archive, returned, monitored and answered on paper. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class FilingTest {
    @Inject
    FilingPapers papers;

    @Inject
    FilingRecord record;

    private static LocalDate day(int fromToday) {
        return LocalDate.now(Clocks.SHANGHAI).plusDays(fromToday);
    }

    private static String number(String id) {
        return as(HANDLER).get("/api/v1/cases/" + id).then().extract().path("number");
    }

    @Test
    void aFilingIsReturnedRefiledAcceptedMonitoredAndArchived() {
        var id = draft(day(5), day(40));
        submit(APPLICANT, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("filing-incomplete"))
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/matter",
                                "/ruleGap",
                                "/safeguards",
                                "/risks",
                                "/decision",
                                "/validFrom",
                                "/validUntil"));
        var content = content(day(5), day(60), minutes(id));
        content.put("publicMatter", true);
        write(HANDLER, id, content).then().statusCode(403);
        write("applicant.330900", id, content).then().statusCode(404);
        write(APPLICANT, id, content).then().statusCode(200).body("missing", empty());
        note(APPLICANT, id, "decision-evidence", evidence("COLLECTIVE", 7, 5))
                .then()
                .statusCode(201);
        submit(APPLICANT, id).then().statusCode(200);
        var number = number(id);
        write(APPLICANT, id, content).then().statusCode(409).body("code", equalTo("wrong-status"));
        feedback(APPLICANT, id, "ACCEPTED").then().statusCode(403);
        feedback(SUPERVISOR, id, "ACCEPTED").then().statusCode(403);
        feedback(HANDLER, id, "RETURNED").then().statusCode(200);
        assertEquals("DRAFT", status(APPLICANT, id));

        content.put(
                "risks",
                List.of(Map.of(
                        "description", "储罐渗漏",
                        "likelihood", "LOW",
                        "impact", "污染海域",
                        "safeguard", "双层罐体")));
        write(APPLICANT, id, content).then().statusCode(200);
        submit(APPLICANT, id).then().statusCode(200).body("filedAt", nullValue());
        assertEquals(number, number(id), "a filing keeps its number");
        feedback(HANDLER, id, "ADVISED")
                .then()
                .statusCode(200)
                .body("filedAt", notNullValue())
                .body("feedback.result", contains("RETURNED", "ADVISED"));
        assertEquals("MONITORED", status(SUPERVISOR, id));

        monitored(id);
        theOfficeAnswersOnPaper(id);
        archivedWholeOrExplained(id);
        assertEquals("ARCHIVED", status(APPLICANT, id));
        as("inspector.330900")
                .queryParam("limit", 200)
                .get(at(id, "ledger"))
                .then()
                .body(
                        "items.type",
                        hasItems(
                                "org.rongcuo.procedure.filing-submitted",
                                "org.rongcuo.procedure.filing-returned",
                                "org.rongcuo.procedure.filing-accepted",
                                "org.rongcuo.filing.monitoring-recorded",
                                "org.rongcuo.procedure.filing-archived"));
    }

    private static List<String> feedbacks(String id) {
        return as(HANDLER).get(at(id, "filing")).then().extract().path("feedback.id");
    }

    private void theOfficeAnswersOnPaper(String id) {
        var given = feedbacks(id);
        QuarkusTransaction.requiringNew().run(() -> {
            var paper = papers.paper(PaperKind.FILING_FEEDBACK, UUID.fromString(id), null);
            var wanted = PaperKind.FILING_FEEDBACK.words().stream()
                    .map(PaperWord::word)
                    .collect(Collectors.toSet());
            assertEquals(wanted, paper.words().keySet());
            assertEquals("予以报备并提出建议", paper.words().get(PaperWord.FILING_ANSWER.word()));
            assertEquals("储罐渗漏:双层罐体。", paper.words().get(PaperWord.RISKS.word()));
            var returned = papers.paper(PaperKind.FILING_FEEDBACK, UUID.fromString(id), UUID.fromString(given.get(0)));
            assertEquals("退回", returned.words().get(PaperWord.FILING_ANSWER.word()));
            assertEquals(
                    "设备选型失误:充分比选,分期付款。",
                    returned.words().get(PaperWord.RISKS.word()),
                    "what was returned, not what was written afterwards");
            assertFalse(returned.words().get(PaperWord.FILED_ON.word()).isBlank());
            assertEquals(List.of(), record.gaps(UUID.fromString(id)));
            assertEquals(
                    List.of(
                            "filing/filing.json",
                            "filing/evaluations.json",
                            "filing/monitoring.json",
                            "filing/decision-evidence.json"),
                    record.parts(UUID.fromString(id)).stream()
                            .filter(part -> part.content().get().length > 1)
                            .map(DossierSource.Part::path)
                            .toList());
        });
    }

    private static Map<String, String> explained(String feedback) {
        return Map.of(
                "step", "papers", "code", "no-filing-feedback", "about", feedback, "reasons", "该次反馈当时以函件形式送达,原件已归档");
    }

    /** The two papers of the two answers are missing: each is issued or explained for itself. */
    private void archivedWholeOrExplained(String id) {
        var given = feedbacks(id);
        var summary = "试点完成";
        act(HANDLER, id, "filing/archive", Map.of("summary", summary))
                .then()
                .statusCode(409)
                .body("code", equalTo("record-incomplete"))
                .body("violations.code", contains("no-filing-feedback", "no-filing-feedback"));
        act(HANDLER, id, "filing/archive", Map.of("summary", summary, "explained", List.of(explained(given.get(0)))))
                .then()
                .statusCode(409)
                .body("violations.code", contains("no-filing-feedback"));
        act(HANDLER, id, "papers", Map.of("kind", "FILING_FEEDBACK", "about", given.get(1)))
                .then()
                .statusCode(201);
        as(HANDLER)
                .get(at(id, "archive/check"))
                .then()
                .statusCode(200)
                .body("missing.about", contains(given.get(0)))
                .body("retention", equalTo("THIRTY_YEARS"));
        var body = Map.of("summary", summary, "explained", List.of(explained(given.get(0))), "retention", "TEN_YEARS");
        act(HANDLER, id, "filing/archive", body)
                .then()
                .statusCode(422)
                .body("violations.code", contains("shorter-without-remark"));
        act(HANDLER, id, "filing/archive", Map.of("summary", summary, "explained", List.of(explained(given.get(0)))))
                .then()
                .statusCode(200)
                .body("status", equalTo("ARCHIVED"))
                .body("retention", equalTo("THIRTY_YEARS"))
                .body("explained.about", contains(given.get(0)));
        as(HANDLER).get(at(id, "filing")).then().body("summary", equalTo(summary));
    }

    private static Map<String, Object> evidence(String kind, int participants, int quorum) {
        return Map.of(
                "kind",
                kind,
                "heldOn",
                "2026-01-05",
                "organiser",
                "局党组",
                "conclusion",
                "同意先行先试",
                "supports",
                true,
                "participants",
                participants,
                "quorum",
                quorum);
    }

    private void monitored(String id) {
        var finding = Map.of(
                "kind",
                "INSPECTION",
                "observedOn",
                day(0).toString(),
                "finding",
                "比选记录不全",
                "needsCorrection",
                true,
                "dueOn",
                day(10).toString());
        note("coordinator.330922", id, "monitoring", finding).then().statusCode(403);
        note(APPLICANT, id, "monitoring", finding).then().statusCode(422);
        var endless = new HashMap<String, Object>(finding);
        endless.remove("dueOn");
        note(SUPERVISOR, id, "monitoring", endless)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/dueOn"));
        var record = note(SUPERVISOR, id, "monitoring", finding)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo(day(10).toString()))
                .extract()
                .<String>path("id");
        note(APPLICANT, id, "monitoring", Map.of("kind", "REPORT", "observedOn", day(0).toString(), "finding", "已完成招标"))
                .then()
                .statusCode(201);
        Office.anonymous()
                .get("/api/v1/public-filings?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        Office.anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "施工噪声较大", "name", "某居民"))
                .post("/api/v1/public-filings/" + id + "/remarks")
                .then()
                .statusCode(201);
        act(HANDLER, id, "filing/archive", Map.of("summary", "试点完成"))
                .then()
                .statusCode(409)
                .body("code", equalTo("finding-open"));
        note(HANDLER, id, "monitoring/" + record + "/judgement", Map.of("accepted", true))
                .then()
                .statusCode(409);
        var answered = Map.of("response", "已补齐比选记录");
        note(HANDLER, id, "monitoring/" + record + "/response", answered).then().statusCode(403);
        note(APPLICANT, id, "monitoring/" + record + "/response", answered)
                .then()
                .statusCode(200);
        note(HANDLER, id, "monitoring/" + record + "/judgement", Map.of("accepted", false))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/remark", "/dueOn"));
        note(
                        HANDLER,
                        id,
                        "monitoring/" + record + "/judgement",
                        Map.of("accepted", false, "remark", "缺第三家报价", "dueOn", day(20).toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo(day(20).toString()));
        as(HANDLER)
                .get(at(id, "deadlines"))
                .then()
                .body("findAll { it.step == 'FINDING_CORRECTION' }.state", contains("MET", "RUNNING"))
                .body("findAll { it.step == 'FINDING_CORRECTION' }.limitOn[1]", equalTo(day(20).toString()));
        note(APPLICANT, id, "monitoring/" + record + "/response", Map.of("response", "已补第三家报价"))
                .then()
                .statusCode(200);
        note(SUPERVISOR, id, "monitoring/" + record + "/judgement", Map.of("accepted", true))
                .then()
                .statusCode(403);
        note(HANDLER, id, "monitoring/" + record + "/judgement", Map.of("accepted", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        as(SUPERVISOR)
                .get(at(id, "monitoring"))
                .then()
                .statusCode(200)
                .body("kind", containsInAnyOrder("INSPECTION", "REPORT", "REMARK"))
                .body("find { it.kind == 'REMARK' }.recordedBy", nullValue())
                .body("find { it.kind == 'REMARK' }.named", equalTo(true));
    }

    @Test
    void aMajorMatterWaitsForTheGroup() {
        var id = draft(day(1), day(60));
        var content = content(day(1), day(60), minutes(id));
        content.put("threeMajor", true);
        write(APPLICANT, id, content).then().statusCode(200);
        submit(APPLICANT, id).then().statusCode(200).body("consultationRequired", equalTo(true));
        feedback(HANDLER, id, "ACCEPTED").then().statusCode(409).body("code", equalTo("consultation-required"));
        as(HANDLER)
                .get(at(id, "acts"))
                .then()
                .body("find { it.act == 'filing-feedback' }.reason.code", equalTo("consultation-required"))
                .body("act", not(hasItem("determinations")));
        act(APPLICANT, id, "filing/withdrawal", Map.of("reasons", "另行论证"))
                .then()
                .statusCode(200);
        assertEquals("WITHDRAWN", status(APPLICANT, id));
    }

    @Test
    void anEvaluationInAdvanceIsMarkedAndIsNoDetermination() {
        var id = draft(day(1), day(60));
        note(
                        APPLICANT,
                        id,
                        "filing/evaluations",
                        Map.of("subjectStatus", "PARTY_MEMBER", "facts", Office.exemptFacts()))
                .then()
                .statusCode(201)
                .body("purpose", equalTo("EX_ANTE"))
                .body("notice", containsString("不是认定"))
                .body("content.recommendation.code", equalTo("EXEMPT"));
        note(HANDLER, id, "filing/evaluations", Map.of("facts", Map.of()))
                .then()
                .statusCode(404);
        as(APPLICANT).get(at(id, "filing/evaluations")).then().statusCode(200).body("$", hasSize(1));
        // An exemption case has no filing, and a filing no determination.
        as(HANDLER).get(at(exemption(day(-9), day(-9), null), "filing")).then().statusCode(404);
        act(APPLICANT, id, "application", Map.of("statement", "申请")).then().statusCode(409);
    }

    @Test
    void whatContradictsIsRefusedAllAtOnce() {
        var id = draft(day(1), day(60));
        var content = content(day(1), day(60), UUID.randomUUID().toString());
        content.put("decision", Map.of("title", "会议", "heldOn", day(3).toString(), "document", UUID.randomUUID()));
        content.put("validUntil", day(0).toString());
        content.put("scope", Map.of("jurisdictions", List.of("330900", "999999"), "fields", List.of("航天")));
        write(APPLICANT, id, content)
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/decision/document",
                                "/decision/heldOn",
                                "/validUntil",
                                "/scope/jurisdictions/0",
                                "/scope/jurisdictions/1",
                                "/scope/fields/0"));
        as(APPLICANT).get(at(id, "filing")).then().statusCode(200).body("content.matter", nullValue());
    }

    @Test
    void onlyPublicMattersUnderMonitoringTakeRemarks() {
        var id = accepted(day(-300), day(60), Map.of());
        Office.anonymous()
                .get("/api/v1/public-filings?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        Office.anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "意见"))
                .post("/api/v1/public-filings/" + id + "/remarks")
                .then()
                .statusCode(404);
    }

    @Test
    void thePublicIsShownNoNamesAndNumbers() {
        var id = draft(day(1), day(60));
        String name = as(APPLICANT).get("/api/v1/me").path("person.name");
        var content = content(day(1), day(60), minutes(id));
        content.put("publicMatter", true);
        content.put("matter", "由" + name + "(13800138000)负责的撬装式加油试点");
        write(APPLICANT, id, content).then().statusCode(200);
        submit(APPLICANT, id)
                .then()
                .statusCode(409)
                .body("violations.code", containsInAnyOrder("full-name", "telephone-number"))
                .body("violations.pointer", contains("/matter", "/matter"));
        assertEquals(
                "由某某(某某)负责,某某系其身份证号",
                Redaction.hidden("由" + name + "(138 0013 8000)负责,11010519491231002X系其身份证号", List.of(name)));
        content.put("publicMatter", false);
        write(APPLICANT, id, content).then().statusCode(200).body("missing", empty());
    }
}
