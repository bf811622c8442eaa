package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.edges.Caller;
import org.rongcuo.edges.Caller.Answer;

/** Repeats, races and stale readers at the one door through which everything is written. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class WritesTest {
    private static final String ONE = "{\"name\":\"one\"}";
    private static final int REPEATS = 50;

    @TestHTTPResource("/")
    URI root;

    @Inject
    AgroalDataSource dataSource;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
        assertEquals(204, caller.call("PUT", "/edges/failures/0").status());
    }

    private static void refused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals(slug, answer.json().path("code").asText());
    }

    private Answer create(String key, String body) {
        return caller.post("/edges/things", body, "Idempotency-Key", key);
    }

    private List<Answer> manyTimes(Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(REPEATS);
        try {
            var start = new CountDownLatch(1);
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (var each : calls) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void actsOnceHoweverOftenItIsAsked() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = effect();
        var answers = manyTimes(() -> create(key, ONE));
        for (var answer : answers) {
            assertEquals(201, answer.status(), answer.text());
            assertEquals(answers.get(0).text(), answer.text());
            assertEquals("\"1\"", answer.header("etag"));
            assertTrue(answer.header("location").endsWith("/edges/things/1"), answer.headers());
        }
        assertEquals(before + 2, effect(), "one effect between two others");
    }

    @Test
    void doesNotRememberAnAttemptThatFailed() throws Exception {
        var key = UUID.randomUUID().toString();
        caller.call("PUT", "/edges/failures/1");
        refused(409, "act-not-possible", create(key, ONE));
        var first = create(key, ONE);
        assertEquals(201, first.status(), first.text());
        assertEquals(first.text(), create(key, ONE).text());

        var contested = UUID.randomUUID().toString();
        caller.call("PUT", "/edges/failures/1");
        var answers = manyTimes(() -> create(contested, ONE));
        var done = answers.stream().filter(each -> each.status() == 201).toList();
        assertEquals(REPEATS - 1, done.size(), "one failed, the next acted, the others repeat its answer");
        assertEquals(1, done.stream().map(Answer::text).distinct().count());
    }

    private int effect() {
        return create(UUID.randomUUID().toString(), ONE).json().path("effect").asInt();
    }

    @Test
    void refusesAKeyUsedForOtherContent() {
        var key = UUID.randomUUID().toString();
        assertEquals(201, create(key, ONE).status());
        refused(422, "idempotency-key-reused", create(key, "{\"name\":\"two\"}"));
        assertEquals(201, create(key, "{ \"name\" : \"one\" }").status(), "spaces make no other content");
    }

    @Test
    void demandsAKey() {
        refused(400, "idempotency-key-missing", caller.post("/edges/things", ONE));
        refused(400, "idempotency-key-missing", create(" ", ONE));
        refused(400, "malformed-parameter", create("k".repeat(256), ONE));
    }

    @Test
    void validatesOnlyWhatMayBeDone() {
        var answer = act(7, "\"7\"", "{\"name\":\"\",\"x\":1}");
        refused(422, "invalid", answer);
        assertEquals(2, answer.json().path("violations").size());
        refused(412, "stale", act(7, "\"6\"", "{\"name\":\"\"}"));
        refused(422, "invalid", create(UUID.randomUUID().toString(), ""));
    }

    private Answer act(int version, String ifMatch, String body) {
        var path = "/edges/things/" + version + "/acts";
        var key = UUID.randomUUID().toString();
        return ifMatch == null
                ? caller.post(path, body, "Idempotency-Key", key)
                : caller.post(path, body, "Idempotency-Key", key, "If-Match", ifMatch);
    }

    @Test
    void actsOnlyFromTheVersionThatWasRead() {
        var done = act(7, "\"7\"", ONE);
        assertEquals(200, done.status(), done.text());
        assertEquals("\"8\"", done.header("etag"));
        refused(428, "precondition-required", act(7, null, ONE));
        refused(400, "malformed-parameter", act(7, "\"seven\"", ONE));
        refused(400, "malformed-parameter", act(7, "*", ONE));
        refused(400, "malformed-parameter", act(7, "W/\"7\"", ONE));
        var stale = act(7, "\"6\"", ONE);
        refused(412, "stale", stale);
        assertEquals(7, stale.json().path("currentVersion").asInt());
        assertTrue(stale.json().path("changes").isArray());
    }

    @Test
    void asksToComeBackWhenTheRecordIsLocked() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table idempotency in exclusive mode");
            var answer = caller.post("/edges/locked", "{}");
            refused(409, "busy", answer);
            assertEquals("1", answer.header("retry-after"));
            connection.rollback();
        }
    }
}
