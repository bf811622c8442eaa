package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Rule books and their drafts by HTTP: who may open and change them, how their models enter, what is kept. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class PolicyDraftTest {
    private static final String EDITOR = "policy-editor.330922";

    @Test
    void opensABookAndTellsWhereItIs() {
        var name = name();
        open(EDITOR, book(name))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/policies/330922/" + name))
                .body("policy", equalTo("330922/" + name))
                .body("lenity.mode", equalTo("TWO_DATE"))
                .body("inForce", nullValue());
        assertEquals(List.of("org.rongcuo.policy.policy-opened"), ledger(name));
        open(EDITOR, book(name)).then().statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void everythingThatDoesNotFitTogetherIsToldAtOnce() {
        var body = book(name());
        body.put("field", "炼丹");
        body.put("scopeFields", List.of("审计", "炼丹"));
        body.put("scopeStatuses", List.of("UNIT"));
        body.put("lenityMode", null);
        body.put("lenityBasis", " ");
        body.put("parent", "330902/tolerance");
        open(EDITOR, body)
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/field",
                                "/scopeFields/1",
                                "/scopeFields",
                                "/scopeStatuses",
                                "/lenityMode",
                                "/lenityBasis",
                                "/parent"));
        var nothing = new HashMap<String, Object>();
        nothing.put("scopeFields", java.util.Arrays.asList("审计", null));
        open(EDITOR, nothing)
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems("/jurisdiction", "/name", "/kind", "/titleZh", "/titleEn", "/visibility"));
        var statute = book(name());
        statute.put("kind", "STATUTE");
        open(EDITOR, statute).then().statusCode(422).body("violations.code", contains("lenity-unexpected"));
        var nowhere = book(name());
        nowhere.put("jurisdiction", "999999");
        open(EDITOR, nowhere).then().statusCode(422).body("violations.code", contains("jurisdiction-unknown"));
        nowhere.put("jurisdiction", "330922\0");
        open(EDITOR, nowhere).then().statusCode(422).body("violations.pointer", contains("/jurisdiction"));
        nowhere.put("jurisdiction", "330922");
        nowhere.put("name", "../../etc");
        open(EDITOR, nowhere).then().statusCode(422).body("violations.pointer", contains("/name"));
    }

    @Test
    void theParentIsABookOfTheSameKindAtOrAboveThePlace() {
        var body = book(name());
        body.put("parent", "330900/tolerance");
        open(EDITOR, body).then().statusCode(201).body("parent", equalTo("330900/tolerance"));
        for (var parent : List.of("330900/procedure", "330000/ftz-statute", "330900/nothing")) {
            var other = book(name());
            other.put("parent", parent);
            open(EDITOR, other).then().statusCode(422).body("violations.code", contains("parent-unknown"));
        }
        var city = book(name());
        city.put("jurisdiction", "330900");
        city.put("parent", "330922/tolerance");
        open("policy-editor.330900", city).then().statusCode(422).body("violations.code", contains("parent-unknown"));
    }

    @Test
    void onlyAnEditorOverThePlaceOpensOrDrafts() {
        var city = book(name());
        city.put("jurisdiction", "330900");
        open(EDITOR, city).then().statusCode(403);
        open("policy-approver.330922", book(name())).then().statusCode(403);
        open("handler.330922", book(name())).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(book(name()))
                .post("/api/v1/policies")
                .then()
                .statusCode(401);
        upload(EDITOR, "330900/tolerance", TestBook.saying("免责").xml()).then().statusCode(403);
        upload(EDITOR, "330900/nothing", TestBook.saying("免责").xml()).then().statusCode(404);
        var name = opened();
        upload("policy-editor.330900", "330922/" + name, TestBook.saying("免责").xml())
                .then()
                .statusCode(201);
    }

    @Test
    void aDraftComesFromTheVersionInForceOrFromAnUpload() {
        var copied = Office.as(EDITOR).post(versions("330922/tolerance"));
        copied.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("status", equalTo("DRAFT"))
                .body("state", equalTo("DRAFT"))
                .body("effectiveFrom", nullValue());
        var inForce = given().get(versions("330922/tolerance") + "/1").then().extract();
        assertEquals(inForce.<String>path("contentHash"), copied.path("contentHash"));
        var name = opened();
        Office.as(EDITOR)
                .post(versions("330922/" + name))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-version-approved"));
        upload(EDITOR, "330922/" + name, TestBook.saying("免责").xml())
                .then()
                .statusCode(201)
                .header("Location", containsString("/versions/1"))
                .body("number", equalTo(1))
                .body("contentHash", equalTo(TestBook.saying("免责").admitted().contentHash()));
        upload(EDITOR, "330922/" + name, TestBook.saying("减责").xml())
                .then()
                .statusCode(201)
                .body("number", equalTo(2));
        assertEquals(
                List.of(
                        "org.rongcuo.policy.policy-opened",
                        "org.rongcuo.policy.draft-created",
                        "org.rongcuo.policy.draft-created"),
                ledger(name));
    }

    @Test
    void whatIsNoModelIsRefusedAndLeavesNothing() throws IOException {
        var name = opened();
        var address = versions("330922/" + name);
        Office.as(EDITOR)
                .contentType("application/xml")
                .body(new byte[0])
                .post(address)
                .then()
                .statusCode(422)
                .body("violations.code", contains("gate-empty"));
        Office.as(EDITOR)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(address)
                .then()
                .statusCode(415);
        var bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            for (int n = 0; n < 64; n++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        Office.as(EDITOR)
                .contentType("application/xml")
                .header("Content-Encoding", "gzip")
                .body(bomb.toByteArray())
                .post(address)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        Office.as(EDITOR)
                .contentType("application/xml")
                .body(new byte[2 * 1024 * 1024 + 1])
                .post(address)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().auth()
                .preemptive()
                .basic(EDITOR, "rongcuo")
                .contentType("application/xml")
                .body("<a/>")
                .post(address)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        given().get(address).then().statusCode(200).body("items", empty());
        assertEquals(List.of("org.rongcuo.policy.policy-opened"), ledger(name));
    }

    @Test
    void aRepeatWithTheSameKeyDraftsOnce() {
        var name = opened();
        var key = UUID.randomUUID().toString();
        var model = TestBook.saying("免责").xml();
        for (int n = 0; n < 2; n++) {
            withKey(key, name, model).then().statusCode(201).body("number", equalTo(1));
        }
        withKey(key, name, TestBook.saying("减责").xml())
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertEquals(2, ledger(name).size());
    }

    private static Response withKey(String key, String name, byte[] model) {
        return given().auth()
                .preemptive()
                .basic(EDITOR, "rongcuo")
                .header("Idempotency-Key", key)
                .contentType("application/xml")
                .body(model)
                .post(versions("330922/" + name));
    }

    @Test
    void savingNeedsTheETagReadAndWritesOneLedgerEntry() {
        var name = opened();
        var draft = versions("330922/" + name) + "/1";
        var etag = upload(EDITOR, "330922/" + name, TestBook.saying("免责").xml())
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        var better = TestBook.saying("减责", "甲").xml();
        save(draft, null, better).then().statusCode(428);
        save(draft, "\"999\"", better).then().statusCode(412);
        save(draft, "\"999\"", "<hostile/>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(412);
        save(draft, "yesterday", better).then().statusCode(400);
        save(draft, etag, "<hostile/>".getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        save(draft, etag, new byte[0]).then().statusCode(422);
        assertEquals(etag, Office.as(EDITOR).get(draft).header("ETag"), "nothing of it was stored");
        var saved = save(draft, etag, better);
        saved.then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body(
                        "contentHash",
                        equalTo(TestBook.saying("减责", "甲").admitted().contentHash()));
        save(draft, etag, better)
                .then()
                .statusCode(412)
                .body("changes", hasSize(1))
                .body("changes[0].type", equalTo("org.rongcuo.policy.draft-saved"));
        assertEquals(
                List.of(
                        "org.rongcuo.policy.policy-opened",
                        "org.rongcuo.policy.draft-created",
                        "org.rongcuo.policy.draft-saved"),
                ledger(name));
    }

    @Test
    void anApprovedVersionIsNeverSaved() {
        var approved = versions("330922/tolerance") + "/1";
        var etag = Office.as(EDITOR).get(approved).header("ETag");
        save(approved, etag, TestBook.saying("免责").xml()).then().statusCode(409).body("code", equalTo("not-a-draft"));
        Office.as("handler.330922")
                .header("If-Match", etag)
                .contentType("application/xml")
                .body("<a/>")
                .put(approved + "/model")
                .then()
                .statusCode(403);
    }

    @Test
    void twoEditorsNeverOverwriteEachOther() throws Exception {
        var name = opened();
        var draft = versions("330922/" + name) + "/1";
        var etag = upload(EDITOR, "330922/" + name, TestBook.saying("免责").xml()).header("ETag");
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> saves = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                var model = TestBook.saying("减责", "第" + n + "人").xml();
                saves.add(() -> save(draft, etag, model).statusCode());
            }
            var statuses = new ArrayList<Integer>();
            for (var save : pool.invokeAll(saves)) {
                statuses.add(save.get());
            }
            assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
            assertTrue(
                    statuses.stream().allMatch(status -> status == 200 || status == 412 || status == 409),
                    statuses.toString());
        } finally {
            pool.shutdownNow();
        }
        assertEquals(3, ledger(name).size());
    }

    static String opened() {
        var name = name();
        open(EDITOR, book(name)).then().statusCode(201);
        return name;
    }

    private static String name() {
        return "t-" + UUID.randomUUID();
    }

    private static Map<String, Object> book(String name) {
        Map<String, Object> book = new HashMap<>();
        book.put("jurisdiction", "330922");
        book.put("name", name);
        book.put("kind", "TOLERANCE");
        book.put("titleZh", "测试办法");
        book.put("titleEn", "Test book");
        book.put("lenityMode", "TWO_DATE");
        book.put("lenityBasis", "测试");
        book.put("visibility", "PUBLIC");
        return book;
    }

    private static Response open(String login, Map<String, Object> book) {
        return Office.as(login).contentType(ContentType.JSON).body(book).post("/api/v1/policies");
    }

    static String versions(String policy) {
        return "/api/v1/policies/" + policy + "/versions";
    }

    static Response upload(String login, String policy, byte[] model) {
        return Office.as(login).contentType("application/xml").body(model).post(versions(policy));
    }

    static Response save(String version, String etag, byte[] model) {
        return saveAs(EDITOR, version, etag, model);
    }

    static Response saveAs(String login, String version, String etag, byte[] model) {
        var request = Office.as(login).contentType("application/xml").body(model);
        return (etag == null ? request : request.header("If-Match", etag)).put(version + "/model");
    }

    /** The types of the entries in the ledger chain of a book of 330922, in order. */
    static List<String> ledger(String name) {
        var types = new ArrayList<String>();
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement(
                        "select type from ledger_entry where chain = ? order by sequence")) {
            select.setString(1, "policy:330922/" + name);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return types;
    }
}
