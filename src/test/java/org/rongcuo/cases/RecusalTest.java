package org.rongcuo.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Who may not determine a case: whoever handled it, and whomever it concerns. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class RecusalTest {
    private static String evaluation(String id, String subject) {
        return Office.evaluate(HANDLER, id, subject).getString("id");
    }

    @Test
    void whoHandledTheCaseDoesNotDetermineIt() {
        var organ = Office.organ(HANDLER);
        Map<String, java.util.function.BiConsumer<String, String>> deeds = new java.util.LinkedHashMap<>();
        deeds.put("answered", (login, id) -> done(answer(login, id, subjects(id).get(0), Map.of("fraud", false))));
        deeds.put(
                "evaluated",
                (login, id) -> Office.evaluate(login, id, subjects(id).get(0)));
        deeds.put("documented", Situations::document);
        deeds.put(
                "named the team",
                (login, id) -> done(as(login)
                        .header("If-Match", Office.etag(login, id))
                        .contentType("application/json")
                        .body(Map.of("persons", List.of(Office.person(login), Office.person(HANDLER))))
                        .put(CASES + id + "/team")));
        deeds.put(
                "asked for a supplement",
                (login, id) -> done(act(
                        login,
                        id,
                        "supplements",
                        Map.of(
                                "wanted",
                                List.of("纪要"),
                                "due",
                                today().plusDays(5).toString()))));
        deeds.forEach((deed, handle) -> {
            var both = Office.newcomer(organ, "HANDLER", "DECIDER");
            var id = answered();
            var subject = subjects(id).get(0);
            var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
            handle.accept(both, id);
            var answer = act(both, id, "determinations", body);
            assertEquals(403, answer.statusCode(), () -> deed + ": " + answer.asString());
            assertEquals("handled-the-case", answer.path("code"), deed);
        });
        // Who did nothing but hold both roles, and a decider who only had it evaluated, may.
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        determine(Office.newcomer(organ, "HANDLER", "DECIDER"), id, body).then().statusCode(201);
        var evaluated = answered();
        subject = subjects(evaluated).get(0);
        var own = Office.evaluate(DECIDER, evaluated, subject).getString("id");
        determine(DECIDER, evaluated, Office.determination(subject, own, "EXEMPT"))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyDecidesHisOwnCaseHisOwnApplicationOrThatOfHisOwnUnit() {
        var organ = Office.organ(HANDLER);
        var login = Office.newcomer(organ, "DECIDER", "HANDLER", "APPLICANT");
        // As a subject.
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(login, "PARTY_MEMBER"));
        var first = subjects(id).get(0);
        done(answer(HANDLER, id, first, Office.exemptFacts()));
        var body = Office.determination(first, evaluation(id, first), "EXEMPT");
        act(login, id, "determinations", body).then().statusCode(403).body("code", equalTo("recused"));
        answer(login, id, first, Map.of("fraud", false)).then().statusCode(403).body("code", equalTo("recused"));
        // As the applicant, who is no subject.
        var own = Situations.opened(login, Situations.opening(subject(COLLEAGUE, "PARTY_MEMBER")));
        done(act(login, own, "application", Map.of()));
        act(login, own, "acceptance", Map.of("accepted", true))
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        done(act(HANDLER, own, "acceptance", Map.of("accepted", true)));
        body = Office.determination(subjects(own).get(0), UUID.randomUUID().toString(), "EXEMPT");
        act(login, own, "determinations", body).then().statusCode(403).body("code", equalTo("recused"));
        Situations.document(login, own);
        // As one of the unit that is a subject.
        var unit = Situations.opened(APPLICANT, Situations.opening(Map.of("organ", organ, "status", "UNIT")));
        done(act(APPLICANT, unit, "application", Map.of()));
        act(HANDLER, unit, "acceptance", Map.of("accepted", true))
                .then()
                .statusCode(403)
                .body("code", equalTo("recused"));
        done(act("handler.330900", unit, "acceptance", Map.of("accepted", true)));
        body = Office.determination(subjects(unit).get(0), UUID.randomUUID().toString(), "EXEMPT");
        act(DECIDER, unit, "determinations", body).then().statusCode(403).body("code", equalTo("recused"));
    }

    @Test
    void oneOrganDoesNotDetermineWhatAnotherHandles() {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        done(act(
                HANDLER, id, "assignments", Map.of("organ", Office.organ("organisation.330922"), "reasons", "移交组织部门")));
        as(DECIDER).get(CASES + id).then().statusCode(404);
        as(DECIDER)
                .header("If-Match", "\"5\"")
                .contentType("application/json")
                .body(body)
                .post(CASES + id + "/determinations")
                .then()
                .statusCode(404);
        as("organisation.330922").get(CASES + id).then().statusCode(200);
    }
}
