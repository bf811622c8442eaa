package org.rongcuo.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** What a visitor of the demo finds after its first start, and what a changed threshold does to it. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestProfile(StartedDemo.class)
class DemoCasesTest {
    private static final String EDITOR = "policy-editor.330922";
    private static final String VERSIONS = "/api/v1/policies/330922/tolerance/versions";

    @TestHTTPResource("/")
    URI server;

    private final DemoCases cases;

    DemoCasesTest(DemoCases cases) {
        this.cases = cases;
    }

    @BeforeEach
    void start() {
        StartedDemo.play(cases, server);
    }

    @Test
    void everyCaseIsThereOnceHoweverOftenTheStartWasCutShort() {
        var example = cases.play(server.toString().replaceFirst("/$", "")).orElseThrow();
        var listed = listed();
        assertEquals(14, listed.getList("title").size());
        assertEquals(14, listed.getList("title").stream().distinct().count(), "no case twice");
        assertTrue(
                listed.getString("find { it.id == '" + example + "' }.number").matches("嵊容〔\\d{4}〕1号"));
        Map<String, Integer> statuses = new TreeMap<>();
        listed.<String>getList("status").forEach(status -> statuses.merge(status, 1, Integer::sum));
        assertEquals(Map.of("NOTIFIED", 13, "VERIFYING", 1), statuses);
    }

    @Test
    void peopleFollowedTheTablesMostlyAndGaveReasonsWhereTheyDidNot() {
        Map<String, Integer> decided = new TreeMap<>();
        for (var id : listed().<String>getList("id")) {
            var made = as("inspector.330900")
                    .get("/api/v1/cases/" + id + "/determinations")
                    .jsonPath();
            if (!made.getList("").isEmpty()) {
                var advised = made.getString("[0].recommendation");
                var outcome = made.getString("[0].outcome");
                decided.merge(advised + " " + outcome, 1, Integer::sum);
                assertEquals(!advised.equals(outcome), made.get("[0].departureReasons") != null, made.prettify());
            }
        }
        assertEquals(
                Map.of(
                        "EXEMPT EXEMPT", 3,
                        "MITIGATE MITIGATE", 3,
                        "NOT_TOLERABLE NOT_TOLERABLE", 4,
                        "REFER EXEMPT", 2,
                        "REFER MITIGATE", 1),
                decided);
    }

    @Test
    void aThresholdOfSlightnessRaisedTurnsSomeOutcomesAndLeavesTheRest() {
        var flips = flips("(id=\"minor_r\\d_c3\">\\s*<text>\\S+ )1<", "$11.5<");
        assertEquals(Map.of("NOT_TOLERABLE MITIGATE LIGHTER", 2, "REFER MITIGATE FROM_PERSON", 2), flips);
    }

    @Test
    void aThresholdOfTheEffectMovedTurnsOthers() {
        assertEquals(
                Map.of("MITIGATE EXEMPT LIGHTER", 1), flips("(id=\"effect_r\\d_c2\">\\s*<text>\\D+)5([<.])", "$16$2"));
        assertEquals(
                Map.of("EXEMPT REFER TO_PERSON", 1), flips("(id=\"effect_r\\d_c2\">\\s*<text>\\D+)5([<.])", "$14$2"));
    }

    private static JsonPath listed() {
        return JsonPath.from(as("inspector.330900")
                        .get("/api/v1/cases?limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("items.findAll { it.title.startsWith('示例:') }");
    }

    /** Replays a draft of the county's book with one change. @return from, to and direction with how many */
    private static Map<String, Integer> flips(String wanted, String replacement) {
        var model = as(EDITOR).get(VERSIONS + "/1/model").asString();
        var changed = model.replaceAll(wanted, replacement);
        assertTrue(!changed.equals(model), "the threshold is there");
        var number = as(EDITOR)
                .contentType(ContentType.XML)
                .body(changed.getBytes(StandardCharsets.UTF_8))
                .post(VERSIONS)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        var replays = VERSIONS + "/" + number + "/replays";
        var id = as(EDITOR)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(replays)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        JsonPath report = null;
        for (int tried = 0; tried < 500; tried++) {
            report = as(EDITOR).get(replays + "/" + id).jsonPath();
            if (report.getString("status").equals("FINISHED")) {
                break;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        assertEquals("FINISHED", report.getString("status"));
        Map<String, Integer> flips = new TreeMap<>();
        for (var flip : report.<Map<String, Object>>getList("report.flips")) {
            flips.put(
                    flip.get("from") + " " + flip.get("to") + " " + flip.get("direction"), (Integer) flip.get("count"));
        }
        return flips;
    }
}
