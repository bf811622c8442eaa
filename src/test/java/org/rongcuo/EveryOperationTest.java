package org.rongcuo;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.etag;

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

/** Calls every operation once as the person it is for; the contract's examples are recorded from these calls. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationTest {
    private static final String CASES = "/api/v1/cases";

    @Test
    void administrationAnswers() {
        Office.anonymous().get("/api/v1/login").then().statusCode(200);
        get("administrator.000000", "/api/v1/jurisdictions");
        post(
                        "administrator.000000",
                        "/api/v1/jurisdictions",
                        Map.of(
                                "code", "330900101",
                                "nameZh", "演示功能区",
                                "nameEn", "Demo zone",
                                "parent", "330900",
                                "casePrefix", "演"))
                .statusCode(201);
        get("handler.330922", "/api/v1/organs?jurisdiction=330922");
        var organ = post(
                        "administrator.000000",
                        "/api/v1/organs",
                        Map.of("jurisdiction", "330900101", "kind", "UNIT", "name", "演示·功能区管委会"))
                .statusCode(201)
                .extract()
                .path("id");
        get("handler.330922", "/api/v1/me");
        get("handler.330922", "/api/v1/persons?limit=2");
        var person = post(
                        "administrator.000000",
                        "/api/v1/persons",
                        Map.of("name", "演示·申请人丙", "organ", organ, "issuer", "basic", "subject", "applicant.330900101"))
                .statusCode(201)
                .extract()
                .path("id");
        var assignment = post(
                        "administrator.000000",
                        "/api/v1/assignments",
                        Map.of(
                                "person", person,
                                "organ", organ,
                                "role", "APPLICANT",
                                "clearance", "INTERNAL",
                                "validFrom", "2026-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
        get("administrator.000000", "/api/v1/assignments?limit=2");
        post("administrator.000000", "/api/v1/assignments/" + assignment + "/end", Map.of("lastDay", "2099-12-31"))
                .statusCode(200);
        get("administrator.000000", "/problems");
        get("administrator.000000", "/problems/invalid");
    }

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

    @Test
    void calendarsAnswer() {
        get("applicant.330922", "/api/v1/calendars");
        get("applicant.330922", "/api/v1/calendars/2026");
        request("administrator.000000")
                .body(Map.of(
                        "source",
                        "示例:国务院办公厅关于2099年部分节假日安排的通知",
                        "holidays",
                        List.of(Map.of("name", "元旦", "from", "2099-01-01", "to", "2099-01-03")),
                        "worked",
                        List.of("2099-01-04")))
                .put("/api/v1/calendars/2099")
                .then()
                .statusCode(200);
    }

    @Test
    void listsTasksAndDocumentsAnswer() {
        get("applicant.330922", "/api/v1/checklists?jurisdiction=330922&field=重大项目建设&on=2026-04-15");
        var policies = "/api/v1/policies/330922/";
        var open = new java.util.HashMap<String, Object>(Map.of(
                "jurisdiction", "330922",
                "name", "reviewed-procedure",
                "kind", "PROCEDURE",
                "titleZh", "嵊泗县容错办理程序",
                "titleEn", "Shengsi procedure",
                "visibility", "PUBLIC"));
        open.put("reviewBy", LocalDate.now(Clocks.SHANGHAI).toString());
        post("policy-editor.330922", "/api/v1/policies", open).statusCode(201);
        var tag =
                as("policy-editor.330922").get(policies + "reviewed-procedure").header("ETag");
        request("policy-editor.330922")
                .header("If-Match", tag)
                .body(Map.of(
                        "finding",
                        "对照上级文件,条款仍适用",
                        "nextReviewBy",
                        LocalDate.now(Clocks.SHANGHAI).plusYears(1).toString()))
                .post(policies + "reviewed-procedure/reviews")
                .then()
                .statusCode(200);
        var document = post(
                        "policy-editor.330922",
                        "/api/v1/superior-documents",
                        Map.of(
                                "title", "关于进一步激励干部担当作为的实施意见",
                                "issuer", "省委办公厅(示例)",
                                "number", "示例〔2026〕1号",
                                "issuedOn", "2026-05-01",
                                "summary", "细化容错情形",
                                "books", List.of("330922/reviewed-procedure")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        get("policy-editor.330922", "/api/v1/superior-documents?limit=2");
        get("policy-editor.330922", "/api/v1/superior-documents/" + document);
        get("policy-editor.330922", "/api/v1/tasks?limit=2&state=OPEN&kind=SUPERIOR_DOCUMENT");
        var task = as("policy-editor.330922")
                .get("/api/v1/tasks?limit=200&state=OPEN")
                .<String>path("items.find { it.reference == '" + document + "' }.id");
        post("policy-editor.330922", "/api/v1/tasks/" + task + "/completion", Map.of("remark", "已复核,办法无须修改"))
                .statusCode(200);
    }

    @Test
    void casesAnswer() {
        var applicant = "applicant.330922";
        var id = post(applicant, CASES, Office.openCase("330922", applicant))
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(applicant)
                .header("If-Match", etag(applicant, id))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "field", "重大项目建设",
                        "title", "外岛撬装式加油试点",
                        "summary", "先行先试撬装式加油,设备选型失误造成损失,已及时更换。",
                        "conduct", Map.of("from", "2026-03-01", "to", "2026-04-15")))
                .put(CASES + "/" + id)
                .then()
                .statusCode(200);
        act(applicant, id, "subjects", Map.of("organ", Office.organ(applicant), "status", "UNIT"))
                .then()
                .statusCode(200);
        get(applicant, CASES + "/" + id);
        get(applicant, CASES + "/" + id + "/acts");
        get(applicant, CASES + "?status=DRAFT&limit=2");
        var document = as(applicant)
                .multiPart("title", "会议纪要")
                .multiPart("file", "纪要.txt", "局党组会议纪要:同意先行先试。".getBytes(StandardCharsets.UTF_8))
                .post(CASES + "/" + id + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        get(applicant, CASES + "/" + id + "/documents");
        get(applicant, CASES + "/" + id + "/documents/" + document);
        as(applicant)
                .get(CASES + "/" + id + "/documents/" + document + "/content")
                .then()
                .statusCode(200);
        act(applicant, id, "application", Map.of("statement", "申请容错免责")).then().statusCode(200);
        var handler = "handler.330922";
        act(
                        handler,
                        id,
                        "supplements",
                        Map.of(
                                "wanted", List.of("设备采购合同"),
                                "due",
                                        LocalDate.now(Clocks.SHANGHAI)
                                                .plusDays(10)
                                                .toString()))
                .then()
                .statusCode(200);
        act(applicant, id, "supplement-responses", Map.of("statement", "已补交", "documents", List.of(document)))
                .then()
                .statusCode(200);
        act(handler, id, "acceptance", Map.of("accepted", true)).then().statusCode(200);
        List<String> subjects = as(handler).get(CASES + "/" + id).path("subjects.id");
        for (var subject : subjects) {
            var sheet = CASES + "/" + id + "/checklists/" + subject;
            get(handler, sheet);
            as(handler)
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "answers",
                            Map.of(
                                    "privateGain",
                                    Map.of("value", "无", "evidence", List.of(document), "note", "核查资金往来"))))
                    .put(sheet)
                    .then()
                    .statusCode(200);
            var facts = Office.exemptFacts();
            if (!subject.equals(subjects.get(0))) {
                facts.keySet().removeAll(List.of("recordedObjection", "superiorOrder"));
            }
            Office.answer(handler, id, subject, facts).then().statusCode(200);
            var evaluation = Office.evaluate(handler, id, subject).getString("id");
            get(handler, sheet + "/evaluations");
            get(handler, sheet + "/evaluations/" + evaluation);
            get(handler, sheet + "/evaluations/" + evaluation + "/explanation");
            Office.investigated(handler, id);
            act("decider.330922", id, "determinations", Office.determination(subject, evaluation, "EXEMPT"))
                    .then()
                    .statusCode(201);
            get(handler, CASES + "/" + id + "/determinations");
        }
        for (var subject : subjects) {
            act(
                            handler,
                            id,
                            "feedback",
                            Map.of(
                                    "subject",
                                    subject,
                                    "deliveredOn",
                                    LocalDate.now(Clocks.SHANGHAI).toString(),
                                    "method",
                                    "IN_PERSON",
                                    "remedies",
                                    "如不服,可自收到之日起一个月内申请复审"))
                    .then()
                    .statusCode(201);
        }
        get(handler, CASES + "/" + id + "/feedback");
        get(handler, CASES + "/" + id + "/ledger?limit=2");
        get(handler, CASES + "/" + id + "/ledger/verification");
        get("inspector.330922", "/api/v1/ledger/verification");
    }

    @Test
    void theOtherActsAnswer() {
        var id = Office.anApplication("330922");
        as("handler.330922")
                .header("If-Match", etag("handler.330922", id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", List.of(Office.person("handler.330922"), Office.person("decider.330922"))))
                .put(CASES + "/" + id + "/team")
                .then()
                .statusCode(200);
        act("applicant.330922", id, "withdrawal", Map.of("reasons", "已自行纠正"))
                .then()
                .statusCode(200);
        var second = Office.anApplication("330922");
        act(
                        "handler.330922",
                        second,
                        "assignments",
                        Map.of("organ", Office.organ("handler.330900"), "reasons", "涉及市级项目"))
                .then()
                .statusCode(200);
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
