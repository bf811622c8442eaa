package org.rongcuo.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.put;
import static org.rongcuo.cases.Situations.subject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.procedure.CaseStatus;

/** 联合承办 between organs, and links between cases. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class StaffingTest {
    private static final String ORGANISATION = "organisation.330922";

    private static Response coHandle(String login, String id, String organ) {
        return act(login, id, "co-handlers", Map.of("organ", organ, "reasons", "涉及干部管理"));
    }

    private static Response link(String login, String id, String other, String kind) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("case", other, "kind", kind, "reasons", "同一项目"))
                .post(CASES + id + "/links");
    }

    private static void invalid(Response response, String pointer, String code) {
        response.then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void anOrganThatHandlesTheCaseTooSeesItAndHandlesItAndDecidesNothing() {
        var id = answered();
        var organ = Office.organ(ORGANISATION);
        var decider = Office.newcomer(organ, "DECIDER");
        as(ORGANISATION).get(CASES + id).then().statusCode(404);
        coHandle(HANDLER, id, organ).then().statusCode(200).body("coHandlers.id", contains(organ));
        invalid(coHandle(HANDLER, id, organ), "/organ", "already-assigned");
        invalid(coHandle(HANDLER, id, Office.organ(HANDLER)), "/organ", "already-assigned");
        invalid(coHandle(HANDLER, id, UUID.randomUUID().toString()), "/organ", "organ-unknown");
        as(ORGANISATION).get("/api/v1/cases?limit=200").then().body("items.id", hasItem(id));
        done(answer(ORGANISATION, id, subjects(id).get(0), Map.of("loss", 5)));
        // It is a guest: the case is neither assigned nor given a team by it, nor does it bring or send away others.
        for (var foreign : List.of("assignments", "co-handlers", "co-handlers/" + organ + "/removal")) {
            act(ORGANISATION, id, foreign, Map.of("organ", Office.organ(HANDLER), "reasons", "移交"))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("not-the-party"));
        }
        put(ORGANISATION, id, "team", Map.of("persons", List.of(Office.person(ORGANISATION))))
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-party"));
        // Investigators of both organs; what they did they do not determine.
        done(put(
                ORGANISATION,
                id,
                "investigators",
                Map.of("persons", List.of(Office.person(HANDLER), Office.person(ORGANISATION)))));
        as(decider).get(CASES + id).then().statusCode(200);
        act(decider, id, "determinations", Map.of()).then().statusCode(403).body("code", equalTo("not-the-party"));
        // Its kind above is no co-handler.
        as("organisation.330900").get(CASES + id).then().statusCode(404);
        act(APPLICANT, id, "co-handlers/" + organ + "/removal", Map.of("reasons", "不必"))
                .then()
                .statusCode(403);
        act(HANDLER, id, "co-handlers/" + organ + "/removal", Map.of("reasons", "不再涉及"))
                .then()
                .statusCode(200)
                .body("coHandlers", empty());
        as(ORGANISATION).get(CASES + id).then().statusCode(404);
        act(HANDLER, id, "co-handlers/" + organ + "/removal", Map.of("reasons", "不再涉及"))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-co-handler"));
        coHandle(APPLICANT, id, organ).then().statusCode(403);
    }

    @Test
    void aTeamShutsACoHandlingOrganOutToo() {
        var id = answered();
        done(coHandle(HANDLER, id, Office.organ(ORGANISATION)));
        done(put(HANDLER, id, "team", Map.of("persons", List.of(Office.person(HANDLER)))));
        as(ORGANISATION).get(CASES + id).then().statusCode(404);
        done(put(HANDLER, id, "team", Map.of("persons", List.of(Office.person(HANDLER), Office.person(ORGANISATION)))));
        done(answer(ORGANISATION, id, subjects(id).get(0), Map.of("loss", 5)));
    }

    @Test
    void linkedCasesAreShownOnBothSidesToWhoSeesBoth() {
        var one = Office.anApplication("330922");
        var other = Situations.opened(COLLEAGUE, Situations.opening(subject(COLLEAGUE, "PARTY_MEMBER")));
        done(act(COLLEAGUE, other, "application", Map.of()));
        link(HANDLER, one, other, "RELATED")
                .then()
                .statusCode(201)
                .body("outgoing", equalTo(true))
                .body("other.id", equalTo(other));
        invalid(link(HANDLER, other, one, "RELATED"), "/case", "linked-already");
        as(HANDLER).get(CASES + one + "/links").then().body("other.id", contains(other));
        as(DECIDER)
                .get(CASES + other + "/links")
                .then()
                .body("other.id", contains(one))
                .body("outgoing", contains(false));
        as(APPLICANT).get(CASES + one + "/links").then().body("", empty());
        as(COLLEAGUE).get(CASES + other + "/links").then().body("", empty());
    }

    @Test
    void onlyACaseThatOneSeesAndThatFitsIsLinked() {
        var one = Office.anApplication("330922");
        var other = Situations.opened(COLLEAGUE, Situations.opening(subject(COLLEAGUE, "PARTY_MEMBER")));
        done(act(COLLEAGUE, other, "application", Map.of()));
        invalid(link(APPLICANT, one, other, "RELATED"), "/case", "case-unknown");
        invalid(link(APPLICANT, one, UUID.randomUUID().toString(), "RELATED"), "/case", "case-unknown");
        invalid(link(APPLICANT, one, one, "RELATED"), "/case", "case-unknown");
        invalid(link(HANDLER, one, other, "CONTINUES"), "/case", "not-ended");
        invalid(link(HANDLER, one, other, "INVOKES"), "/case", "not-a-filing");
        link(DECIDER, one, other, "RELATED").then().statusCode(403);
        as("organisation.330922").get(CASES + one + "/links").then().statusCode(404);
        done(act(COLLEAGUE, other, "withdrawal", Map.of("reasons", "不再申请")));
        done(link(HANDLER, one, other, "CONTINUES"));
        as(HANDLER).get(CASES + other + "/links").then().body("", hasSize(1)).body("kind", contains("CONTINUES"));
    }

    @Test
    void aCaseGoesOnWithOneThatWasRefused() {
        var one = Office.anApplication("330922");
        var other = Office.anApplication("330922");
        done(act(HANDLER, other, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项")));
        done(link(HANDLER, one, other, "CONTINUES"));
        as(HANDLER).get(CASES + one + "/links").then().body("other.id", contains(other));
    }

    @Test
    void aCaseGoesOnWithWhatIsSettledAndWithNothingElse() {
        var settled = Stream.of(CaseStatus.values())
                .filter(CaseStatus::isSettled)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStatus.class)));
        assertEquals(
                EnumSet.of(
                        CaseStatus.REFUSED,
                        CaseStatus.UNRESOLVED,
                        CaseStatus.REGISTERED,
                        CaseStatus.CLOSED,
                        CaseStatus.ARCHIVED,
                        CaseStatus.WITHDRAWN),
                settled);
    }
}
