package org.rongcuo.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.GROUPS;
import static org.rongcuo.consultation.Zone.MEETINGS;
import static org.rongcuo.consultation.Zone.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Of two who act on the same version at once one wins, though both had seen it before they waited. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class MeetingRaceTest {
    private static Connection locked(String table, String id) throws Exception {
        var connection = PostgreSQL.superuser();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from " + table + " where id = ?::uuid for update")) {
            lock.setString(1, id);
            assertTrue(lock.executeQuery().next());
        }
        return connection;
    }

    private static void waitedFor(int transactions) throws Exception {
        try (var connection = PostgreSQL.superuser();
                var count = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            for (int tries = 0; tries < 500; tries++) {
                try (var row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= transactions) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("nobody waits");
    }

    /** The statuses of two requests that both wait for the row, sorted. */
    private static List<Integer> raced(String table, String id, Supplier<Response> one, Supplier<Response> other)
            throws Exception {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (var held = locked(table, id)) {
            first = CompletableFuture.supplyAsync(one);
            second = CompletableFuture.supplyAsync(other);
            waitedFor(2);
            held.rollback();
        }
        return Stream.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS))
                .map(Response::statusCode)
                .sorted()
                .toList();
    }

    private static Response attend(Zone zone, String meeting, String etag, String login) {
        return as(zone.lead)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(Map.of("present", List.of(Office.person(login))))
                .put(MEETINGS + "/" + meeting + "/attendance");
    }

    @Test
    void ofTwoAttendancesOnOneVersionOneIsTaken() throws Exception {
        var zone = Zone.founded();
        var meeting = zone.called(zone.referred(zone.answered()));
        var etag = Zone.etag(zone.lead, meeting);
        assertEquals(
                List.of(200, 412),
                raced(
                        "consultation_meeting",
                        meeting,
                        () -> attend(zone, meeting, etag, zone.lead),
                        () -> attend(zone, meeting, etag, zone.organisationLead)));
        assertEquals(1, Zone.meeting(zone.lead, meeting).getList("present").size());
    }

    private static Response revise(Zone zone, String etag, String name) {
        var content = zone.content();
        content.put("name", name);
        content.put("reasons", "更名");
        return as("administrator.000000")
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(content)
                .put(GROUPS + "/" + zone.group);
    }

    @Test
    void ofTwoRevisionsOfAGroupOnOneVersionOneIsTaken() throws Exception {
        var zone = Zone.founded();
        var etag = as(zone.handler).get(GROUPS + "/" + zone.group).header("ETag");
        assertEquals(
                List.of(200, 412),
                raced(
                        "coordination_group",
                        zone.group,
                        () -> revise(zone, etag, "协调小组甲"),
                        () -> revise(zone, etag, "协调小组乙")));
    }

    @Test
    void ofTwoMeetingsCalledOnOneCaseOneIsTaken() throws Exception {
        var zone = Zone.founded();
        var id = zone.answered();
        var consultation = zone.referred(id);
        assertEquals(
                List.of(201, 409),
                raced(
                        "case_file",
                        id,
                        () -> zone.call(zone.lead, today(), consultation),
                        () -> zone.call(zone.organisationLead, today(), consultation)));
    }
}
