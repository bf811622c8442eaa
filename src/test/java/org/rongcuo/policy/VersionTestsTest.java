package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Tests live with the version: both forms, the run at every save, row coverage. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class VersionTestsTest {
    private static final TestBook EXEMPTS = TestBook.saying("免责");

    @Test
    void theSeedBooksTestsAreReadInBothFormsAndRun() {
        var version = PolicyDraftTest.versions("330922/tolerance") + "/1";
        var cases = given().get(version + "/tests")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("cases[0].facts.privateGain", equalTo("无"))
                .extract()
                .jsonPath()
                .getList("cases")
                .size();
        var xml =
                given().accept("application/xml").get(version + "/tests").then().statusCode(200);
        xml.contentType(startsWith("application/xml"));
        assertEquals(cases, xml.extract().asString().split("<testCase ").length - 1);
        Office.as("applicant.330922")
                .post(version + "/tests/run")
                .then()
                .statusCode(200)
                .body("passed", equalTo(cases))
                .body("failed", equalTo(0))
                .body("coverage.uncovered", empty())
                .body("cases[0].rows.find { it.effective }.row", containsString("_"));
        given().get(version).then().body("tests.cases", equalTo(cases)).body("tests.failed", equalTo(0));
    }

    @Test
    void aRunTellsExpectedAndActualAndTheRowsHit() {
        var version = Desk.draft(Desk.book(), EXEMPTS);
        Desk.saveTests(version, Map.of("cases", List.of(Desk.testCase("heavier", "有", "减责"))))
                .then()
                .statusCode(200);
        Office.as(Desk.EDITOR)
                .post(version + "/tests/run")
                .then()
                .statusCode(200)
                .body("cases[0].outcome", equalTo("FAILED"))
                .body("cases[0].results[0].expected", equalTo("减责"))
                .body("cases[0].results[0].actual", equalTo("免责"))
                .body("cases[0].rows.row", hasItem("tolerability_r1"))
                .body("coverage.uncovered.row", containsInAnyOrder("bottomLine_r1", "tolerability_r2", "effects_r0"));
    }

    @Test
    void testsThatTheModelDoesNotKnowAreRefusedAllAtOnce() {
        var version = Desk.draft(Desk.book(), EXEMPTS);
        var before = Office.as(Desk.EDITOR).get(version + "/tests").asString();
        Desk.saveTests(
                        version,
                        Map.of(
                                "cases",
                                List.of(
                                        Map.of(
                                                "id", "a",
                                                "facts", Map.of("givn", "有"),
                                                "expected", Map.of("tolerabilty", "免责")),
                                        Map.of("facts", Map.of("given", "有")))))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/cases/0/facts/givn"))
                .body("violations.pointer", hasItem("/cases/0/expected/tolerabilty"))
                .body("violations.pointer", hasItem(startsWith("/cases/1")));
        xml(version, "<!DOCTYPE a [<!ENTITY b 'c'>]><testCases/>").then().statusCode(422);
        xml(version, "<testCases").then().statusCode(422);
        xml(version, "").then().statusCode(422);
        assertEquals(before, Office.as(Desk.EDITOR).get(version + "/tests").asString());
    }

    @Test
    void testsGoWithTheBookAndFollowARenamedItem() {
        var book = Desk.book();
        Desk.imported(book, EXEMPTS, java.time.LocalDate.of(2024, 1, 1));
        var next = Office.as(Desk.EDITOR)
                .post(PolicyDraftTest.versions(book))
                .then()
                .statusCode(201)
                .body("tests.cases", equalTo(2))
                .extract()
                .<Integer>path("number");
        var version = PolicyDraftTest.versions(book) + "/" + next;
        var renamed = new String(EXEMPTS.xml(), StandardCharsets.UTF_8)
                .replace("name=\"给定\"", "name=\"是否给定\"")
                .replace("<text>给定</text>", "<text>是否给定</text>");
        PolicyDraftTest.saveAs(Desk.EDITOR, version, Desk.etag(version), renamed.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("tests.cases", equalTo(2))
                .body("tests.errors", equalTo(0))
                .body("tests.failed", equalTo(0));
        var text = Office.as(Desk.EDITOR)
                .accept("application/xml")
                .get(version + "/tests")
                .asString();
        assertTrue(text.contains("是否给定"), text);
        xml(version, text).then().statusCode(200).body("tests.cases", equalTo(2));
        Office.as(Desk.EDITOR)
                .get(version + "/tests")
                .then()
                .body("cases.id", contains("given", "not-given"))
                .body("cases", hasSize(2));
    }

    @Test
    void onlyADraftsTestsChangeAndOnlyFromWhatWasRead() {
        var version = Desk.draft(Desk.book(), EXEMPTS);
        var stale = Desk.etag(version);
        Desk.saveTests(version, Desk.tests(EXEMPTS)).then().statusCode(200);
        Office.as(Desk.EDITOR)
                .header("If-Match", stale)
                .contentType("application/json")
                .body(Desk.tests(EXEMPTS))
                .put(version + "/tests")
                .then()
                .statusCode(412)
                .body("changes.type", hasItem("org.rongcuo.policy.tests-saved"));
        Desk.act(Desk.EDITOR, version, "submission", Map.of()).then().statusCode(200);
        Desk.saveTests(version, Desk.tests(EXEMPTS)).then().statusCode(409).body("code", equalTo("not-a-draft"));
    }

    private static Response xml(String version, String text) {
        return Office.as(Desk.EDITOR)
                .header("If-Match", Desk.etag(version))
                .contentType("application/xml")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put(version + "/tests");
    }
}
