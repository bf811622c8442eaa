package org.rongcuo;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.Clocks;

/** Calls every operation of corrections, late documents and accountability checks once; examples are recorded from it. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfAftercareTest {
    private static final String APPLICANT = "applicant.330922";
    private static final String HANDLER = "handler.330922";

    private static ValidatableResponse post(String login, String path, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static String inDays(int days) {
        return LocalDate.now(Clocks.SHANGHAI).plusDays(days).toString();
    }

    private static Map<String, Object> plan(String subject) {
        return Map.of(
                "subject",
                subject,
                "plan",
                "更换撬装设备,补齐比选记录,完善采购制度",
                "measures",
                List.of(Map.of("text", "更换撬装设备", "due", inDays(15)), Map.of("text", "补齐设备比选记录", "due", inDays(30))),
                "dueOn",
                inDays(30));
    }

    private static void moved(String id, String status) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var update = connection.prepareStatement("update case_file set status = ? where id = ?::uuid")) {
            update.setString(1, status);
            update.setString(2, id);
            assertEquals(1, update.executeUpdate());
        }
    }

    @Test
    void correctionsAndLateDocumentsAnswer() throws SQLException {
        var id = Office.aCaseUnderVerification("330922");
        var path = "/api/v1/cases/" + id;
        var subject = Office.onlySubject(HANDLER, id);
        var started = post(APPLICANT, path + "/corrections", plan(subject))
                .statusCode(201)
                .extract()
                .jsonPath();
        var correction = path + "/corrections/" + started.getString("id");
        var measures = started.getList("measures.id", String.class);
        var report = Map.of(
                "statement",
                "设备已更换,记录已补齐",
                "measures",
                List.of(
                        Map.of("measure", measures.get(0), "done", "已更换并通过验收"),
                        Map.of("measure", measures.get(1), "done", "已补齐三家比选记录")));
        post(APPLICANT, correction + "/report", report).statusCode(200);
        post(HANDLER, correction + "/evaluation", Map.of("accepted", false, "remark", "采购制度尚未修订", "dueOn", inDays(45)))
                .statusCode(200)
                .body("round", equalTo(2));
        post(APPLICANT, correction + "/report", report).statusCode(200);
        post(HANDLER, correction + "/evaluation", Map.of("accepted", true, "remark", "整改到位"))
                .statusCode(200);
        post(HANDLER, correction + "/summary", Map.of("summary", "选型前应充分比选,采购制度已修订"))
                .statusCode(200);
        as(APPLICANT).get(path + "/corrections").then().statusCode(200);
        as(APPLICANT).get(correction).then().statusCode(200);

        moved(id, "DETERMINED");
        post("decider.330922", path + "/correction-orders", plan(subject)).statusCode(201);
        moved(id, "REGISTERED");
        as(HANDLER)
                .multiPart("title", "送达回证")
                .multiPart("file", "回证.txt", "送达回证".getBytes(StandardCharsets.UTF_8))
                .post(path + "/late-documents")
                .then()
                .statusCode(201);
    }

    @Test
    void accountabilityChecksAnswer() {
        var id = Office.aCaseUnderVerification("330922");
        post(
                        HANDLER,
                        "/api/v1/accountability-checks",
                        Map.of(
                                "inquiry",
                                "嵊纪问〔2026〕7号(示例)",
                                "organ",
                                Office.organ(HANDLER),
                                "considered",
                                true,
                                "result",
                                "属先行先试,未谋私利,建议启动容错认定",
                                "case",
                                id))
                .statusCode(201);
        as(HANDLER).get("/api/v1/accountability-checks?limit=2").then().statusCode(200);
    }
}
