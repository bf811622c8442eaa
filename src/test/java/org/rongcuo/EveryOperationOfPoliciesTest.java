package org.rongcuo;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.shared.Clocks;

/** Policies and their versions: every operation once, as the person it is for. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfPoliciesTest {
    @Test
    void policiesAnswer() throws IOException {
        get("policy-editor.330922", "/api/v1/policies?limit=2");
        get("policy-editor.330922", "/api/v1/policies/330922/tolerance");
        get("policy-editor.330922", "/api/v1/policies/resolve?jurisdiction=330922&field=重大项目建设&on=2026-04-15");
        get("policy-editor.330922", "/api/v1/policies/330922/tolerance/versions");
        get("policy-editor.330922", "/api/v1/policies/330922/tolerance/versions/1");
        get("policy-editor.330922", "/api/v1/policies/330922/tolerance/versions/1/checklist");
        as("policy-editor.330922")
                .get("/api/v1/policies/330922/tolerance/versions/1/model")
                .then()
                .statusCode(200)
                .contentType(ContentType.XML);
        post(
                        "policy-editor.330922",
                        "/api/v1/policies/330922/tolerance/versions/1/evaluations",
                        Map.of("facts", Map.of("privateGain", "无", "process", "集体民主决策", "loss", 5.2, "filed", true)))
                .statusCode(200)
                .body("trial", equalTo(true));
        post(
                        "policy-editor.330922",
                        "/api/v1/policies",
                        Map.of(
                                "jurisdiction", "330922",
                                "name", "project-tolerance",
                                "kind", "TOLERANCE",
                                "titleZh", "嵊泗县重大项目建设容错认定",
                                "titleEn", "Shengsi error tolerance for major projects",
                                "field", "重大项目建设",
                                "parent", "330922/tolerance",
                                "lenityMode", "TWO_DATE",
                                "lenityBasis", "《中华人民共和国公职人员政务处分法》第六十七条",
                                "visibility", "PUBLIC"))
                .statusCode(201);
        var model = as("policy-editor.330922")
                .get("/api/v1/policies/330922/tolerance/versions/1/model")
                .asString();
        var draft = "/api/v1/policies/330922/project-tolerance/versions";
        as("policy-editor.330922")
                .contentType(ContentType.XML)
                .body(model.getBytes(StandardCharsets.UTF_8))
                .post(draft)
                .then()
                .statusCode(201)
                .body("number", equalTo(1));
        var tag = as("policy-editor.330922").get(draft + "/1").header("ETag");
        as("policy-editor.330922")
                .header("If-Match", tag)
                .contentType(ContentType.XML)
                .body(model.getBytes(StandardCharsets.UTF_8))
                .put(draft + "/1/model")
                .then()
                .statusCode(200)
                .body("contentHash", notNullValue());
        theDiffAnswers();
        theDeskAnswers(draft + "/1");
        post(
                        "handler.330922",
                        "/api/v1/evaluations",
                        Map.of(
                                "jurisdiction", "330922",
                                "field", "重大项目建设",
                                "conduct", Map.of("from", "2026-03-01", "to", "2026-04-15"),
                                "decidedOn", "2026-11-24",
                                "subjectStatus", "PARTY_MEMBER",
                                "facts", Office.exemptFacts()))
                .statusCode(200);
    }

    /**
     * A draft with a threshold raised, rows gone, one of them a bottom line, and a question asked otherwise, against what
     * it is based on.
     */
    private static void theDiffAnswers() {
        var editor = "policy-editor.330922";
        var book = "/api/v1/policies/330922/tolerance/versions";
        var draft = as(editor)
                .get(book + "/1/model")
                .asString()
                .replaceAll("(id=\"minor_r\\d_c3\">\\s*<text>\\S+ )1<", "$11.5<")
                .replaceAll("(?s)<rule id=\"minor_r4\".*?</rule>", "")
                .replaceAll("(?s)<rule id=\"bottomLine_r11\".*?</rule>", "")
                .replace("案件复杂程度如何?", "案情复杂程度如何?");
        var number = as(editor)
                .contentType(ContentType.XML)
                .body(draft.getBytes(StandardCharsets.UTF_8))
                .post(book)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        get(editor, book + "/" + number + "/diff");
        get(editor, book + "/" + number + "/approval");
    }

    /** A draft on its way: approved for tomorrow, withdrawn today. */
    private static void theDeskAnswers(String version) {
        var editor = "policy-editor.330922";
        var approver = "policy-approver.330922";
        var tests = as(editor)
                .get("/api/v1/policies/330922/tolerance/versions/1/tests")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        as(editor)
                .header("If-Match", as(editor).get(version).header("ETag"))
                .contentType(ContentType.JSON)
                .body(tests)
                .put(version + "/tests")
                .then()
                .statusCode(200)
                .body("tests.failed", equalTo(0));
        get(editor, version + "/tests");
        as(editor).post(version + "/tests/run").then().statusCode(200);
        get(editor, version + "/analysis");
        desk(editor, version, "submission", Map.of("note", "照县办法,专用于重大项目建设"));
        desk(approver, version, "return", Map.of("remarks", "请补充与县办法的差异说明"));
        desk(
                editor,
                version,
                "submission",
                Map.of(
                        "note",
                        "与县办法相同",
                        "reasons",
                        List.of(Map.of("gate", "row-untested", "subject", "tolerability", "reason", "条文照录,县办法已测"))));
        theImpactIsKnown(editor, version + "/replays");
        get(approver, version + "/approval");
        desk(approver, version, "approval", Map.of("effectiveFrom", tomorrow(), "note", "同意"));
        desk(approver, version, "withdrawal", Map.of("reasons", "待省条例出台后再议"));
        get(editor, "/api/v1/policies/330922/project-tolerance/ledger?limit=3");
        get(editor, "/api/v1/policies/330922/project-tolerance/ledger/verification");
    }

    /** A replay that is finished, and another that is cancelled before anybody runs it. */
    private static void theImpactIsKnown(String editor, String replays) {
        PastEvaluations.record();
        post(editor, replays, Map.of("field", "重大项目建设", "conductFrom", "2016-01-01", "parts", 1))
                .statusCode(202);
        var id = post(editor, replays, Map.of()).statusCode(202).extract().<String>path("id");
        for (int tried = 0; tried < 500 && !PastEvaluations.finished(id); tried++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        as(editor).get(replays + "/" + id).then().statusCode(200).body("status", equalTo("FINISHED"));
        get(editor, replays + "?limit=1");
        get("inspector.330922", replays + "/" + id + "/cases?limit=1");
        as(editor)
                .post(replays + "/" + PastEvaluations.waitingLike(id) + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
    }

    @Test
    void historyAndRepealAnswer() throws IOException {
        var editor = "policy-editor.330900";
        var approver = "policy-approver.330900";
        post(
                        "administrator.000000",
                        "/api/v1/jurisdictions",
                        Map.of(
                                "code", "330900102",
                                "nameZh", "演示历史区",
                                "nameEn", "Demo zone of history",
                                "parent", "330900",
                                "casePrefix", "史"))
                .statusCode(201);
        post(
                        editor,
                        "/api/v1/policies",
                        Map.of(
                                "jurisdiction", "330900102",
                                "name", "statute",
                                "kind", "STATUTE",
                                "titleZh", "演示条例",
                                "titleEn", "Demo statute",
                                "visibility", "PUBLIC"))
                .statusCode(201);
        var book = "/api/v1/policies/330900102/statute";
        as(editor)
                .contentType(ContentType.XML)
                .body(Files.readAllBytes(Path.of("src/main/resources/openapi/examples/createDraft.request.xml")))
                .post(book + "/versions")
                .then()
                .statusCode(201);
        desk(editor, book + "/versions/1", "submission", Map.of("note", "2018 年公布的文本"));
        desk(
                approver,
                book + "/versions/1",
                "import",
                Map.of(
                        "effectiveFrom", "2018-01-01",
                        "note", "演示区公告 2018 年第 1 号",
                        "reasons",
                                List.of(Map.of(
                                        "gate", "row-untested", "subject", "tolerability", "reason", "历史文本,逐条核对"))));
        desk(approver, book, "repeals", Map.of("effectiveFrom", tomorrow(), "reasons", "上位法已有规定"));
        get(editor, book + "/repeals");
        desk(approver, book, "repeals/withdrawal", Map.of("reasons", "上位法推迟施行"));
    }

    private static void desk(String login, String address, String act, Object body) {
        as(login)
                .header("If-Match", as(login).get(address).then().extract().header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(address + "/" + act)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private static String tomorrow() {
        return LocalDate.now(Clocks.SHANGHAI).plusDays(1).toString();
    }

    private static void get(String login, String path) {
        as(login).get(path).then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse post(String login, String path, Object body) {
        return request(login).body(body).post(path).then();
    }

    private static RequestSpecification request(String login) {
        return as(login).contentType(ContentType.JSON);
    }
}
