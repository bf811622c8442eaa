package org.rongcuo;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;
import static org.rongcuo.PriorFilings.APPLICANT;
import static org.rongcuo.PriorFilings.HANDLER;
import static org.rongcuo.PriorFilings.SUPERVISOR;
import static org.rongcuo.PriorFilings.at;
import static org.rongcuo.PriorFilings.content;
import static org.rongcuo.PriorFilings.draft;
import static org.rongcuo.PriorFilings.exemption;
import static org.rongcuo.PriorFilings.feedback;
import static org.rongcuo.PriorFilings.found;
import static org.rongcuo.PriorFilings.minutes;
import static org.rongcuo.PriorFilings.note;
import static org.rongcuo.PriorFilings.submit;
import static org.rongcuo.PriorFilings.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.Clocks;

/** As {@link EveryOperationTest}, for prior filings, their monitoring and invocation, and for proposals. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfFilingTest {
    private static final LocalDate TODAY = LocalDate.now(Clocks.SHANGHAI);

    private static void get(String login, String path) {
        as(login).get(path).then().statusCode(200);
    }

    @Test
    void filingsAnswer() {
        var id = draft(TODAY.plusDays(5), TODAY.plusDays(40));
        var content = content(TODAY.plusDays(5), TODAY.plusDays(300), minutes(id));
        content.put("publicMatter", true);
        write(APPLICANT, id, content).then().statusCode(200);
        get(APPLICANT, at(id, "filing"));
        note(
                        APPLICANT,
                        id,
                        "filing/evaluations",
                        Map.of("subjectStatus", "PARTY_MEMBER", "facts", Map.of("privateGain", "无", "loss", 5.2)))
                .then()
                .statusCode(201);
        get(APPLICANT, at(id, "filing/evaluations"));
        note(
                        APPLICANT,
                        id,
                        "decision-evidence",
                        Map.of(
                                "kind", "COLLECTIVE",
                                "heldOn", "2026-01-05",
                                "organiser", "局党组",
                                "conclusion", "同意先行先试",
                                "supports", true,
                                "participants", 7,
                                "quorum", 5))
                .then()
                .statusCode(201);
        get(APPLICANT, at(id, "decision-evidence"));
        submit(APPLICANT, id).then().statusCode(200);
        feedback(HANDLER, id, "ADVISED").then().statusCode(200);
        monitoringAnswers(id);
        invocationAnswers(id);
        String feedback = as(HANDLER).get(at(id, "filing")).path("feedback[0].id");
        act(
                        HANDLER,
                        id,
                        "filing/archive",
                        Map.of(
                                "summary",
                                "试点完成,未发生风险",
                                "explained",
                                List.of(Map.of(
                                        "step", "papers",
                                        "code", "no-filing-feedback",
                                        "about", feedback,
                                        "reasons", "反馈以函件形式送达,原件已归入机关档案"))))
                .then()
                .statusCode(200);

        var withdrawn = draft(TODAY.plusDays(5), TODAY.plusDays(40));
        act(APPLICANT, withdrawn, "filing/withdrawal", Map.of("reasons", "另行论证"))
                .then()
                .statusCode(200);
    }

    private static void monitoringAnswers(String id) {
        var record = note(
                        SUPERVISOR,
                        id,
                        "monitoring",
                        Map.of(
                                "kind",
                                "INSPECTION",
                                "observedOn",
                                TODAY.toString(),
                                "finding",
                                "比选记录不全",
                                "needsCorrection",
                                true,
                                "dueOn",
                                TODAY.plusDays(10).toString()))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        note(APPLICANT, id, "monitoring/" + record + "/response", Map.of("response", "已补齐比选记录"))
                .then()
                .statusCode(200);
        note(HANDLER, id, "monitoring/" + record + "/judgement", Map.of("accepted", true, "remark", "属实"))
                .then()
                .statusCode(200);
        anonymous().get("/api/v1/public-filings?limit=2").then().statusCode(200);
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "施工噪声较大", "name", "附近居民"))
                .post("/api/v1/public-filings/" + id + "/remarks")
                .then()
                .statusCode(201);
        get(SUPERVISOR, at(id, "monitoring"));
        var remark = as(SUPERVISOR).get(at(id, "monitoring")).<String>path("find { it.kind == 'REMARK' }.id");
        note("decider.330922", id, "monitoring/" + remark + "/identity", Map.of("reasons", "需向提意见人核实噪声时段"))
                .then()
                .statusCode(200);
    }

    private static void invocationAnswers(String filing) {
        var number = as(HANDLER).get("/api/v1/cases/" + filing).then().extract().<String>path("number");
        var id = exemption(TODAY.minusDays(20), TODAY.minusDays(10), null);
        var invocation = note(APPLICANT, id, "filing-invocations", Map.of("filing", number))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        get(APPLICANT, at(id, "filing-invocations"));
        found(HANDLER, id, invocation, "confirmation").then().statusCode(200);
        found(HANDLER, id, invocation, "dismissal").then().statusCode(200);
    }

    @Test
    void proposalsAnswer() {
        var receipt = anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "jurisdiction",
                        "330922",
                        "matter",
                        "渔港码头改造",
                        "text",
                        "建议对码头改造延误启动容错核实",
                        "contact",
                        "0580-0000000"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("receipt");
        get(HANDLER, "/api/v1/proposals?open=true&limit=2");
        var id = as(HANDLER)
                .get("/api/v1/proposals?open=true&limit=200")
                .<String>path("items.find { it.matter == '渔港码头改造' }.id");
        as(HANDLER)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "需请建议人补充延误经过"))
                .post("/api/v1/proposals/" + id + "/identity")
                .then()
                .statusCode(200);
        as(HANDLER)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "延误系台风所致,未追究责任,不必启动"))
                .post("/api/v1/proposals/" + id + "/answer")
                .then()
                .statusCode(200);
        anonymous().get("/api/v1/proposals/by-receipt/" + receipt).then().statusCode(200);
    }
}
