package org.rongcuo;

import static org.hamcrest.Matchers.equalTo;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.Clocks;

/** Calls every operation on outcomes and their reviews once; the contract's examples are recorded from these calls. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfOutcomesTest {
    private static final String APPLICANT = "applicant.330922";
    private static final String HANDLER = "handler.330922";
    private static final String DECIDER = "decider.330922";
    private static final String REVIEWER = "decider.330922-2";

    private static String today() {
        return LocalDate.now(Clocks.SHANGHAI).toString();
    }

    private static void get(String login, String path) {
        as(login).get("/api/v1/cases/" + path).then().statusCode(200);
    }

    private static Response done(Response answer, int status) {
        answer.then().statusCode(status);
        return answer;
    }

    /** A case of an accountability matter, determined with the outcome MITIGATE. */
    @SuppressWarnings("unchecked")
    private static String determined() {
        Map<String, Object> body = new HashMap<>(Office.openCase("330922", APPLICANT));
        var particulars = new HashMap<>((Map<String, Object>) body.get("particulars"));
        particulars.put("accountabilityMatter", "嵊纪问〔2026〕7号");
        body.put("particulars", particulars);
        String id = done(as(APPLICANT).contentType(ContentType.JSON).body(body).post("/api/v1/cases"), 201)
                .path("id");
        done(act(APPLICANT, id, "application", Map.of("statement", "申请容错免责")), 200);
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true)), 200);
        var subject = Office.onlySubject(HANDLER, id);
        done(Office.answer(HANDLER, id, subject, Office.exemptFacts()), 200);
        Office.investigated(HANDLER, id);
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        get(DECIDER, id + "/checklists/" + subject + "/nearest");
        var determination = Office.determination(subject, evaluation, "MITIGATE");
        determination.put("ladderStep", "WAIVED_WITH_CRITICISM");
        determination.put("departureReasons", "设备选型未充分比选,确有疏忽");
        determination.put(
                "effects",
                List.of(
                        Map.of("effect", "减轻作风和效能问责", "confirmed", true),
                        Map.of("effect", "所在单位相关工作考核一般不予扣分", "confirmed", false, "reasons", "单位另有责任,办法第五条")));
        done(act(DECIDER, id, "determinations", determination), 201);
        return id;
    }

    @Test
    void outcomesAreToldAndReviewed() {
        var id = determined();
        var subject = Office.onlySubject(HANDLER, id);
        get(HANDLER, id + "/feedback/remedies");
        Map<String, Object> feedback = new HashMap<>();
        feedback.put("subject", subject);
        feedback.put("deliveredOn", today());
        feedback.put("method", "IN_PERSON");
        feedback.put(
                "remedies",
                as(HANDLER).get("/api/v1/cases/" + id + "/feedback/remedies").path("[0].remedies"));
        String given = done(act(HANDLER, id, "feedback", feedback), 201).path("id");
        done(
                act(
                        HANDLER,
                        id,
                        "feedback/" + given + "/receipt",
                        Map.of(
                                "receivedBy",
                                "演示·申请人甲",
                                "receivedOn",
                                today(),
                                "refusedToSign",
                                true,
                                "witnesses",
                                List.of("演示·居委会工作人员", "演示·单位同事"))),
                200);
        String notice = done(
                        act(
                                HANDLER,
                                id,
                                "accountability-notices",
                                Map.of("title", "县委巡察办", "toldOn", today(), "note", "附容错认定书")),
                        201)
                .path("id");
        done(
                act(
                        HANDLER,
                        id,
                        "accountability-notices/" + notice + "/adoption",
                        Map.of("adopted", true, "answeredOn", today())),
                200);
        get(HANDLER, id + "/accountability-notices");
        done(
                act(
                        HANDLER,
                        id,
                        "referrals",
                        Map.of("subject", subject, "organ", "县公安局", "grounds", "供货方涉嫌伪造检测报告,另行查处")),
                201);
        get(HANDLER, id + "/referrals");
        String determination =
                as(HANDLER).get("/api/v1/cases/" + id + "/determinations").path("[0].id");
        String review = done(
                        act(
                                APPLICANT,
                                id,
                                "internal-reviews",
                                Map.of("determination", determination, "grounds", "认定未考虑集体决策和及时更换")),
                        201)
                .path("id");
        String evaluation = done(
                        act(
                                REVIEWER,
                                id,
                                "internal-reviews/" + review + "/evaluations",
                                Map.of("facts", Map.of("loss", 4.8), "reasons", "复议查明退货抵回 0.4 万元")),
                        201)
                .path("id");
        done(
                act(
                        REVIEWER,
                        id,
                        "internal-reviews/" + review + "/decision",
                        Map.of(
                                "result",
                                "CHANGED",
                                "outcome",
                                "EXEMPT",
                                "evaluation",
                                evaluation,
                                "meeting",
                                Map.of("title", "县纪委复议会议", "heldOn", today()),
                                "reasons",
                                "决策程序完备,损失已大部挽回")),
                200);
        done(
                act(
                        HANDLER,
                        id,
                        "internal-reviews/" + review + "/delivery",
                        Map.of(
                                "deliveredOn",
                                today(),
                                "method",
                                "POST",
                                "receipt",
                                Map.of("receivedBy", "演示·申请人甲", "receivedOn", today()))),
                200);
        get(APPLICANT, id + "/internal-reviews");
        get(APPLICANT, id + "/determinations");
    }

    @Test
    void aReviewIsWaived() {
        var id = determined();
        var subject = Office.onlySubject(HANDLER, id);
        done(
                act(
                        HANDLER,
                        id,
                        "feedback",
                        Map.of(
                                "subject",
                                subject,
                                "deliveredOn",
                                today(),
                                "method",
                                "IN_PERSON",
                                "remedies",
                                "可依法申诉",
                                "receipt",
                                Map.of("receivedBy", "演示·申请人甲", "receivedOn", today()))),
                201);
        String determination =
                as(HANDLER).get("/api/v1/cases/" + id + "/determinations").path("[0].id");
        act(APPLICANT, id, "internal-reviews/waivers", Map.of("determination", determination, "statement", "对认定没有意见"))
                .then()
                .statusCode(201)
                .body("state", equalTo("WAIVED"));
    }
}
