package org.rongcuo.policy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.policy.ApprovalGate.Blocker;

/** A variant is held against the books above it before it is approved, and the books below against their parent. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ConformanceGateTest {
    private static final String COUNTY = "330922/tolerance";
    private static final String CITY = "330900/tolerance";
    private static final String EDITOR = "policy-editor.330922";

    private final StoredBooks books;
    private final PolicyVersions versions;
    private final Assessments assessments;
    private final ConformanceGate gate;

    ConformanceGateTest(StoredBooks books, PolicyVersions versions, Assessments assessments, ConformanceGate gate) {
        this.books = books;
        this.versions = versions;
        this.assessments = assessments;
        this.gate = gate;
    }

    /** A draft of the book with a text replaced; its address. */
    private static String draft(String login, String book, String regex, String replacement) {
        var model = Office.as(login)
                .get(PolicyDraftTest.versions(book) + "/1/model")
                .asString();
        var changed = model.replaceAll(regex, replacement);
        assertNotEquals(model, changed, "a change is a change");
        var number = PolicyDraftTest.upload(login, book, changed.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        return PolicyDraftTest.versions(book) + "/" + number;
    }

    private static JsonPath approval(String login, String version) {
        return Office.as(login)
                .get(version + "/approval")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What a version says on facts of which it asks some, by a trial. */
    private static JsonPath tried(String login, String version, Map<String, Object> facts) {
        var asked = new HashMap<>(facts);
        asked.keySet()
                .retainAll(Office.as(login)
                        .get(version + "/checklist")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("item"));
        return Office.as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("facts", asked))
                .post(version + "/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void isTrue(String login, JsonPath approval, String gate, String variant, String parent) {
        var path = "conditions.find { it.gate == '" + gate + "' }.";
        var facts = approval.<String, Object>getMap(path + "counterExample.facts");
        var says = tried(login, variant, facts).getString("layer.word");
        assertEquals(approval.getString(path + "counterExample.says"), says);
        assertTrue(List.of("免责", "减责", "提请会商").contains(says), says);
        var above = tried(login, parent, facts);
        assertEquals(approval.getString(path + "counterExample.parentSays"), above.getString("layer.word"));
        assertEquals(
                approval.getList(path + "counterExample.rows.row"),
                above.getList("layer.decisions.find { it.id == 'bottomLine' }.rows.id"));
        assertFalse(approval.getList(path + "counterExample.rows.row").isEmpty());
        for (var item : approval.<String>getList(path + "counterExample.deciding")) {
            assertTrue(facts.containsKey(item));
        }
    }

    @Test
    void aBottomLineRemovedIsRefusedWithATrueCounterExample() {
        var version = draft(EDITOR, COUNTY, "(?s)<rule id=\"bottomLine_r11\".*?</rule>", "");
        var approval = approval(EDITOR, version);
        assertFalse(approval.getBoolean("ready"));
        var path = "conditions.find { it.gate == 'parent-bottom-line-loosened' }.";
        assertEquals(CITY, approval.getString(path + "subject"));
        assertFalse(approval.getBoolean(path + "excusable"));
        assertEquals("免责", approval.getString(path + "counterExample.says"));
        assertEquals(CITY + "@1", approval.getString(path + "counterExample.parent"));
        assertEquals(List.of("bottomLine_r11"), approval.getList(path + "counterExample.rows.row"));
        assertEquals(List.of("fraud"), approval.getList(path + "counterExample.deciding"));
        assertEquals(
                "在以下情形,《舟山市容错免责认定》(330900/tolerance@1)触及底线,得出“不予容错”,本版得出“免责”:弄虚作假=是(其余事实见反例)",
                approval.getString(path + "message"));
        isTrue(EDITOR, approval, "parent-bottom-line-loosened", version, PolicyDraftTest.versions(CITY) + "/1");
        // No reason in writing lifts it.
        var reason = Map.of("gate", "parent-bottom-line-loosened", "subject", CITY, "reason", "县情特殊");
        Desk.act(EDITOR, version, "submission", Map.of("reasons", List.of(reason)))
                .then()
                .statusCode(200);
        Desk.act(
                        "policy-approver.330922",
                        version,
                        "approval",
                        Map.of("effectiveFrom", Desk.today().plusDays(1).toString()))
                .then()
                .statusCode(409)
                .body("violations.code", hasItem("parent-bottom-line-loosened"))
                .body("violations.message", hasItem(containsString("弄虚作假=是")));
        Desk.act(EDITOR, version, "withdrawal", Map.of("reasons", "测试")).then().statusCode(200);
    }

    @Test
    void aBottomLineNarrowedIsRefusedWithATrueCounterExample() {
        var version = draft(EDITOR, COUNTY, "(id=\"bottomLine_r1_c1\">\\s*<text>)not\\(\"无\"\\)", "$1\"为个人\"");
        var approval = approval(EDITOR, version);
        var path = "conditions.find { it.gate == 'parent-bottom-line-loosened' }.";
        assertEquals(List.of("privateGain"), approval.getList(path + "counterExample.deciding"));
        assertTrue(List.of("为他人", "为单位").contains(approval.getString(path + "counterExample.facts.privateGain")));
        isTrue(EDITOR, approval, "parent-bottom-line-loosened", version, PolicyDraftTest.versions(CITY) + "/1");
    }

    @Test
    void aStricterBookPasses() {
        for (var change : List.of(
                // A bottom line more, and one that is wider.
                new String[] {
                    "(?s)<rule id=\"bottomLine_r9\"(.*?)</rule>",
                    "<rule id=\"bottomLine_r9\"$1</rule><rule id=\"bottomLine_more\"" + "$1</rule>"
                },
                new String[] {"(id=\"bottomLine_r15_c16\">\\s*<text>)\"无\"", "$1-"})) {
            var model = Office.as(EDITOR)
                    .get(PolicyDraftTest.versions(COUNTY) + "/1/model")
                    .asString();
            var changed = model.replaceAll(change[0], change[1]);
            assertNotEquals(model, changed);
            var more = changed.indexOf("<rule id=\"bottomLine_more\"");
            if (more > 0) {
                var end = changed.indexOf("</rule>", more);
                changed = changed.substring(0, more)
                        + changed.substring(more, end)
                                .replace("bottomLine_r9_", "bottomLine_more_")
                                .replace("\"处置不力\"", "\"发生但处置得力\"")
                        + changed.substring(end);
            }
            var number = PolicyDraftTest.upload(EDITOR, COUNTY, changed.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<Integer>path("number");
            Office.as(EDITOR)
                    .get(PolicyDraftTest.versions(COUNTY) + "/" + number + "/approval")
                    .then()
                    .statusCode(200)
                    .body("conditions.gate", not(hasItem("parent-bottom-line-loosened")))
                    .body("conditions.gate", not(hasItem("entitlement-cut")))
                    .body("conditions.gate", not(hasItem("conformance-not-proven")));
        }
    }

    @Test
    void aParentsNewBottomLineListsTheChildren() {
        var editor = "policy-editor.330900";
        var version = draft(editor, CITY, "(id=\"bottomLine_r9_c9\">\\s*<text>)\"处置不力\"", "$1\"处置不力\",\"发生但处置得力\"");
        var approval = approval(editor, version);
        var path = "conditions.find { it.gate == 'child-not-conforming' }.";
        assertEquals(COUNTY, approval.getString(path + "subject"));
        assertTrue(approval.getBoolean(path + "excusable"));
        assertEquals(COUNTY + "@1", approval.getString(path + "counterExample.variant"));
        assertEquals("发生但处置得力", approval.getString(path + "counterExample.facts.massIncident"));
        isTrue(editor, approval, "child-not-conforming", PolicyDraftTest.versions(COUNTY) + "/1", version);
    }

    @Test
    void whatCannotBeProvenIsExcusedInWriting() {
        var version = draft(EDITOR, COUNTY, "(id=\"minor_e3\"[^>]*>\\s*<text>)直接经济损失", "$1直接经济损失 * 2");
        var approval = approval(EDITOR, version);
        var path = "conditions.find { it.gate == 'conformance-not-proven' }.";
        assertEquals(CITY, approval.getString(path + "subject"));
        assertEquals(COUNTY, approval.getString(path + "within"));
        assertTrue(approval.getBoolean(path + "excusable"));
        assertFalse(approval.getBoolean(path + "lifted"));
        var reason = Map.of("gate", "conformance-not-proven", "subject", COUNTY, "reason", "底线各行照录市办法,已逐条核对");
        Desk.act(EDITOR, version, "submission", Map.of("reasons", List.of(reason)))
                .then()
                .statusCode(200);
        Office.as(EDITOR).get(version + "/approval").then().body(path + "lifted", equalTo(true));
        Desk.act(EDITOR, version, "withdrawal", Map.of("reasons", "测试")).then().statusCode(200);
    }

    @Test
    @TestTransaction
    void anEntitlementIsNotCutAndAFieldsBottomLineIsAcknowledged() {
        var city = books.book(StoredBooks.CITY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(city, TestBook.saying("免责"), "2020-01-01");
        books.inForce(books.statute("law", List.of(), List.of()), TestBook.statute("免责"), "2020-01-01");
        books.inForce(books.statute("audit-law", List.of("审计"), List.of()), TestBook.statute("免责"), "2020-01-01");
        var county = books.book(StoredBooks.COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.inForce(county, TestBook.saying("减责"), "2021-01-01");
        var blockers = blockers(versions.of(county, 1).orElseThrow());
        assertEquals(
                List.of("entitlement-cut 910100/law false"),
                blockers.stream().map(ConformanceGateTest::told).toList());
        var example = blockers.get(0).counterExample();
        assertEquals("减责", example.says());
        assertEquals("免责", example.parentSays());
        assertEquals("910100/tolerance@1", example.parent());
        assertEquals("910100/law@1", example.statute());
        assertEquals(Map.of("given", "有"), example.facts());
        // The other way round the county is a child.
        assertEquals(
                List.of("child-not-conforming 910121/tolerance true"),
                blockers(versions.of(city, 1).orElseThrow()).stream()
                        .map(ConformanceGateTest::told)
                        .toList());
        // A field's bottom line above a general book guards that field's matters only.
        books.inForce(
                books.book(StoredBooks.CITY, "audit", "审计", LenityMode.TWO_DATE),
                TestBook.saying("不予容错").hittingItsBottomLine(),
                "2020-01-01");
        assertEquals(
                List.of("parent-bottom-line-loosened 910100/audit true", "entitlement-cut 910100/law false"),
                blockers(versions.of(county, 1).orElseThrow()).stream()
                        .map(ConformanceGateTest::told)
                        .toList());
        var other = books.book(StoredBooks.COUNTY, "ecology", "生态环境", LenityMode.TWO_DATE);
        books.inForce(other, TestBook.saying("免责"), "2021-01-01");
        assertEquals(List.of(), blockers(versions.of(other, 1).orElseThrow()), "books of two fields never meet");
        var audit = books.book(StoredBooks.COUNTY, "audit", "审计", LenityMode.TWO_DATE);
        books.inForce(audit, TestBook.saying("免责"), "2021-01-01");
        assertEquals(
                List.of("parent-bottom-line-loosened 910100/audit false"),
                blockers(versions.of(audit, 1).orElseThrow()).stream()
                        .map(ConformanceGateTest::told)
                        .toList());
    }

    private static String told(Blocker blocker) {
        return blocker.gate() + " " + blocker.subject() + " " + blocker.excusable();
    }

    private List<Blocker> blockers(PolicyVersion version) {
        return gate.blockers(
                new ApprovalGate.Candidate(version, assessments.of(version), LocalDate.parse("2022-01-01"), false));
    }
}
