package org.rongcuo.filing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;
import static org.rongcuo.PriorFilings.APPLICANT;
import static org.rongcuo.PriorFilings.HANDLER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.PriorFilings;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.County;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** What anyone proposes is answered with reasons, within its term. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class ProposalTest {
    private static final String DECIDER = "decider.330922";

    @Inject
    ProposalTerms terms;

    @Inject
    DemoClock clock;

    /** Of a matter named once. */
    private static String proposed(String matter) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("jurisdiction", "330922", "matter", matter, "text", "建议启动容错核实", "contact", "某渔民"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .body("answer", nullValue())
                .extract()
                .path("receipt");
    }

    private static String matter() {
        return "码头改造" + UUID.randomUUID();
    }

    private static String id(String matter) {
        return as(HANDLER)
                .get("/api/v1/proposals?open=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.matter == '" + matter + "' }.id");
    }

    private static Response answer(String login, String id, Map<String, Object> body) {
        return as(login).contentType(ContentType.JSON).body(body).post("/api/v1/proposals/" + id + "/answer");
    }

    private static List<String> tasks(String login, String id, String state) {
        return as(login)
                .get("/api/v1/tasks?limit=200&state=" + state + "&kind="
                        + (login.equals(DECIDER) ? "PROPOSAL_OVERDUE" : "PROPOSAL_DUE"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.proposal == '" + id + "' }.kind");
    }

    @Test
    void anyoneProposesAndIsAnsweredWithReasons() {
        var matter = matter();
        var receipt = proposed(matter);
        as(APPLICANT).get("/api/v1/proposals").then().statusCode(403);
        var id = id(matter);
        Map<String, Object> declined = Map.of("reasons", "已另案办理");
        answer("inspector.330900", id, declined).then().statusCode(403);
        answer(HANDLER, id, declined).then().statusCode(200).body("answer", equalTo("DECLINED"));
        answer(HANDLER, id, declined).then().statusCode(409);
        anonymous()
                .get("/api/v1/proposals/by-receipt/" + receipt)
                .then()
                .statusCode(200)
                .body("answer", equalTo("DECLINED"))
                .body("reasons", equalTo("已另案办理"));
        anonymous().get("/api/v1/proposals/by-receipt/AAAA").then().statusCode(404);
    }

    @Test
    void onlyACaseOpenedSinceIsStartedByAProposal() {
        var older = Office.anApplication("330922");
        var matter = matter();
        proposed(matter);
        var id = id(matter);
        var filing = PriorFilings.draft(
                LocalDate.now(Clocks.SHANGHAI), LocalDate.now(Clocks.SHANGHAI).plusDays(9));
        PriorFilings.write(
                        APPLICANT,
                        filing,
                        PriorFilings.content(
                                LocalDate.now(Clocks.SHANGHAI),
                                LocalDate.now(Clocks.SHANGHAI).plusDays(9),
                                PriorFilings.minutes(filing)))
                .then()
                .statusCode(200);
        PriorFilings.submit(APPLICANT, filing).then().statusCode(200);
        answer(
                        HANDLER,
                        id,
                        Map.of("reasons", "启动", "startedCase", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("violations.code", contains("case-unknown"));
        answer(HANDLER, id, Map.of("reasons", "启动", "startedCase", older))
                .then()
                .statusCode(422)
                .body("violations.code", contains("older-than-the-proposal"));
        answer(HANDLER, id, Map.of("reasons", "启动", "startedCase", filing))
                .then()
                .statusCode(422)
                .body("violations.code", contains("not-started"));
        answer(HANDLER, id, Map.of("reasons", "启动", "startedCase", Office.anApplication("330922")))
                .then()
                .statusCode(200)
                .body("answer", equalTo("STARTED"));
    }

    @Test
    void anAnswerIsOwedWithinTheBooksTermAndEscalatedOnceWhenItIsOverdue() {
        var matter = matter();
        proposed(matter);
        var id = id(matter);
        as(HANDLER)
                .get("/api/v1/proposals?open=true&limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.dueOn", notNullValue())
                .body("items.find { it.id == '" + id + "' }.overdue", equalTo(false));
        assertEquals(List.of("PROPOSAL_DUE"), tasks(HANDLER, id, "OPEN"));
        assertEquals(List.of(), tasks(County.founded().handler, id, "OPEN"), "of another place");
        terms.escalateAll();
        assertEquals(List.of(), tasks(DECIDER, id, "OPEN"));

        clock.set(Duration.ofDays(60));
        terms.escalateAll();
        assertEquals(0, terms.escalateAll(), "once");
        assertEquals(List.of("PROPOSAL_OVERDUE"), tasks(DECIDER, id, "OPEN"));
        as(HANDLER)
                .get("/api/v1/proposals?open=true&limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.overdue", equalTo(true));

        answer(HANDLER, id, Map.of("reasons", "已另案办理")).then().statusCode(200);
        assertEquals(List.of(), tasks(DECIDER, id, "OPEN"));
        assertEquals(List.of("PROPOSAL_OVERDUE"), tasks(DECIDER, id, "DONE"));
        assertEquals(List.of("PROPOSAL_DUE"), tasks(HANDLER, id, "DONE"));
    }
}
