package org.rongcuo.policy;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.Office;
import org.rongcuo.shared.Clocks;

/** The policy desk as tests see it: versions of books brought to a situation by real acts. */
final class Desk {
    /** A county of its own, under no TOLERANCE book: its books bear on nobody else's cases, and vary nothing. */
    static final String PLACE = "330998";

    static final String EDITOR = "policy-editor.330900";
    static final String APPROVER = "policy-approver.330900";

    private Desk() {}

    /** Today in Shanghai by the true clock. */
    static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    /** A book without a version. */
    static String book() {
        return book(PLACE);
    }

    /** A book without a version, of a county or of a town in it. */
    static String book(String place) {
        var county = place.length() == 6;
        var added = Office.as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "code",
                        place,
                        "nameZh",
                        "演示" + place,
                        "nameEn",
                        "Demo " + place,
                        "parent",
                        county ? "330000" : place.substring(0, 6),
                        "casePrefix",
                        "演" + place.substring(place.length() - 3)))
                .post("/api/v1/jurisdictions")
                .then()
                .statusCode(anyOf(equalTo(201), equalTo(409)))
                .extract()
                .statusCode();
        if (county && added == 201) {
            grant(place, EDITOR, "POLICY_EDITOR");
            grant(place, APPROVER, "POLICY_APPROVER");
            grant(place, APPROVER + "-2", "POLICY_APPROVER");
        }
        return Office.as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "jurisdiction", place,
                        "name", "t-" + UUID.randomUUID(),
                        "kind", "TOLERANCE",
                        "titleZh", "测试办法",
                        "titleEn", "Test book",
                        "lenityMode", "TWO_DATE",
                        "lenityBasis", "测试",
                        "visibility", "PUBLIC"))
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("policy");
    }

    /** An organ of the county, whose policy staff work on its books. */
    static String office() {
        book();
        return Office.as("administrator.000000")
                .get("/api/v1/organs?jurisdiction=" + PLACE)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static void grant(String place, String login, String role) {
        var admin = "administrator.000000";
        var organ = Office.as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("jurisdiction", place, "kind", "POLICY", "name", login))
                .post("/api/v1/organs")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Office.as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("person", Office.person(login), "organ", organ, "role", role, "clearance", "RESTRICTED"))
                .post("/api/v1/assignments")
                .then()
                .statusCode(201);
    }

    static Response save(String login, String version, TestBook model) {
        return PolicyDraftTest.saveAs(login, version, etag(version), model.xml());
    }

    /** The names of the entries in the book's ledger chain, in order. */
    static List<String> ledger(String book) {
        return Office.as(EDITOR)
                .get("/api/v1/policies/" + book + "/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.type")
                .stream()
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    /** A draft of a new version of the book, with tests that hit every row; its address. */
    static String draft(String book, TestBook model) {
        var number = PolicyDraftTest.upload(EDITOR, book, model.xml())
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        var version = PolicyDraftTest.versions(book) + "/" + number;
        saveTests(version, tests(model)).then().statusCode(200);
        return version;
    }

    /** Test cases that hit every row of a test book. */
    static Map<String, Object> tests(TestBook model) {
        return Map.of(
                "cases", List.of(testCase("given", "有", model.word()), testCase("not-given", "无", model.otherwise())));
    }

    static Map<String, Object> testCase(String id, String given, String word) {
        return Map.of(
                "id",
                id,
                "description",
                "给定为" + given,
                "facts",
                Map.of("given", given),
                "expected",
                Map.of("tolerability", word));
    }

    static Response saveTests(String version, Object tests) {
        return Office.as(EDITOR)
                .header("If-Match", etag(version))
                .contentType(ContentType.JSON)
                .body(tests)
                .put(version + "/tests");
    }

    static String etag(String version) {
        return Office.as(EDITOR).get(version).then().statusCode(200).extract().header("ETag");
    }

    static Response act(String login, String version, String act, Object body) {
        return act(login, version, etag(version), act, body);
    }

    static Response act(String login, String version, String etag, String act, Object body) {
        return Office.as(login)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post(version + "/" + act);
    }

    /** Has the version's content replayed over past cases, without which it is not approved. */
    static void replay(String version) {
        var asked = Office.as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(version + "/replays")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var address = asked.substring(asked.indexOf("/api/"));
        for (int tried = 0; tried < 500; tried++) {
            if ("FINISHED".equals(Office.as(EDITOR).get(address).path("status"))) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        throw new AssertionError(Office.as(EDITOR).get(address).asString());
    }

    /** A version that lies with the approver; its impact is known. */
    static String inReview(String book, TestBook model) {
        var version = draft(book, model);
        act(EDITOR, version, "submission", Map.of("note", "测试")).then().statusCode(200);
        replay(version);
        return version;
    }

    static Response approve(String version, LocalDate from) {
        return act(APPROVER, version, "approval", Map.of("effectiveFrom", from.toString()));
    }

    /** A version approved for a date to come. */
    static String approved(String book, TestBook model, LocalDate from) {
        var version = inReview(book, model);
        approve(version, from).then().statusCode(200);
        return version;
    }

    /** A version of history, in force from a date past. */
    static String imported(String book, TestBook model, LocalDate from) {
        var version = inReview(book, model);
        act(APPROVER, version, "import", Map.of("effectiveFrom", from.toString(), "note", "县委办公告"))
                .then()
                .statusCode(200);
        return version;
    }
}
