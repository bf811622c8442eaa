package org.rongcuo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** A draft replayed over cases that went their way by real acts; what people determined stands apart. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ImpactOfRealCasesTest {
    private static final LocalDate CONDUCT = LocalDate.of(2026, 3, 1);

    @Test
    void theLatestEvaluationCountsAndTheOutcomeOfPeopleStandsApart() throws SQLException {
        var county = County.founded();
        county.book("tolerance", "DECISION");
        county.version(
                "tolerance", Map.of("a", "是,否"), LocalDate.of(2020, 1, 1), Instant.parse("2020-01-01T00:00:00Z"));
        var determined = evaluated(county, "否");
        county.determine(determined, county.subjects(determined).get(0));
        var open = evaluated(county, "否");
        evaluate(county, open, "是");

        // In the draft the other answer hits the bottom line.
        var draft = draft(county, Map.of("a", "否,是"));
        var view = replayed(county, draft);
        assertEquals(2, view.getInt("report.subjects"));
        assertEquals(2, view.getInt("report.cases"));
        assertEquals(
                Set.of("EXEMPT NOT_TOLERABLE HEAVIER 1", "NOT_TOLERABLE EXEMPT LIGHTER 1"),
                new HashSet<>(view.<Map<String, Object>>getList("report.flips").stream()
                        .map(flip -> flip.get("from") + " " + flip.get("to") + " " + flip.get("direction") + " "
                                + flip.get("count"))
                        .toList()));
        assertEquals(
                List.of(county.code + "/tolerance:tr1", county.code + "/tolerance:br"),
                view.getList("report.flips.find { it.from == 'EXEMPT' }.rows[0].after"));
        assertEquals(1, view.getInt("report.recorded.size()"), "one is determined");
        assertEquals("NOT_TOLERABLE", view.getString("report.recorded[0].outcome"));
        assertEquals(List.of("EXEMPT"), view.getList("report.recorded[0].before"));
        assertEquals(List.of("NOT_TOLERABLE"), view.getList("report.recorded[0].after"));
        assertEquals(
                0,
                as(county.editor)
                        .get(draft + "/replays/" + view.getString("id") + "/cases")
                        .<Integer>path("count.count"));
        assertNull(view.get("failure"));
    }

    /** What is recorded beside the content is what the content says. */
    @Test
    void theMatterAndTheFactsStandBesideTheContent() throws SQLException {
        var county = County.founded();
        county.book("tolerance", "DECISION");
        county.version(
                "tolerance", Map.of("a", "是,否"), LocalDate.of(2020, 1, 1), Instant.parse("2020-01-01T00:00:00Z"));
        var id = evaluated(county, "否");
        try (var connection = PostgreSQL.superuser();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select e.jurisdiction = c.jurisdiction_code and e.field is not distinct from c.field"
                                        + " and e.subject_status = s.status and e.conduct_until = c.conduct_to"
                                        + " and e.decided_on = (e.at at time zone 'Asia/Shanghai')::date"
                                        + " and e.facts = e.content::json ->> 'facts'"
                                        + " and e.facts_hash = 'sha256:' || encode(sha256(convert_to(e.content::json ->> 'facts', 'UTF8')), 'hex')"
                                        + " from evaluation_record e join case_file c on c.id = e.case_ref"
                                        + " join case_subject s on s.id = e.subject_ref where e.case_ref = '" + id
                                        + "'")) {
            assertEquals(true, row.next() && row.getBoolean(1));
        }
    }

    private static String evaluated(County county, String answer) {
        var id = county.verifying(CONDUCT);
        evaluate(county, id, answer);
        return id;
    }

    private static void evaluate(County county, String id, String answer) {
        var subject = county.subjects(id).get(0);
        Office.answer(county.handler, id, subject, Map.of("a", answer)).then().statusCode(200);
        Office.evaluate(county.handler, id, subject);
    }

    private static String draft(County county, Map<String, String> items) {
        var versions = "/api/v1/policies/" + county.code + "/tolerance/versions";
        return versions + "/"
                + as(county.editor)
                        .contentType(ContentType.XML)
                        .body(County.model(items).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post(versions)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("number");
    }

    private static JsonPath replayed(County county, String draft) {
        var id = as(county.editor)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(draft + "/replays")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        for (int tried = 0; tried < 500; tried++) {
            var view = as(county.editor).get(draft + "/replays/" + id).jsonPath();
            if ("FINISHED".equals(view.getString("status"))) {
                return view;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        throw new AssertionError("not over");
    }
}
