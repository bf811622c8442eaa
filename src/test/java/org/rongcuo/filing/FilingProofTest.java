package org.rongcuo.filing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rongcuo.Office.as;
import static org.rongcuo.PriorFilings.APPLICANT;
import static org.rongcuo.PriorFilings.HANDLER;
import static org.rongcuo.PriorFilings.accepted;
import static org.rongcuo.PriorFilings.at;
import static org.rongcuo.PriorFilings.exemption;
import static org.rongcuo.PriorFilings.feedback;
import static org.rongcuo.PriorFilings.found;
import static org.rongcuo.PriorFilings.invoked;
import static org.rongcuo.PriorFilings.note;
import static org.rongcuo.PriorFilings.submitted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** Exemption cases that rest on a filing: what the ledger proves, and what an investigator has to find. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class FilingProofTest {
    private static final String SUPPLIED = "questions.find { it.item.item == 'filed' }.supplied";

    @Inject
    DemoClock clock;

    private static LocalDate day(int fromToday) {
        return LocalDate.now(Clocks.SHANGHAI).plusDays(fromToday);
    }

    private static JsonPath sheet(String id, String subject) {
        return as(HANDLER)
                .get(at(id, "checklists/" + subject))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath sheet(String id) {
        return sheet(id, Office.onlySubject(HANDLER, id));
    }

    private static JsonPath invocations(String id) {
        return as(HANDLER)
                .get(at(id, "filing-invocations"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void whetherItWasFiledIsOpenUntilAnInvestigatorFindsItOfTheSameMatter() {
        var filing = accepted(day(1), day(60), Map.of());
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(15), null);
        var subject = Office.onlySubject(HANDLER, id);
        Office.answer(HANDLER, id, subject, Office.exemptFacts()).then().statusCode(200);
        assertEquals(
                Boolean.FALSE, Office.evaluate(HANDLER, id, subject).get("content.facts.filed"), "answered by hand");
        var invocation = invoked(APPLICANT, id, filing);

        assertEquals(List.of("OPEN"), invocations(id).getList("[0].results.state"));
        assertEquals(
                List.of("SAME_MATTER"),
                invocations(id).getList("[0].results[0].checks.findAll { it.met == null }.point"));
        assertEquals("本县外岛", invocations(id).getString("[0].scope"));
        var open = sheet(id);
        assertNull(open.get(SUPPLIED + ".value"));
        assertFalse(open.getString(SUPPLIED + ".why").isBlank());
        assertNull(open.get("questions.find { it.item.item == 'filed' }.answer"), "what was answered by hand is void");
        assertEquals(1, open.getList("openItems.findAll { it.item == 'filed' }").size());
        Office.answer(HANDLER, id, subject, Map.of("filed", true))
                .then()
                .statusCode(422)
                .body("violations.code", contains("supplied-by-system"));
        assertNull(Office.evaluate(HANDLER, id, subject).get("content.facts.filed"));

        found(APPLICANT, id, invocation, "confirmation").then().statusCode(403);
        found("decider.330922", id, invocation, "confirmation").then().statusCode(403);
        note(HANDLER, id, "filing-invocations/" + invocation + "/confirmation", Map.of("reasons", " "))
                .then()
                .statusCode(422);
        found(HANDLER, id, invocation, "confirmation")
                .then()
                .statusCode(200)
                .body("results.state", contains("PROVED"))
                .body("findings.sameMatter", contains(true));
        assertEquals(Boolean.TRUE, sheet(id).get(SUPPLIED + ".value"));
        assertEquals(Boolean.TRUE, Office.evaluate(HANDLER, id, subject).get("content.facts.filed"));
        found(HANDLER, id, invocation, "confirmation").then().statusCode(409).body("code", equalTo("no-invocation"));

        found(HANDLER + "-2", id, invocation, "dismissal")
                .then()
                .statusCode(200)
                .body("results.state", contains("DISPROVED"))
                .body("findings.sameMatter", contains(true, false));
        assertEquals(Boolean.FALSE, sheet(id).get(SUPPLIED + ".value"));
        as("inspector.330900")
                .queryParam("limit", 200)
                .get(at(id, "ledger"))
                .then()
                .body(
                        "items.type",
                        hasItems("org.rongcuo.filing.invocation-confirmed", "org.rongcuo.filing.invocation-dismissed"));
    }

    @Test
    void aHandlerWhoDoesNotInvestigateFindsNothing() {
        var filing = accepted(day(1), day(60), Map.of());
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(15), null);
        var invocation = invoked(APPLICANT, id, filing);
        found("handler.330900", id, invocation, "confirmation").then().statusCode(403);
        found("handler.330900", id, invocation, "dismissal").then().statusCode(403);
    }

    @Test
    void whoeverIsNotOfTheUnitThatFiledIsNotCoveredByIt() {
        var filing = accepted(day(1), day(60), Map.of());
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(15), null, "supervisor.330922");
        var invocation = invoked(APPLICANT, id, filing);
        found(HANDLER, id, invocation, "confirmation").then().statusCode(200);
        List<String> subjects = as(HANDLER).get("/api/v1/cases/" + id).path("subjects.id");
        assertEquals(Boolean.TRUE, sheet(id, subjects.get(0)).get(SUPPLIED + ".value"));
        assertEquals(Boolean.FALSE, sheet(id, subjects.get(1)).get(SUPPLIED + ".value"));
        assertEquals(subjects, invocations(id).getList("[0].results.subject"));
        assertEquals(List.of("PROVED", "DISPROVED"), invocations(id).getList("[0].results.state"));
        assertEquals(
                List.of("RELATED"), invocations(id).getList("[0].results[1].checks.findAll { it.met == false }.point"));
    }

    private void disproved(String id, String filing, String... points) {
        var invocation = note(HANDLER, id, "filing-invocations", Map.of("filing", filing))
                .then()
                .statusCode(201)
                .body("results.state", contains("DISPROVED"))
                .body("results[0].checks.findAll { it.met == false }.point", containsInAnyOrder(points))
                .extract()
                .<String>path("id");
        // Nobody's finding makes up for what the ledger says.
        found(HANDLER, id, invocation, "confirmation").then().statusCode(200);
        var sheet = sheet(id);
        assertEquals(Boolean.FALSE, sheet.get(SUPPLIED + ".value"));
        assertFalse(sheet.getString(SUPPLIED + ".why").isBlank());
    }

    @Test
    void aFilingMadeAfterTheActProvesNothing() {
        var filing = accepted(LocalDate.of(2026, 1, 1), day(30), Map.of());
        disproved(exemption(day(-30), day(-20), null), filing, "ACCEPTED", "BEFORE_THE_ACT");
        disproved(exemption(day(0), day(0), null), filing, "ACCEPTED", "BEFORE_THE_ACT");
    }

    @Test
    void aFilingThatHasExpiredOrIsOfAnotherFieldProvesNothing() {
        var expired = accepted(day(1), day(10), Map.of());
        var audit = accepted(day(1), day(60), Map.of("scope", Map.of("fields", List.of("审计"))));
        clock.set(Duration.ofDays(20));
        disproved(exemption(day(8), day(12), null), expired, "VALID");
        disproved(exemption(day(8), day(12), "生态环境"), audit, "FIELD");
    }

    @Test
    void aFilingAcceptedOnlyAfterTheErrorProvesNothing() {
        var filing = submitted("330922", APPLICANT, Map.of());
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(12), null);
        disproved(id, filing, "ACCEPTED", "BEFORE_THE_ACT");
        feedback(HANDLER, filing, "ACCEPTED").then().statusCode(200);
        assertEquals(
                List.of("ACCEPTED"),
                invocations(id).getList("[0].results[0].checks.findAll { it.met == false }.point"));
        assertEquals(Boolean.FALSE, sheet(id).get(SUPPLIED + ".value"));
    }

    @Test
    void onlyAFilingThatOneMayNameIsInvokedAndOnce() {
        var filing = accepted(day(1), day(60), Map.of());
        String number = as(HANDLER).get("/api/v1/cases/" + filing).path("number");
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(15), null);
        note("decider.330922", id, "filing-invocations", Map.of("filing", number))
                .then()
                .statusCode(403);
        note(APPLICANT, id, "filing-invocations", Map.of("filing", "嵊容〔2001〕1号"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("filing-unknown"));
        invoked(APPLICANT, id, number);
        note(HANDLER, id, "filing-invocations", Map.of("filing", filing))
                .then()
                .statusCode(422)
                .body("violations.code", contains("already-invoked"));
    }

    @Test
    void theEvidenceOfTheFilingsDecisionIsOfferedInTheCase() {
        var filing = accepted(day(1), day(60), Map.of());
        String number = as(HANDLER).get("/api/v1/cases/" + filing).path("number");
        note(
                        APPLICANT,
                        filing,
                        "decision-evidence",
                        Map.of(
                                "kind", "COLLECTIVE",
                                "heldOn", "2026-01-05",
                                "organiser", "局党组",
                                "conclusion", "同意先行先试",
                                "supports", true,
                                "participants", 7,
                                "quorum", 5))
                .then()
                .statusCode(201);
        clock.set(Duration.ofDays(20));
        var id = exemption(day(8), day(15), null);
        invoked(APPLICANT, id, number);
        as(HANDLER)
                .get(at(id, "decision-evidence"))
                .then()
                .statusCode(200)
                .body("evidence.fromFiling", contains(number))
                .body("missing.kind", containsInAnyOrder("RESEARCH", "EXPERT", "RISK", "LEGALITY", "PARTICIPATION"));
        assertEquals(List.of("集体民主决策"), sheet(id).getList("questions.find { it.item.item == 'process' }.offers.value"));
    }
}
