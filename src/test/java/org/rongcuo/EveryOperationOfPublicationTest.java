package org.rongcuo;

import static org.hamcrest.Matchers.equalTo;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.publication.Notices;

/** Calls every operation of publication and archive once; the contract's examples are recorded from these calls. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class EveryOperationOfPublicationTest {
    private static final String HANDLER = Notices.HANDLER;
    private static final String REGISTRAR = "registrar.330922";
    private static final String CASES = Notices.CASES;

    @Inject
    DemoClock clock;

    private static void get(String login, String path) {
        as(login).get(path).then().statusCode(200);
    }

    @Test
    void aNoticeIsForgone() {
        var id = Decided.exempt().notified();
        clock.set(Notices.REVIEW_OVER);
        act("decider.330922", id, "public-notices/waiver", Map.of("reasons", "公示将使当事人健康受损"))
                .then()
                .statusCode(201);
    }

    @Test
    void aCaseIsPublishedObjectedToRegisteredAndArchived() {
        var id = Decided.exempt().fact("publicConcern", "社会关注").notified();
        Decided.document(id);
        clock.set(Notices.REVIEW_OVER);
        get(HANDLER, CASES + id + "/public-notices/preview");
        String text = Notices.preview(id).getString("text");
        String first = act(HANDLER, id, "public-notices", Map.of("text", text))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(HANDLER, id, "public-notices/" + first + "/withdrawal", Map.of("reasons", "公示文字有误,更正后重新公示"))
                .then()
                .statusCode(200);
        String notice = act(HANDLER, id, "public-notices", Map.of("text", text))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        get(HANDLER, CASES + id + "/public-notices");
        anonymous().get("/api/v1/public-notices?jurisdiction=330922").then().statusCode(200);
        anonymous().get("/api/v1/public-notices/" + notice).then().statusCode(200);
        String receipt = anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "设备比选未公开", "evidence", "采购公告中没有比选结果", "name", "某渔民", "contact", "0580-0000000"))
                .post("/api/v1/public-notices/" + notice + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("receipt");
        String objection = as(HANDLER)
                .get(CASES + id + "/objections")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
        as("decider.330922-2")
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "异议所附证据需向异议人当面核实"))
                .post(CASES + id + "/objections/" + objection + "/identity")
                .then()
                .statusCode(200);
        act(
                        HANDLER,
                        id,
                        "objections/" + objection + "/answer",
                        Map.of("upheld", false, "answer", "比选经班子会议集体研究,会议纪要可查;属紧急采购,未违反规定。"))
                .then()
                .statusCode(200);
        anonymous().get("/api/v1/objections/" + receipt).then().statusCode(200).body("upheld", equalTo(false));
        clock.set(Notices.NOTICE_OVER);
        act(HANDLER, id, "registration", Map.of("materials", "容错认定书、认定结果反馈书、公示情况"))
                .then()
                .statusCode(201);
        act(
                        REGISTRAR,
                        id,
                        "registration/return",
                        Map.of("defects", List.of("SIGNATURE_MISSING"), "remark", "反馈书缺当事人签收"))
                .then()
                .statusCode(200);
        act(HANDLER, id, "registration", Map.of("materials", "容错认定书、认定结果反馈书(已补签收)、公示情况"))
                .then()
                .statusCode(201);
        act(REGISTRAR, id, "registration/acceptance", Map.of("remark", "予以备案"))
                .then()
                .statusCode(200);
        get(HANDLER, CASES + id + "/registration");
        get(HANDLER, CASES + id + "/archive/check");
        as(HANDLER).get(CASES + id + "/dossier").then().statusCode(200).contentType("application/zip");
        var explained =
                as(HANDLER)
                        .get(CASES + id + "/archive/check")
                        .jsonPath()
                        .<Map<String, String>>getList("missing")
                        .stream()
                        .map(gap -> Decided.explained(gap, "纸质原件已归入机关档案,不另行扫描"))
                        .toList();
        act(HANDLER, id, "archive", Map.of("explained", explained, "remark", "一案一档"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
    }
}
