package org.rongcuo;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.etag;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
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
