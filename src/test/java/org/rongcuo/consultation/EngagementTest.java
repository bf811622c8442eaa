package org.rongcuo.consultation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Engagements: independent where they must be, flagged when late, and their findings adopted as answers. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EngagementTest {
    @Inject
    ConsultationDossier dossier;

    private static Map<String, Object> thirdParty() {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "THIRD_PARTY");
        body.put("termsOfReference", "评估设备选型损失数额");
        body.put(
                "participants",
                List.of(Map.of(
                        "name", "演示评估事务所",
                        "role", "评估机构",
                        "independent", true,
                        "declaration", "与本案当事人及有关单位无利害关系")));
        body.put("deadline", today().plusDays(5).toString());
        body.put("costEstimate", 1.25);
        return body;
    }

    private static Response commission(String login, String id, Map<String, Object> body) {
        return as(login).contentType(ContentType.JSON).body(body).post(CASES + id + "/engagements");
    }

    private static String commissioned(Zone zone, String id) {
        return commission(zone.handler, id, thirdParty())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response report(String login, String id, String engagement, Object... findings) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "经评估,损失 0.8 万元。", "cost", 1.2, "findings", findings))
                .post(CASES + id + "/engagements/" + engagement + "/report");
    }

    private static Response adopt(Zone zone, String id, String subject, Object value, String finding) {
        return as(zone.handler)
                .contentType(ContentType.JSON)
                .body(Map.of("answers", Map.of("loss", Map.of("value", value, "finding", finding))))
                .put(CASES + id + "/checklists/" + subject);
    }

    @Test
    void whoMustBeIndependentDeclaresItAndNoSubjectTakesPart() {
        var zone = Zone.founded();
        var id = zone.answered();
        for (var login : List.of(zone.applicant, zone.decider, zone.lead)) {
            commission(login, id, thirdParty()).then().statusCode(403);
        }
        commission(Zone.founded().handler, id, thirdParty()).then().statusCode(404);
        var body = thirdParty();
        body.put(
                "participants",
                List.of(
                        Map.of("name", "某机构", "role", "评估机构"),
                        Map.of("name", "某专家", "role", "专家", "independent", true),
                        Map.of(
                                "name", "当事人",
                                "role", "专家",
                                "person", Office.person(zone.applicant),
                                "independent", true,
                                "declaration", "无利害关系")));
        commission(zone.handler, id, body)
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems("/participants/0/independent", "/participants/1/independent", "/participants/2"))
                .body("violations.code", hasItem("is-a-subject"));
        body.put("kind", "HEARING");
        body.put("participants", List.of(Map.of("name", "群众代表", "role", "代表")));
        commission(zone.handler, id, body).then().statusCode(201);
        assertEquals(
                List.of("engagement-report-missing"),
                dossier.gaps(UUID.fromString(id)).stream()
                        .map(gap -> gap.code())
                        .toList());
    }

    @Test
    void theHearingThatTheBookAsksForComesBeforeTheDetermination() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        done(Office.answer(zone.handler, id, subject, Map.of("dispute", "争议较大")));
        Office.evaluate(zone.handler, id, subject);
        zone.concluded(id, zone.referred(id), "ADVICE", "EXEMPT");
        zone.determine(id, subject, "EXEMPT").then().statusCode(409).body("code", equalTo("hearing-required"));
        // A third party's inquiry is no hearing.
        done(report(zone.handler, id, commissioned(zone, id)));
        zone.determine(id, subject, "EXEMPT").then().statusCode(409).body("code", equalTo("hearing-required"));
        var hearing = thirdParty();
        hearing.put("kind", "HEARING");
        String held = commission(zone.handler, id, hearing)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        done(report(zone.handler, id, held));
        done(zone.determine(id, subject, "EXEMPT"));
    }

    @Test
    void aFindingIsOfferedAndAdoptedAsItIs() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var engagement = commissioned(zone, id);
        report(zone.handler, id, engagement, Map.of("item", "nothing", "value", 1))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("item-unknown"));
        report(zone.decider, id, engagement).then().statusCode(403);
        report(zone.handler, id, UUID.randomUUID().toString()).then().statusCode(404);
        report(zone.handler, id, engagement, Map.of("item", "loss", "value", 0.8))
                .then()
                .statusCode(200)
                .body("report.text", notNullValue())
                .body("late", equalTo(false));
        report(zone.handler, id, engagement).then().statusCode(409).body("code", equalTo("engagement-ended"));
        as(zone.handler)
                .get(CASES + id + "/checklists/" + subject)
                .then()
                .body("questions.find { it.item.item == 'loss' }.offers[0].record", equalTo(engagement))
                .body("questions.find { it.item.item == 'loss' }.offers[0].value", equalTo(0.8f));
        adopt(zone, id, subject, 0.9, engagement)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("finding-differs"));
        adopt(zone, id, subject, 0.8, UUID.randomUUID().toString()).then().statusCode(422);
        adopt(zone, id, subject, 0.80, engagement)
                .then()
                .statusCode(200)
                .body("questions.find { it.item.item == 'loss' }.answer.finding", equalTo(engagement));
        assertTrue(dossier.gaps(UUID.fromString(id)).isEmpty());
        assertEquals(1, dossier.parts(UUID.fromString(id)).size());
        assertTrue(dossier.parts(UUID.fromString(id)).get(0).content().get().length > 100);
    }

    @Test
    void whatIsLateIsFlaggedAndWhatIsCancelledFindsNothing() throws SQLException {
        var zone = Zone.founded();
        var id = zone.answered();
        var late = commissioned(zone, id);
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update engagement set deadline = current_date - 3 where id = '" + late + "'");
        }
        as(zone.applicant)
                .get(CASES + id + "/engagements")
                .then()
                .statusCode(200)
                .body("[0].late", equalTo(true));
        report(zone.handler, id, late).then().statusCode(200).body("late", equalTo(true));
        var cancelled = commissioned(zone, id);
        var path = CASES + id + "/engagements/" + cancelled + "/cancellation";
        as(zone.decider)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "不再需要"))
                .post(path)
                .then()
                .statusCode(403);
        as(zone.handler)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "不再需要"))
                .post(path)
                .then()
                .statusCode(200)
                .body("cancellation.reasons", equalTo("不再需要"));
        report(zone.handler, id, cancelled).then().statusCode(409);
        var entries = Office.entries(id);
        assertTrue(
                entries.containsAll(List.of("engagement-commissioned", "engagement-reported", "engagement-cancelled")));
    }

    private static List<String> due(String login, String id) {
        return as(login)
                .get("/api/v1/tasks?limit=200&state=OPEN&kind=STEP_DUE&case=" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject.collect { it.substring(it.indexOf(':') + 1) }.sort()");
    }

    @Test
    void itsReportIsATaskUntilItIsThereOrCancelled() {
        var zone = Zone.founded();
        var id = zone.answered(zone.applicant);
        assertEquals(List.of("核实"), due(zone.handler, id));
        var engagement = commissioned(zone, id);
        commissioned(zone, id);
        assertEquals(List.of("听取意见", "听取意见", "核实"), due(zone.handler, id));
        report(zone.handler, id, engagement, Map.of("item", "loss", "value", 0.8))
                .then()
                .statusCode(200);
        assertEquals(List.of("听取意见", "核实"), due(zone.handler, id));
        zone.referred(id);
        assertEquals(List.of("听取意见"), due(zone.handler, id));
        assertEquals(List.of("会商"), due(zone.lead, id), "the group's");
        assertEquals(List.of(), due(zone.decider, id));
    }
}
