package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Hostile models wherever a model can enter: refused with the code of the corpus, nothing stored, the server at ease. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class HostileUploadTest {
    private static final String EDITOR = "policy-editor.330922";
    private static final Duration AT_EASE = Duration.ofSeconds(3);

    @Test
    void everyFileOfTheCorpusIsRefusedAsAnUploadAndAsASave() throws IOException {
        var name = PolicyDraftTest.opened();
        var draft = PolicyDraftTest.versions("330922/" + name) + "/1";
        var etag = PolicyDraftTest.upload(
                        EDITOR, "330922/" + name, TestBook.saying("免责").xml())
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        var faults = new ArrayList<String>();
        for (var entry : corpus().entrySet()) {
            var model = bytes(entry.getKey());
            if (entry.getValue().equals("admitted")) {
                continue;
            }
            expect(entry, PolicyDraftTest.upload(EDITOR, "330922/" + name, model), faults);
            expect(entry, PolicyDraftTest.save(draft, etag, model), faults);
        }
        assertEquals(List.of(), faults);
        assertEquals(2, PolicyDraftTest.ledger(name).size(), "nothing was stored");
        Office.as(EDITOR)
                .get(PolicyDraftTest.versions("330922/" + name))
                .then()
                .body("items.number", equalTo(List.of(1)));
        assertEquals(etag, Office.as(EDITOR).get(draft).header("ETag"));
        atEase();
    }

    private static void expect(Map.Entry<String, String> entry, Response answer, List<String> faults) {
        var path = answer.contentType().startsWith("application/problem+json") ? answer.jsonPath() : null;
        var codes = path == null ? List.of() : path.getList("violations.code");
        if (answer.statusCode() != 422
                || path == null
                || !"model-refused".equals(path.getString("code"))
                || !codes.contains(entry.getValue())) {
            faults.add(entry + ": " + answer.statusCode() + " " + codes);
        }
    }

    /** Bodies that are legal but as large as the gate lets them be keep it busy; everyone else is served meanwhile. */
    @Test
    void evaluationsAreServedWhileHostileAndHugeModelsAreBeingChecked() throws Exception {
        atEase();
        var name = PolicyDraftTest.opened();
        var huge = huge();
        var bomb = bytes("feel-for-huge-range.dmn");
        var pool = Executors.newFixedThreadPool(4);
        var latencies = new ArrayList<Long>();
        try {
            List<Callable<Integer>> uploads = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                var model = n % 2 == 0 ? huge : bomb;
                uploads.add(() ->
                        PolicyDraftTest.upload(EDITOR, "330922/" + name, model).statusCode());
            }
            var running = uploads.stream().map(pool::submit).toList();
            while (running.stream().anyMatch(upload -> !upload.isDone()) && latencies.size() < 400) {
                latencies.add(evaluation());
            }
            var statuses = new ArrayList<Integer>();
            for (var upload : running) {
                statuses.add(upload.get());
            }
            assertTrue(
                    statuses.stream().allMatch(status -> List.of(201, 422, 503).contains(status)), statuses.toString());
        } finally {
            pool.shutdownNow();
        }
        assertTrue(latencies.size() > 3, "the uploads took no time: " + latencies);
        Collections.sort(latencies);
        System.out.println("evaluations while models were checked: " + latencies.size() + ", median "
                + latencies.get(latencies.size() / 2) + " ms, slowest " + latencies.get(latencies.size() - 1) + " ms");
        assertTrue(latencies.get(latencies.size() - 1) < AT_EASE.toMillis(), latencies.toString());
        atEase();
    }

    private static void atEase() {
        var begun = System.nanoTime();
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        assertTrue(evaluation() < AT_EASE.toMillis());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(AT_EASE) < 0);
    }

    /** Milliseconds that an evaluation takes. */
    private static long evaluation() {
        var begun = System.nanoTime();
        Office.as("handler.330922")
                .contentType(ContentType.JSON)
                .body(EvaluationTest.matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER"))
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200)
                .body("recommendation.code", equalTo("EXEMPT"));
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** A legal model with a table near the largest there may be. */
    private static byte[] huge() throws IOException {
        var base = new String(bytes("base.dmn"), StandardCharsets.UTF_8);
        var rows = new StringBuilder();
        for (int n = 0; n < 1900; n++) {
            rows.append("<rule id=\"h")
                    .append(n)
                    .append("\"><inputEntry><text>\"有\"</text></inputEntry>")
                    .append("<outputEntry><text>\"第")
                    .append(n)
                    .append("条\"</text></outputEntry>")
                    .append("<annotationEntry><text>示例值</text></annotationEntry>")
                    .append("<annotationEntry><text></text></annotationEntry></rule>");
        }
        return base.replace("<rule id=\"bottomLine_r1\">", rows + "<rule id=\"bottomLine_r1\">")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> corpus() throws IOException {
        Map<String, String> corpus = new LinkedHashMap<>();
        new String(bytes("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": "))
                .forEach(parts -> corpus.put(parts[0], parts[1]));
        assertTrue(corpus.size() > 100, "the corpus is there");
        return corpus;
    }

    private static byte[] bytes(String file) throws IOException {
        try (var in = HostileUploadTest.class.getResourceAsStream("/org/rongcuo/dmn/hostile/" + file)) {
            return in.readAllBytes();
        }
    }
}
