package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Clocks;

/** What stands before an approval (policy-contract "Versions"), and which of it a reason in writing lifts. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ApprovalGatesTest {
    private static final TestBook EXEMPTS = TestBook.saying("免责");

    @Test
    void everyRowIsHitByATestOrThereIsAReason() {
        var version = uploaded(Desk.book(), EXEMPTS.xml());
        submit(version, List.of());
        Office.as(Desk.APPROVER)
                .get(version + "/approval")
                .then()
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("conditions.gate", everyItem(equalTo("row-untested")))
                .body(
                        "conditions.subject",
                        containsInAnyOrder("bottomLine_r1", "tolerability_r1", "tolerability_r2", "effects_r0"))
                .body("conditions.excusable", everyItem(equalTo(true)));
        approve(version, List.of(reason("row-untested", "tolerability")))
                .then()
                .statusCode(409)
                .body("code", equalTo("approval-blocked"))
                .body("violations.pointer", containsInAnyOrder("/bottomLine_r1", "/effects_r0"));
        approve(
                        version,
                        List.of(
                                reason("row-untested", "tolerability"),
                                reason("row-untested", "bottomLine_r1"),
                                reason("row-untested", "effects_r0")))
                .then()
                .statusCode(200)
                .body("reasons.subject", contains("tolerability", "bottomLine_r1", "effects_r0"));
    }

    @Test
    void aTestThatFailsIsNotExcused() {
        var version = Desk.draft(Desk.book(), EXEMPTS);
        Desk.saveTests(
                        version,
                        Map.of("cases", List.of(Desk.testCase("one", "有", "减责"), Desk.testCase("two", "无", "不予容错"))))
                .then()
                .statusCode(200)
                .body("tests.cases", equalTo(2))
                .body("tests.failed", equalTo(1))
                .body("tests.covered", equalTo(4));
        submit(version, List.of(reason("test-failed", "one")));
        approve(version, List.of(reason("test-failed", "one")))
                .then()
                .statusCode(409)
                .body("violations.code", contains("test-failed"))
                .body("violations.pointer", contains("/one"));
    }

    @Test
    void aBookThatContradictsItselfIsNotApproved() {
        var text = new String(EXEMPTS.xml(), StandardCharsets.UTF_8);
        var contradicts = text.replace(
                "<rule id=\"tolerability_r2\"><inputEntry id=\"tolerability_r2_c\"><text>\"无\"",
                "<rule id=\"tolerability_r2\"><inputEntry id=\"tolerability_r2_c\"><text>\"有\"");
        var version = uploaded(Desk.book(), contradicts.getBytes(StandardCharsets.UTF_8));
        submit(version, allUntested());
        Office.as(Desk.EDITOR)
                .get(version + "/analysis")
                .then()
                .statusCode(200)
                .body("findings.code", containsInAnyOrder("duplicate-row", "gap"))
                .body("tables.find { it.decision == 'tolerability' }.proof", equalTo("FINDINGS"))
                .body("tables.find { it.decision == 'effects' }.proof", equalTo("PROVEN"));
        approve(version, allUntested()).then().statusCode(409).body("violations.code", contains("analysis"));
    }

    @Test
    void aTableThatIsNotProvenNeedsAReasonInWriting() {
        var text = new String(EXEMPTS.xml(), StandardCharsets.UTF_8);
        var unproven = text.replace(
                "<rule id=\"tolerability_r2\"><inputEntry id=\"tolerability_r2_c\"><text>\"无\"",
                "<rule id=\"tolerability_r2\"><inputEntry id=\"tolerability_r2_c\"><text>? = \"无\"");
        var version = uploaded(Desk.book(), unproven.getBytes(StandardCharsets.UTF_8));
        Desk.saveTests(version, Desk.tests(EXEMPTS)).then().statusCode(200).body("tests.failed", equalTo(0));
        submit(version, List.of());
        approve(version, List.of())
                .then()
                .statusCode(409)
                .body("violations.code", contains("not-proven"))
                .body("violations.pointer", contains("/tolerability"));
        approve(version, List.of(reason("not-proven", "tolerability"))).then().statusCode(200);
    }

    @Test
    void aBookBelowThatWouldNoLongerFitIsAcknowledged() {
        var county = Desk.book("330997");
        var town = Desk.book("330997101");
        var wider = new String(EXEMPTS.xml(), StandardCharsets.UTF_8)
                .replace("\"有\",\"无\"", "\"有\",\"无\",\"不详\"")
                .replace("_c\"><text>\"无\"", "_c\"><text>\"无\",\"不详\"")
                .replace("id=\"given\"", "id=\"town\"")
                .replace("#given", "#town");
        var below = uploaded(town, wider.getBytes(StandardCharsets.UTF_8));
        submit(below, allUntested());
        Desk.act(Desk.APPROVER, below, "import", Map.of("effectiveFrom", "2024-01-01", "note", "镇政府公告"))
                .then()
                .statusCode(200);
        var above = new String(EXEMPTS.xml(), StandardCharsets.UTF_8)
                .replace("id=\"given\"", "id=\"town\"")
                .replace("#given", "#town");
        var version = uploaded(county, above.getBytes(StandardCharsets.UTF_8));
        submit(version, allUntested());
        approve(version, List.of())
                .then()
                .statusCode(409)
                .body("violations.code", contains("children"))
                .body("violations.pointer", contains("/" + town));
        approve(version, List.of(reason("children", town))).then().statusCode(200);
        // The other way round there is no excuse.
        Desk.act(Desk.APPROVER, version, "withdrawal", Map.of("reasons", "测试"))
                .then()
                .statusCode(200);
        var history = uploaded(
                version.replaceAll(".*/policies/(.*)/versions/.*", "$1"), above.getBytes(StandardCharsets.UTF_8));
        submit(history, allUntested());
        Desk.act(
                        Desk.APPROVER,
                        history,
                        "import",
                        Map.of(
                                "effectiveFrom",
                                "2024-01-01",
                                "note",
                                "县政府公告",
                                "reasons",
                                List.of(reason("children", town))))
                .then()
                .statusCode(200);
        PolicyDraftTest.upload(Desk.EDITOR, town, wider.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("vocabulary-widened"));
    }

    @Test
    void nothingStandsAgainstASoundVersion() {
        var version = Desk.inReview(Desk.book(), EXEMPTS);
        Office.as(Desk.APPROVER)
                .get(version + "/approval")
                .then()
                .body("ready", equalTo(true))
                .body("conditions", empty());
        Desk.approve(version, LocalDate.now(Clocks.SHANGHAI).plusDays(2))
                .then()
                .statusCode(200)
                .body("reasons", empty());
    }

    private static String uploaded(String book, byte[] model) {
        var number = PolicyDraftTest.upload(Desk.EDITOR, book, model)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        return PolicyDraftTest.versions(book) + "/" + number;
    }

    private static void submit(String version, List<Map<String, String>> reasons) {
        Desk.act(Desk.EDITOR, version, "submission", Map.of("reasons", reasons))
                .then()
                .statusCode(200);
        Desk.replay(version);
    }

    private static Response approve(String version, List<Map<String, String>> reasons) {
        return Office.as(Desk.APPROVER)
                .header("If-Match", Desk.etag(version))
                .contentType(ContentType.JSON)
                .body(Map.of("effectiveFrom", Desk.today().plusDays(1).toString(), "reasons", reasons))
                .post(version + "/approval");
    }

    private static List<Map<String, String>> allUntested() {
        return List.of(
                reason("row-untested", "tolerability"),
                reason("row-untested", "bottomLine"),
                reason("row-untested", "effects"));
    }

    private static Map<String, String> reason(String gate, String subject) {
        return Map.of("gate", gate, "subject", subject, "reason", "条文照录,待补测试");
    }
}
