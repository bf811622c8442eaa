package org.rongcuo.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.policy.PastCases.EDITOR;
import static org.rongcuo.policy.PastCases.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Json;

/** How a replay is run: in batches, by one runner at a time, who may die or lose it at any moment. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactReplayJobTest {
    private static final BooleanSupplier TO_THE_END = () -> false;
    private static final ReplaySettings SMALL = new ReplaySettings(40, Duration.ofSeconds(30));

    @Inject
    ReplayRunner runner;

    @Inject
    ImpactReplays replays;

    @Inject
    ReplayParts parts;

    @Inject
    ReplayRecords records;

    @Inject
    Policies policies;

    @Inject
    PolicyVersions versions;

    private PastCases past;
    private String draft;
    private String whole;

    @BeforeEach
    void someHundredCases() throws SQLException {
        if (past == null) {
            past = PastCases.of(250);
            draft = PastCases.draft(past.book, model(15));
            whole = report(PastCases.replayed(draft, Map.of()).getString("id"));
        }
        assertFalse(runner.runNext(SMALL, TO_THE_END), "nothing is left over");
    }

    @AfterEach
    void nothingIsLeftOver() {
        QuarkusTransaction.requiringNew()
                .run(() -> replays.list("status in ('WAITING', 'RUNNING')")
                        .forEach(replay -> parts.end(replay.id(), ReplayStatus.CANCELLED, null, Instant.now())));
    }

    /** A replay that waits: nobody is woken to run it. */
    private UUID waiting(int number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var policy = policies.of(past.county, "tolerance").orElseThrow();
            var version = versions.of(policy, Integer.parseInt(draft.substring(draft.lastIndexOf('/') + 1)))
                    .orElseThrow();
            var replay = new ImpactReplay(
                    version,
                    versions.of(policy, 1).orElseThrow(),
                    Desk.today(),
                    ReplayFilters.NONE,
                    number,
                    UUID.fromString(Office.person(EDITOR)),
                    Instant.now());
            replays.persistAndFlush(replay);
            parts.create(replay.id(), records.borders(runner.scope(replay), number), number);
            return replay.id();
        });
    }

    private static String report(String id) throws SQLException {
        return text("select report from impact_replay where id = '" + id + "'");
    }

    private static String text(String query) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void change(String update) {
        try (var connection = PostgreSQL.superuser()) {
            assertTrue(connection.createStatement().executeUpdate(update) > 0, update);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void leasesEnd(UUID replay) {
        change("update impact_replay_part set lease_until = now() - interval '1 second'"
                + " where status = 'RUNNING' and replay_id = '" + replay + "'");
    }

    /** Holds from the so-manieth batch on. */
    private static BooleanSupplier after(int batches) {
        var done = new AtomicInteger();
        return () -> done.incrementAndGet() >= batches;
    }

    private JsonPath view(UUID replay) {
        return as(EDITOR)
                .get(draft + "/replays/" + replay)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void whoDiesInTheMiddleIsFollowedByAnotherAndTheReportIsTheSame() throws SQLException {
        var replay = waiting(1);
        for (int death = 1; death <= 3; death++) {
            assertFalse(runner.runNext(SMALL, after(2)), "died");
            assertEquals(80 * death, view(replay).getInt("progress.done"));
            assertEquals("RUNNING", view(replay).getString("status"));
            assertFalse(runner.runNext(SMALL, TO_THE_END), "the lease still holds");
            leasesEnd(replay);
        }
        assertTrue(runner.runNext(SMALL, TO_THE_END));
        assertEquals(whole, report(replay.toString()));
        assertEquals(past.latest.size(), view(replay).getInt("progress.done"));
        assertEquals(listed(whole), number("select count(*) from impact_case where replay_id = '" + replay + "'"));
    }

    /** How many a report counts as flipping or open. */
    private static long listed(String report) {
        var read = Json.read(report, ImpactReport.class);
        return read.flips().stream().mapToLong(ImpactReport.Flips::count).sum()
                + read.open().stream().mapToLong(ImpactReport.OpenGroup::count).sum();
    }

    private static long number(String count) throws SQLException {
        return Long.parseLong(text(count));
    }

    @Test
    void partsAddUpToTheWhole() throws SQLException {
        for (int number : new int[] {2, 4, 64}) {
            var replay = waiting(number);
            if (number < 64) {
                assertFalse(runner.runNext(SMALL, after(1)), "died in the first part");
                leasesEnd(replay);
            }
            var run = 0;
            while (runner.runNext(SMALL, TO_THE_END)) {
                run++;
                assertEquals(run == number, report(replay.toString()) != null, "whoever ends the last part merges");
            }
            assertEquals(number, run);
            assertEquals(whole, report(replay.toString()));
            assertEquals(
                    past.latest.size(),
                    number("select sum(done) from impact_replay_part where replay_id = '" + replay + "'"));
            if (number == 4) {
                assertTrue(
                        number("select min(done) from impact_replay_part where replay_id = '" + replay + "'") > 50,
                        "parts of about the same size");
            }
        }
    }

    @Test
    void workersTakeTheirPartBesideTheServer() throws Exception {
        var replay = waiting(3);
        assertFalse(runner.runNext(SMALL, after(1)), "the server is at part 0");
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = new ArrayList<>();
            both.add(() -> runner.runPart(replay, 1));
            both.add(() -> runner.runPart(replay, 2));
            for (var one : threads.invokeAll(both)) {
                assertTrue(one.get());
            }
        } finally {
            threads.shutdown();
        }
        assertFalse(runner.runPart(replay, 0), "it is the server's");
        assertFalse(runner.runPart(replay, 1), "it is done");
        assertNull(report(replay.toString()));
        leasesEnd(replay);
        assertTrue(runner.runPart(replay, 0), "the server is dead");
        assertEquals(whole, report(replay.toString()));
    }

    @Test
    void whoLostTheLeaseKeepsNothingMore() throws SQLException {
        var replay = waiting(1);
        var other = new AtomicInteger();
        assertTrue(runner.runNext(SMALL, () -> {
            if (other.getAndIncrement() == 1) {
                leasesEnd(replay);
                assertTrue(runner.runNext(SMALL, TO_THE_END), "another takes it and ends it");
            }
            return false;
        }));
        assertEquals(2, other.get(), "the third batch was refused");
        assertEquals(whole, report(replay.toString()));
        assertEquals(past.latest.size(), view(replay).getInt("progress.done"));
    }

    @Test
    void oneRunsAtATime() {
        var replay = waiting(2);
        assertFalse(runner.runNext(SMALL, () -> {
            assertFalse(runner.runNext(SMALL, TO_THE_END), "the second part waits, whoever asks");
            return true;
        }));
        leasesEnd(replay);
        assertTrue(runner.runNext(SMALL, TO_THE_END));
        assertTrue(runner.runNext(SMALL, TO_THE_END));
    }

    @Test
    void aReplayIsCancelledBetweenTwoBatchesAndStaysReadable() throws SQLException {
        var replay = waiting(1);
        var cancel = draft + "/replays/" + replay + "/cancellation";
        var batches = new AtomicInteger();
        assertTrue(runner.runNext(SMALL, () -> {
            if (batches.incrementAndGet() == 2) {
                as(EDITOR).post(cancel).then().statusCode(200).body("status", equalTo("CANCELLED"));
            }
            return false;
        }));
        assertEquals(2, batches.get());
        var view = view(replay);
        assertEquals("CANCELLED", view.getString("status"));
        assertEquals(80, view.getInt("progress.done"));
        assertNotNull(view.getString("finishedAt"));
        assertNull(view.get("report"));
        as(EDITOR).post(cancel).then().statusCode(409).body("code", equalTo("replay-over"));
        as("policy-editor.330900").post(cancel).then().statusCode(404);
        assertFalse(runner.runNext(SMALL, TO_THE_END));
    }

    @Test
    void whatFailsAgainAndAgainIsGivenUpAndStaysReadable() {
        var replay = waiting(1);
        change("update impact_replay set content_hash = 'sha256:0' where id = '" + replay + "'");
        for (int attempt = 1; attempt <= ReplayParts.MOST_ATTEMPTS; attempt++) {
            assertFalse(runner.runNext(SMALL, TO_THE_END));
            assertEquals("RUNNING", view(replay).getString("status"));
        }
        assertTrue(runner.runNext(SMALL, TO_THE_END), "given up");
        assertEquals("FAILED", view(replay).getString("status"));
        assertNotNull(view(replay).getString("failure"));
        assertFalse(runner.runNext(SMALL, TO_THE_END));
    }

    @Test
    void eachVectorIsJudgedOnce() throws SQLException {
        var replay = waiting(1);
        assertTrue(runner.runNext(SMALL, TO_THE_END));
        // The towns without a book of their own are judged by the county's versions, as the county is.
        var different = past.latest.stream()
                .map(each -> each.place().equals(past.strictTown) + " " + each.loss() + each.fraud())
                .distinct()
                .count();
        assertEquals(different, number("select judged from impact_replay_part where replay_id = '" + replay + "'"));
        assertTrue(different < past.latest.size() / 2);
    }

    @Test
    void aDraftEditedMeanwhileIsReplayedAsItWas() throws SQLException {
        var own = PastCases.draft(past.book, model(15));
        var shown = draft;
        draft = own;
        try {
            var replay = waiting(1);
            assertFalse(runner.runNext(SMALL, after(1)));
            as(EDITOR)
                    .header("If-Match", as(EDITOR).get(own).header("ETag"))
                    .contentType(ContentType.XML)
                    .body(model(30))
                    .put(own + "/model")
                    .then()
                    .statusCode(200);
            leasesEnd(replay);
            assertTrue(runner.runNext(SMALL, TO_THE_END));
            assertEquals(whole, report(replay.toString()));
            assertFalse(view(replay).getBoolean("current"));
        } finally {
            draft = shown;
        }
    }
}
