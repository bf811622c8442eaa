package org.rongcuo.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;
import static org.rongcuo.publication.Notices.BOARD;
import static org.rongcuo.publication.Notices.CASES;
import static org.rongcuo.publication.Notices.HANDLER;
import static org.rongcuo.publication.Notices.NOTICE_OVER;
import static org.rongcuo.publication.Notices.REVIEW_OVER;
import static org.rongcuo.publication.Notices.answer;
import static org.rongcuo.publication.Notices.object;
import static org.rongcuo.publication.Notices.objection;
import static org.rongcuo.publication.Notices.published;
import static org.rongcuo.publication.Notices.refusal;
import static org.rongcuo.publication.Notices.status;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Sealing;

/** Anybody objects to a notice while it runs, unknown if they want; nothing is registered over an open objection. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class ObjectionTest {
    private static final String COLLEAGUE = "applicant.330922-2";
    private static final String DECIDER = "decider.330922";

    @Inject
    DemoClock clock;

    @Inject
    Sealing sealing;

    /** A notice to the public, with its case. */
    private record Hanging(String id, String notice) {}

    private Hanging hanging() {
        clock.set(Duration.ZERO);
        var id = Decided.exempt().fact("publicConcern", "社会关注").notified();
        clock.set(REVIEW_OVER);
        return new Hanging(id, published(id));
    }

    private static String sealed(String notice) throws Exception {
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement("select identity from objection where notice_id = ?::uuid")) {
            select.setString(1, notice);
            try (var row = select.executeQuery()) {
                assertTrue(row.next());
                return row.getString(1);
            }
        }
    }

    @Test
    void anObjectionWithoutNameIsTakenAndItsAnswerReadByTheReceiptAlone() {
        var hanging = hanging();
        String receipt = object(hanging.notice, Map.of("text", "会议纪要系事后补写", "evidence", "附会议签到表"))
                .then()
                .statusCode(201)
                .extract()
                .path("receipt");
        assertEquals(26, receipt.length());
        anonymous()
                .get("/api/v1/objections/" + receipt)
                .then()
                .statusCode(200)
                .body("text", equalTo("会议纪要系事后补写"))
                .body("answer", nullValue());
        anonymous()
                .get("/api/v1/objections/" + receipt.substring(1) + "0")
                .then()
                .statusCode(404);
        as(HANDLER)
                .get(CASES + hanging.id + "/objections")
                .then()
                .statusCode(200)
                .body("named", contains(false))
                .body("[0].due", org.hamcrest.Matchers.notNullValue());
        answer(HANDLER, hanging.id, objection(hanging.id), false)
                .then()
                .statusCode(200)
                .body("upheld", equalTo(false));
        anonymous()
                .get("/api/v1/objections/" + receipt.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("upheld", equalTo(false))
                .body("answer", equalTo("经核查,答复如下。"));
        assertEquals("PUBLICISED", status(hanging.id));
        answer(DECIDER, hanging.id, objection(hanging.id), true)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-answered"));
    }

    @Test
    void whoObjectsIsSealedEvenInTheLedger() throws Exception {
        var hanging = hanging();
        as(COLLEAGUE)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "异议", "name", "某甲", "contact", "0580-1"))
                .post(BOARD + "/" + hanging.notice + "/objections")
                .then()
                .statusCode(201);
        var kept = sealed(hanging.notice);
        assertFalse(kept.contains("某甲"), kept);
        var opened = sealing.open(kept, "objection:" + hanging.notice);
        assertTrue(opened.contains("某甲") && opened.contains(Office.person(COLLEAGUE)), opened);
        var ledger = as("inspector.330900")
                .queryParam("limit", 200)
                .get(CASES + hanging.id + "/ledger")
                .then()
                .statusCode(200)
                .extract();
        assertNull(ledger.path("items[-1].actor.id"));
        assertTrue(ledger.<String>path("items[-1].type").endsWith("objection-received"));
        assertFalse(ledger.asString().contains("某甲"));
        assertTrue(as("inspector.330900")
                .get(CASES + hanging.id + "/objections")
                .then()
                .statusCode(200)
                .extract()
                .<Boolean>path("[0].named"));
    }

    @Test
    void objectionsAreForTheOfficeNotForTheSubject() {
        var hanging = hanging();
        object(hanging.notice, Map.of("text", "异议")).then().statusCode(201);
        as("applicant.330922").get(CASES + hanging.id + "/objections").then().statusCode(403);
        as("supervisor.330922").get(CASES + hanging.id + "/objections").then().statusCode(403);
        for (var login : List.of("registrar.330922", "applicant.330922", "inspector.330900")) {
            assertEquals(
                    403, answer(login, hanging.id, objection(hanging.id), false).statusCode(), login);
        }
    }

    @Test
    void onlyWhileTheNoticeRunsAndOnlyInItsAudience() {
        clock.set(Duration.ZERO);
        var id = Decided.exempt().notified();
        clock.set(REVIEW_OVER);
        var notice = published(id);
        object(notice, Map.of("text", "异议")).then().statusCode(404);
        as("supervisor.330922")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "异议"))
                .post(BOARD + "/" + notice + "/objections")
                .then()
                .statusCode(404);
        as(COLLEAGUE)
                .contentType(ContentType.JSON)
                .body(Map.of("text", " "))
                .post(BOARD + "/" + notice + "/objections")
                .then()
                .statusCode(422);
        clock.set(NOTICE_OVER);
        as(COLLEAGUE)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "异议"))
                .post(BOARD + "/" + notice + "/objections")
                .then()
                .statusCode(404);
    }

    @Test
    void anObjectionUpheldLeadsBackToVerificationInANewRound() {
        var hanging = hanging();
        object(hanging.notice, Map.of("text", "异议一")).then().statusCode(201);
        var first = objection(hanging.id);
        object(hanging.notice, Map.of("text", "异议二")).then().statusCode(201);
        answer(DECIDER, hanging.id, first, true).then().statusCode(200);
        as(HANDLER)
                .get(CASES + hanging.id)
                .then()
                .body("status", equalTo("VERIFYING"))
                .body("round", equalTo(2));
        anonymous().get(BOARD + "/" + hanging.notice).then().statusCode(404);
        var entries = Office.entries(hanging.id);
        assertEquals("objection-upheld", entries.get(entries.size() - 1));
        // The other one is answered while the case is verified again, and moves nothing.
        answer(HANDLER, hanging.id, objection(hanging.id), true).then().statusCode(200);
        as(HANDLER)
                .get(CASES + hanging.id)
                .then()
                .body("status", equalTo("VERIFYING"))
                .body("round", equalTo(2));
    }

    @Test
    void anOpenObjectionBlocksTheRegistrationAlsoWhenTheNoticeWasTakenDown() {
        var hanging = hanging();
        object(hanging.notice, Map.of("text", "异议")).then().statusCode(201);
        clock.set(NOTICE_OVER);
        assertEquals("objection-open", refusal(HANDLER, hanging.id, "registration"));
        act(HANDLER, hanging.id, "registration", Map.of("materials", "认定书"))
                .then()
                .statusCode(409)
                .body("code", equalTo("objection-open"));
        act(HANDLER, hanging.id, "public-notices/" + hanging.notice + "/withdrawal", Map.of("reasons", "文字有误"))
                .then()
                .statusCode(200);
        assertEquals("objection-open", refusal(HANDLER, hanging.id, "registration"));
        answer(HANDLER, hanging.id, objection(hanging.id), true).then().statusCode(200);
        as(HANDLER)
                .get(CASES + hanging.id)
                .then()
                .body("status", equalTo("VERIFYING"))
                .body("round", equalTo(2));
    }

    private static Connection locked(String id) throws Exception {
        var connection = PostgreSQL.superuser();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from case_file where id = ?::uuid for update")) {
            lock.setString(1, id);
            assertTrue(lock.executeQuery().next());
        }
        return connection;
    }

    private static void waitedFor(int transactions) throws Exception {
        try (var connection = PostgreSQL.superuser();
                var count = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            for (int tries = 0; tries < 100; tries++) {
                try (var row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= transactions) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("nobody waits for the case");
    }

    @Test
    void anObjectionAndARegistrationThatRaceAreNeverBothTaken() throws Exception {
        for (int round = 0; round < 6; round++) {
            var hanging = hanging();
            // Both are sent; the objector came on the last day, the office on the day after it.
            CompletableFuture<Response> objecting;
            CompletableFuture<Response> registering;
            var etag = Office.etag(HANDLER, hanging.id);
            try (var held = locked(hanging.id)) {
                objecting = CompletableFuture.supplyAsync(() -> object(hanging.notice, Map.of("text", "异议")));
                waitedFor(1);
                if (round % 2 == 0) {
                    clock.set(NOTICE_OVER);
                }
                registering = CompletableFuture.supplyAsync(() -> as(HANDLER)
                        .header("If-Match", etag)
                        .contentType(ContentType.JSON)
                        .body(Map.of("materials", "认定书"))
                        .post(CASES + hanging.id + "/registration"));
                waitedFor(2);
                held.rollback();
            }
            var objected = objecting.get(30, TimeUnit.SECONDS).statusCode();
            var filed = registering.get(30, TimeUnit.SECONDS);
            if (round % 2 == 0) {
                assertEquals(404, objected, "the term ended while it waited");
                assertEquals(201, filed.statusCode(), filed.asString());
            } else {
                assertEquals(201, objected);
                assertEquals(409, filed.statusCode(), filed.asString());
            }
        }
    }
}
