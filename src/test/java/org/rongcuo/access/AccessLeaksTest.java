package org.rongcuo.access;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Side doors to what one may not see: ids of another case, cursors, repeated keys, lists, verification. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class AccessLeaksTest {
    private static final String CASES = "/api/v1/cases/";
    private static final String HANDLER = "handler.330922";
    private static final String EDITOR = "policy-editor.330900";

    private static Response send(String login, String key, String path, Object body) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(login, "rongcuo")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response upload(String caseId, String replaces) {
        var form = as(HANDLER)
                .multiPart("title", "minutes")
                .multiPart("file", "a.txt", caseId.getBytes(StandardCharsets.UTF_8));
        return (replaces == null ? form : form.multiPart("replaces", replaces)).post(CASES + caseId + "/documents");
    }

    @Test
    void whatBelongsToOneCaseIsNotServedBeneathAnother() {
        var one = Office.aCaseUnderVerification("330922");
        var other = Office.aCaseUnderVerification("330922");
        var subject = Office.onlySubject(HANDLER, one);
        var othersSubject = Office.onlySubject(HANDLER, other);
        var document = upload(one, null).then().statusCode(201).extract().<String>path("id");
        var evaluation = Office.evaluate(HANDLER, one, subject).getString("id");
        for (var stolen : List.of(
                "/documents/" + document,
                "/documents/" + document + "/content",
                "/checklists/" + subject,
                "/checklists/" + subject + "/evaluations",
                "/checklists/" + subject + "/evaluations/" + evaluation,
                "/checklists/" + othersSubject + "/evaluations/" + evaluation)) {
            as(HANDLER).get(CASES + other + stolen).then().statusCode(404);
        }
        as(HANDLER)
                .post(CASES + other + "/checklists/" + subject + "/evaluations")
                .then()
                .statusCode(404);
        Office.answer(HANDLER, other, subject, Map.of("deploymentCircumstance", "无"))
                .then()
                .statusCode(404);
        as(HANDLER)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "answers",
                        Map.of("deploymentCircumstance", Map.of("value", "无", "evidence", List.of(document)))))
                .put(CASES + other + "/checklists/" + othersSubject)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("document-unknown"));
        upload(other, document).then().statusCode(422).body("violations[0].code", equalTo("document-unknown"));
        Office.investigated(HANDLER, other);
        act("decider.330922", other, "determinations", Office.determination(othersSubject, evaluation, "EXEMPT"))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("evaluation-unknown"));
    }

    @Test
    void aCursorOpensNoMoreThanItsBearerMaySee() {
        Office.anApplication("330922");
        Office.anApplication("330922");
        var next = as(HANDLER)
                .get("/api/v1/cases?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("next");
        as(HANDLER).get(next).then().statusCode(200).body("items", not(empty()));
        as("policy-editor.330922").get(next).then().statusCode(200).body("items", empty());
    }

    @Test
    void aRepeatedKeyTellsNothingToAnotherPersonNorAfterSightIsLost() {
        var key = UUID.randomUUID().toString();
        var body = Office.openCase("330922", "applicant.330922");
        var mine = send("applicant.330922", key, "/api/v1/cases", body)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        send("applicant.330922", key, "/api/v1/cases", body)
                .then()
                .statusCode(201)
                .body("id", equalTo(mine));
        var another = send("applicant.330922-2", key, "/api/v1/cases", body)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertNotEquals(mine, another);

        var handed = Office.aCaseUnderVerification("330922");
        var assignment = Map.of("organ", Office.organ("handler.330900"), "reasons", "提级办理");
        var etag = Office.etag(HANDLER, handed);
        for (var expected : List.of(200, 404)) {
            RestAssured.given()
                    .auth()
                    .preemptive()
                    .basic(HANDLER, "rongcuo")
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .contentType(ContentType.JSON)
                    .body(assignment)
                    .post(CASES + handed + "/assignments")
                    .then()
                    .statusCode(expected);
        }
    }

    @Test
    void everyReadOfAnInspectorIsRecordedEvenOfWhatIsNotThere() throws SQLException {
        var id = Office.anApplication("330922");
        var paths = List.of(CASES + id, "/api/v1/cases", CASES + id + "/ledger", CASES + UUID.randomUUID());
        for (var path : paths) {
            as("inspector.330922").get(path);
        }
        for (var path : paths) {
            assertEquals(path.equals("/api/v1/cases") ? -1 : 1, recorded(path), path);
        }
    }

    /** How often the path was recorded; -1 for "at least once" of a path that other tests read too. */
    private static int recorded(String path) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement("select count(*) from inspection_read where path = ?")) {
            select.setString(1, path);
            try (var rows = select.executeQuery()) {
                rows.next();
                var count = rows.getInt(1);
                return path.equals("/api/v1/cases") && count > 0 ? -1 : count;
            }
        }
    }

    @Test
    void personsAreListedOfOnesOwnPlaceAndBelowOnly() {
        as(HANDLER)
                .get("/api/v1/persons?limit=200")
                .then()
                .statusCode(200)
                .body("items", not(empty()))
                .body("items.jurisdiction", everyItem(equalTo("330922")));
        as(HANDLER)
                .get("/api/v1/persons?organ=" + Office.organ("handler.330900"))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("count.count", equalTo(0));
        as("administrator.330922")
                .get("/api/v1/assignments?person=" + Office.person("handler.330900"))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("count.count", equalTo(0));
    }

    @Test
    void anAdministratorVerifiesTheLedgerButReadsNoCase() {
        var id = Office.anApplication("330922");
        var all = as("administrator.330922")
                .get("/api/v1/ledger/verification?chain=case:" + id)
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .extract()
                .asString();
        assertEquals(-1, all.indexOf("撬装"), all);
        as("administrator.330922").get(CASES + id + "/ledger").then().statusCode(404);
        as("administrator.330922").get("/api/v1/cases").then().body("items", empty());
    }

    @Test
    void internalBooksAndDraftsAreNeitherListedNorCountedForWhoMayNotReadThem() throws IOException {
        open("leaks-internal", "INTERNAL");
        RestAssured.given()
                .get("/api/v1/policies?jurisdiction=330903")
                .then()
                .statusCode(200)
                .body("items.name", not(hasItem("leaks-internal")));
        as(HANDLER)
                .get("/api/v1/policies?jurisdiction=330903")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("leaks-internal"));
        open("leaks-public", "PUBLIC");
        var versions = "/api/v1/policies/330903/leaks-public/versions";
        as(EDITOR)
                .contentType("application/xml")
                .body(Files.readAllBytes(Path.of("dmn/330922/tolerance/v1.dmn")))
                .post(versions)
                .then()
                .statusCode(201);
        as(EDITOR).get(versions).then().body("items.number", hasItem(1)).body("count.count", equalTo(1));
        for (var reader : List.of(RestAssured.given(), as(HANDLER), as("policy-editor.330922"))) {
            reader.get(versions).then().statusCode(200).body("items", empty()).body("count.count", equalTo(0));
        }
    }

    private static void open(String name, String visibility) {
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "jurisdiction", "330903",
                        "name", name,
                        "kind", "TOLERANCE",
                        "titleZh", "测试办法",
                        "titleEn", "A book",
                        "lenityMode", "TWO_DATE",
                        "lenityBasis", "依据",
                        "visibility", visibility))
                .post("/api/v1/policies")
                .then()
                .statusCode(201);
    }
}
