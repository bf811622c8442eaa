package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.edges.Caller;
import org.rongcuo.edges.Caller.Answer;

/** Whatever goes wrong with a request, the answer is a problem, in the caller's language, and tells no secret. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class HttpFoundationsTest {
    private static final String WHOLE = "{\"name\":\"n\",\"role\":\"HANDLER\",\"on\":\"2026-03-01\",\"count\":1,"
            + "\"inner\":{\"amount\":5.2000,\"filed\":true}}";
    private static final String AN_ITEM = "/edges/items/01980000-0000-7000-8000-000000000001";
    private static final int MIB = 1024 * 1024;

    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    private static JsonNode problem(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.header("content-type"), answer.text());
        assertEquals("no-store", answer.header("cache-control"));
        assertEquals("Accept-Language", answer.header("vary"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertFalse(answer.header("content-language").isEmpty());
        var problem = answer.json();
        assertEquals("/problems/" + slug, problem.path("type").asText());
        assertEquals(status, problem.path("status").asInt());
        for (var member : List.of("title", "detail", "instance", "code")) {
            assertFalse(problem.path(member).asText().isEmpty(), member + " in " + answer.text());
        }
        for (var leak : List.of("Exception", "java.", "org.rongcuo", "jackson", "select ", "secret")) {
            assertFalse(answer.text().contains(leak), leak + " in " + answer.text());
        }
        return problem;
    }

    private static Map<String, String> violations(JsonNode problem) {
        Map<String, String> violations = new TreeMap<>();
        problem.path("violations")
                .forEach(each -> violations.put(
                        each.path("pointer").asText(), each.path("code").asText()));
        return violations;
    }

    @Test
    void answersInJsonThatKeepsDecimalsAndSpeaksOneLanguage() {
        var answer = caller.post("/edges/body", WHOLE, "Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5");
        assertEquals(200, answer.status(), answer.text());
        assertTrue(answer.text().contains("\"amount\":5.2000"), answer.text());
        assertTrue(answer.text().contains("\"text\":\"English\""), answer.text());
        assertFalse(answer.text().contains("null"), answer.text());
        assertEquals("en", answer.header("content-language"));
        assertTrue(caller.post("/edges/body", WHOLE).text().contains("\"text\":\"中文\""));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertEquals("no-store", answer.header("cache-control"));
    }

    @Test
    void speaksChineseUnlessAskedForEnglish() {
        assertEquals(
                "未找到",
                problem(404, "not-found", caller.get("/nowhere")).path("title").asText());
        var english = caller.get("/nowhere", "Accept-Language", "en-US,en;q=0.9,zh;q=0.1");
        assertEquals(
                "Not found", problem(404, "not-found", english).path("title").asText());
        assertEquals("en", english.header("content-language"));
        problem(404, "not-found", caller.get("/nowhere", "Accept-Language", "!!;;q=x,"));
    }

    @Test
    void refusesMalformedJson() {
        for (var body :
                List.of("{\"name\":", "{", "{'name':1}", "{\"name\":NaN}", "nonsense", WHOLE + WHOLE, WHOLE + "]")) {
            problem(400, "malformed-request", caller.post("/edges/body", body));
        }
        problem(400, "malformed-request", caller.post("/edges/body", "{\"name\":\"a\",\"name\":\"b\"}"));
        problem(400, "malformed-request", caller.post("/edges/body", "{\"facts\":{\"a\":1,\"a\":2}}"));
    }

    @Test
    void refusesABodyThatIsAbsentOrOfAnotherShape() {
        assertEquals(Map.of("", "body-missing"), violations(problem(422, "invalid", caller.post("/edges/body", ""))));
        assertEquals(
                Map.of("", "body-missing"), violations(problem(422, "invalid", caller.post("/edges/body", "null"))));
        for (var body : List.of("[]", "5", "\"\"", "\"x\"", "true", "[{}]")) {
            var violations = violations(problem(422, "invalid", caller.post("/edges/body", body)));
            assertEquals(List.of(""), List.copyOf(violations.keySet()), body);
        }
    }

    @Test
    void reportsEverythingWrongAtOnce() {
        var problem = problem(
                422,
                "invalid",
                caller.post(
                        "/edges/body",
                        "{\"name\":5,\"role\":\"KING\",\"on\":\"2026-02-30\",\"at\":7,\"id\":\"x\",\"count\":\"5\","
                                + "\"inner\":{\"amount\":\"1\",\"filed\":1,\"huh\":[1,{}]},\"list\":[1,\"2\",2.5,null],"
                                + "\"inners\":[{},{\"amount\":1e999999999}],"
                                + "\"facts\":{\"a\":{\"b\":[1e999999999,\"\\u0000\",\"\\ud800\"]},\"c/d\":1e-999999},"
                                + "\"x\":1,\"primitive\":\"7\"}"));
        var expected = new TreeMap<String, String>();
        expected.put("/name", "wrong-type");
        expected.put("/role", "unknown-value");
        expected.put("/on", "malformed-date");
        expected.put("/at", "wrong-type");
        expected.put("/id", "malformed-uuid");
        expected.put("/count", "wrong-type");
        expected.put("/inner/amount", "wrong-type");
        expected.put("/inner/filed", "wrong-type");
        expected.put("/inner/huh", "unknown-member");
        expected.put("/list/1", "wrong-type");
        expected.put("/list/2", "wrong-type");
        expected.put("/list/3", "not-null");
        expected.put("/inners/0/amount", "not-null");
        expected.put("/inners/0/filed", "not-null");
        expected.put("/inners/1/amount", "out-of-range");
        expected.put("/inners/1/filed", "not-null");
        expected.put("/facts/a/b/0", "out-of-range");
        expected.put("/facts/a/b/1", "invalid-character");
        expected.put("/facts/a/b/2", "invalid-character");
        expected.put("/facts/c~1d", "out-of-range");
        expected.put("/x", "unknown-member");
        expected.put("/primitive", "wrong-type");
        assertEquals(expected, violations(problem));
        assertTrue(problem.toString().contains("APPLICANT、HANDLER"), "lists what is admissible");
    }

    @Test
    void knowsNoDayThatIsPlainlyMistyped() {
        for (var day : List.of("0000-01-01", "0001-01-01", "9999-12-31")) {
            assertEquals(
                    "out-of-range",
                    violations(problem(422, "invalid", caller.post("/edges/body", "{\"on\":\"" + day + "\"}")))
                            .get("/on"));
        }
    }

    @Test
    void takesForBlankWhatNobodySees() {
        for (var name : List.of("\\u00a0", "\\u3000 ", "\\u200b\\u2060", "\\ufeff")) {
            assertEquals(
                    "not-blank",
                    violations(problem(422, "invalid", caller.post("/edges/body", "{\"name\":\"" + name + "\"}")))
                            .get("/name"));
        }
    }

    @Test
    void readsOnAfterValuesOfTheWrongShape() {
        var problem = problem(
                422,
                "invalid",
                caller.post(
                        "/edges/body",
                        "{\"name\":{\"a\":[1,{\"b\":2}]},\"role\":0,\"on\":[2026,3,1],\"at\":\"\",\"id\":\"\",\"count\":1e400,"
                                + "\"inner\":[1,[2]],\"list\":{},\"inners\":[5,[],{\"amount\":1,\"filed\":true}],"
                                + "\"facts\":[],\"primitive\":null}"));
        var violations = violations(problem);
        assertEquals(
                List.of(
                        "/at",
                        "/count",
                        "/facts",
                        "/id",
                        "/inner",
                        "/inners/0",
                        "/inners/1",
                        "/list",
                        "/name",
                        "/on",
                        "/role"),
                List.copyOf(violations.keySet()));
    }

    @Test
    void refusesWhatIsMeantToExhaust() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            var deep = "{\"facts\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}}";
            problem(400, "malformed-request", caller.post("/edges/body", deep));
            var digits = "{\"count\":" + "9".repeat(500_000) + "}";
            problem(400, "malformed-request", caller.post("/edges/body", digits));
            problem(422, "invalid", caller.post("/edges/body", "{\"count\":99999999999999999999}"));
            var wide = "{" + "\"a\":1,".repeat(5) + "\"b\":1}";
            problem(400, "malformed-request", caller.post("/edges/body", wide));
        });
    }

    @Test
    void doesNotLetAnEndpointForgetToValidate() {
        problem(422, "invalid", caller.post("/edges/unvalidated", "{\"name\":5}"));
    }

    @Test
    void namesTheParameterThatIsMalformed() {
        assertEquals(
                Map.of("path/id", "malformed-uuid"),
                violations(problem(400, "malformed-parameter", caller.get("/edges/items/x"))));
        for (var day : List.of("yesterday", "-999999999-01-01", "%2B999999999-12-31", "0000-01-01", "9999-12-31")) {
            assertEquals(
                    Map.of("query/on", "malformed-date"),
                    violations(problem(400, "malformed-parameter", caller.get(AN_ITEM + "?on=" + day))));
        }
        for (var name : List.of("role", "roles")) {
            assertEquals(
                    Map.of("query/" + name, "unknown-value"),
                    violations(problem(400, "malformed-parameter", caller.get(AN_ITEM + "?" + name + "=KING"))));
        }
        for (var limit : List.of("x", "0", "201", "-1", "99999999999")) {
            assertEquals(
                    Map.of("query/limit", "out-of-range"),
                    violations(problem(400, "malformed-parameter", caller.get(AN_ITEM + "?limit=" + limit))));
        }
        assertEquals(
                Map.of("header/Test-Number", "out-of-range"),
                violations(problem(400, "malformed-parameter", caller.get(AN_ITEM, "Test-Number", "x"))));
        assertEquals(
                200,
                caller.get(AN_ITEM + "?roles=HANDLER&roles=DECIDER&on=2026-03-01&limit=200")
                        .status());
    }

    @Test
    void saysWhichMethodsThereAre() {
        var answer = caller.call("DELETE", "/problems/not-found");
        problem(405, "method-not-allowed", answer);
        assertEquals("GET, HEAD, OPTIONS", answer.header("allow"));
        problem(405, "method-not-allowed", caller.call("PATCH", "/edges/body"));
        assertEquals("OPTIONS, POST", caller.call("PATCH", "/edges/body").header("allow"));
        problem(404, "not-found", caller.call("BREW", "/nowhere"));
        assertEquals(
                Set.of("GET", "HEAD", "OPTIONS"),
                Set.of(caller.call("OPTIONS", "/problems").header("allow").split(", ")));
        var head = caller.call("HEAD", "/problems");
        assertEquals(200, head.status());
        assertEquals("", head.text());
        assertEquals(404, caller.call("HEAD", "/nowhere").status());
    }

    @Test
    void refusesMediaTypesItCannotServe() {
        problem(406, "not-acceptable", caller.get("/problems", "Accept", "text/html"));
        problem(406, "not-acceptable", caller.get("/problems", "Accept", "nonsense"));
        for (var type : List.of("text/plain", "application/xml", "nonsense", "application/x-www-form-urlencoded")) {
            problem(
                    415,
                    "unsupported-media-type",
                    caller.send(
                            "POST", "/edges/body", HttpRequest.BodyPublishers.ofString(WHOLE), "Content-Type", type));
        }
        problem(
                415,
                "unsupported-media-type",
                caller.send("POST", "/edges/body", HttpRequest.BodyPublishers.ofString(WHOLE)));
        problem(
                415,
                "unsupported-media-type",
                caller.send(
                        "POST",
                        "/edges/body",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(WHOLE.getBytes()))));
    }

    @Test
    void refusesBodiesOverTheLimitOfTheirType() {
        var json = "{\"name\":\"" + "x".repeat(MIB) + "\"}";
        assertEquals(
                MIB,
                problem(413, "too-large", caller.post("/edges/body", json))
                        .path("limit")
                        .asInt());
        problem(413, "too-large", chunked("/edges/body", json.getBytes(), "application/json"));
        assertEquals(
                2 * MIB,
                problem(413, "too-large", chunked("/edges/xml", new byte[2 * MIB + 1], "application/xml"))
                        .path("limit")
                        .asInt());
        problem(
                413,
                "too-large",
                caller.send(
                        "POST",
                        "/edges/xml",
                        HttpRequest.BodyPublishers.ofByteArray(new byte[3 * MIB]),
                        "Content-Type",
                        "application/xml"));
        assertEquals(
                200, chunked("/edges/xml", new byte[2 * MIB], "application/xml").status());
        problem(
                413,
                "too-large",
                caller.raw("POST /edges/body", "Content-Type: application/json", "Content-Length: 9999999999"));
        assertEquals(200, caller.get("/problems").status(), "and goes on serving");
    }

    private Answer chunked(String path, byte[] body, String type) {
        return caller.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                type);
    }

    @Test
    void refusesOversizeHeadersAndAddresses() {
        problem(431, "headers-too-large", caller.get("/problems", "X-Long", "x".repeat(20_000)));
        problem(414, "uri-too-long", caller.get("/problems?x=" + "x".repeat(9_000)));
    }

    @Test
    void refusesTricksWithPaths() {
        problem(404, "not-found", caller.raw("GET /problems/%2e%2e/%2e%2e/etc/passwd"));
        problem(404, "not-found", caller.raw("GET /problems/..%2f..%2fetc"));
        problem(404, "not-found", caller.raw("GET /../../etc/passwd"));
        problem(400, "malformed-request", caller.raw("GET /problems/x%00y"));
        problem(400, "malformed-request", caller.raw("GET /problems?x=%00"));
        for (var path : List.of(
                "/problems/%zz",
                "/problems/%",
                "/problems/%c0%ae",
                "/problems/a b",
                "//problems//not-found",
                "/problems;x=1/not-found;y=2",
                "/problems/not-found/",
                "/./problems",
                "*",
                "http://other/problems",
                "/problems\\x",
                "/problems/%ff",
                "/problems/%ED%A0%80",
                "?",
                "")) {
            var answer = caller.raw("GET " + path);
            assertTrue(answer.status() < 500, path + " → " + answer.status());
            if (answer.status() >= 400 && !answer.text().isEmpty()) {
                problem(answer.status(), answer.json().path("code").asText(), answer);
            }
        }
    }

    @Test
    void answersUnroutedAddressesWhateverIsAccepted() {
        for (var accept : List.of("text/html", "application/xml", "*/*", "image/png", "nonsense")) {
            problem(404, "not-found", caller.get("/nowhere", "Accept", accept));
            problem(404, "not-found", caller.get("/q/nowhere", "Accept", accept));
            problem(404, "not-found", caller.get("/api/v1/nowhere", "Accept", accept));
        }
    }

    @Test
    void asksForALoginAgainWhenItIsWrong() {
        var wrong = caller.get("/edges/whoami", "Authorization", "Basic aW1wb3N0b3I6eA==");
        problem(401, "not-authenticated", wrong);
        assertTrue(wrong.header("www-authenticate").toLowerCase().startsWith("basic"), wrong.headers());
        var none = caller.get("/edges/members");
        problem(401, "not-authenticated", none);
        assertFalse(none.header("www-authenticate").isEmpty());
        for (var header : List.of("Basic", "Basic !!!", "Basic bm9jb2xvbg==")) {
            assertTrue(caller.get("/edges/whoami", "Authorization", header).status() < 500, header);
        }
    }

    @Test
    void tellsNothingOfItsOwnFaultsButANumber() {
        var problem = problem(500, "internal", caller.get("/edges/boom"));
        assertTrue(problem.path("errorId").asText().length() == 36, problem.toString());
        assertTrue(
                problem.path("detail").asText().contains(problem.path("errorId").asText()));
        problem(409, "conflict", caller.get("/edges/teapot"));
        problem(409, "conflict", caller.post("/edges/unique", "{}"));
    }

    @Test
    void cataloguesItsProblems() {
        assertEquals(ProblemType.values().length, caller.get("/problems").json().size());
        for (var type : ProblemType.values()) {
            assertEquals(
                    type.status(), caller.get(type.uri()).json().path("status").asInt(), type.uri());
        }
        problem(404, "not-found", caller.get("/problems/nope"));
    }
}
