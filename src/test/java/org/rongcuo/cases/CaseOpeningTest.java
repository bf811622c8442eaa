package org.rongcuo.cases;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.open;
import static org.rongcuo.cases.Situations.opened;
import static org.rongcuo.cases.Situations.opening;
import static org.rongcuo.cases.Situations.particulars;
import static org.rongcuo.cases.Situations.subject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Opening a case: a draft, its revision, the start ex officio, and all that is wrong told at once. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseOpeningTest {
    private static Response revise(String login, String id, Object body) {
        return as(login)
                .header("If-Match", Office.etag(login, id))
                .contentType(ContentType.JSON)
                .body(body)
                .put(CASES + id);
    }

    @Test
    void aDraftHasNoNumberAndNobodyHandlesItYet() {
        var response = open(APPLICANT, opening(subject(APPLICANT, "PARTY_MEMBER")));
        String id = response.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("number", nullValue())
                .body("handlingOrgan", nullValue())
                .body("level", equalTo("INTERNAL"))
                .body("subjects", hasSize(1))
                .extract()
                .path("id");
        as(APPLICANT)
                .get(response.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        as(HANDLER).get(CASES + id).then().statusCode(404);
        as("applicant.330900").get(CASES + id).then().statusCode(404);
        as(INSPECTOR).get(CASES + id).then().statusCode(200);
    }

    @Test
    void openingWritesOneEntryThatHoldsTheSubjects() {
        var id = opened(APPLICANT, opening(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PUBLIC_OFFICIAL")));
        as(INSPECTOR)
                .get(CASES + id + "/ledger")
                .then()
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("org.rongcuo.cases.case-opened"))
                .body("items[0].stateVersion", equalTo(1))
                .body("items[0].payload.event.particulars.title", equalTo("外岛撬装式加油试点"))
                .body(
                        "items[0].payload.event.subjects.person",
                        containsInAnyOrder(Office.person(APPLICANT), Office.person(COLLEAGUE)))
                .body("items[0].payload.event.subjects.status", hasItems("PARTY_MEMBER", "PUBLIC_OFFICIAL"));
    }

    @Test
    void aStartExOfficioIsNumberedHandledAndOneEntry() {
        var body = opening(subject(APPLICANT, "PARTY_MEMBER"));
        body.put("start", "EX_OFFICIO");
        var response = open(HANDLER, body);
        String id = response.then()
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("number", matchesPattern("嵊容〔\\d{4}〕\\d+号"))
                .body("handlingOrgan.id", equalTo(Office.organ(HANDLER)))
                .body("appliedAt", notNullValue())
                .extract()
                .path("id");
        as(HANDLER)
                .get(response.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200);
        as(INSPECTOR)
                .get(CASES + id + "/ledger")
                .then()
                .body("items.type", equalTo(List.of("org.rongcuo.cases.case-opened")))
                .body("items[0].payload.event.start", equalTo("EX_OFFICIO"))
                .body("items[0].payload.event.number", equalTo(response.path("number")))
                .body("items[0].payload.event.handlingOrgan", equalTo(Office.organ(HANDLER)));
        // The subject is told of the case, but it is no application of hers.
        as(APPLICANT).get(CASES + id).then().statusCode(200);
        act(APPLICANT, id, "withdrawal", Map.of("reasons", "不想办了")).then().statusCode(403);
    }

    @Test
    void anOfficerOfTheCityStartsACaseOfTheDistrictForTheDistrictsOrgan() {
        var body = opening(subject(APPLICANT, "PARTY_MEMBER"));
        body.put("start", "EX_OFFICIO");
        open("handler.330900", body)
                .then()
                .statusCode(201)
                .body("handlingOrgan.id", equalTo(Office.organ(HANDLER)))
                .body("number", matchesPattern("嵊容〔\\d{4}〕\\d+号"));
        body.put("jurisdiction", "330900");
        open(HANDLER, body).then().statusCode(403);
    }

    @Test
    void aStartExOfficioNeedsASubjectAndAnOrgan() {
        var body = opening();
        body.put("start", "EX_OFFICIO");
        open(HANDLER, body).then().statusCode(409).body("code", equalTo("no-subject"));
        body = opening(subject(APPLICANT, "PARTY_MEMBER"));
        body.put("start", "EX_OFFICIO");
        body.put("jurisdiction", "330902");
        open("handler.330900", body).then().statusCode(409).body("code", equalTo("no-handling-organ"));
    }

    @Test
    void nobodyStartsACaseAgainstHimselfOrOneThatHeMayNotSee() {
        var body = opening(subject(APPLICANT, "PARTY_MEMBER"), subject(HANDLER, "PARTY_MEMBER"));
        body.put("start", "EX_OFFICIO");
        open(HANDLER, body)
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/subjects/1/person")))
                .body("violations.code", equalTo(List.of("recused")));
        var sealed = opening(subject(APPLICANT, "PARTY_MEMBER"));
        sealed.put("start", "EX_OFFICIO");
        var particulars = particulars();
        particulars.put("level", "RESTRICTED");
        sealed.put("particulars", particulars);
        open(HANDLER, sealed)
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/particulars/level")))
                .body("violations.code", equalTo(List.of("above-clearance")));
    }

    @Test
    void onlyWhoHoldsTheRoleThereOpensACase() {
        open("decider.330922", opening()).then().statusCode(403);
        open("applicant.330922", Map.of()).then().statusCode(422);
        var body = opening();
        body.put("jurisdiction", "330900");
        open(APPLICANT, body).then().statusCode(403).body("code", equalTo("not-allowed"));
        body.put("start", "EX_OFFICIO");
        open(APPLICANT, body).then().statusCode(403);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        open(
                        APPLICANT,
                        Map.of(
                                "kind",
                                "PRIOR",
                                "particulars",
                                Map.of("title", " ", "conduct", Map.of("from", "2026-13-01"), "colour", "red"),
                                "subjects",
                                List.of(Map.of("status", "HERO"), Map.of("person", "x", "status", "OTHER"))))
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/kind",
                                "/jurisdiction",
                                "/particulars/title",
                                "/particulars/summary",
                                "/particulars/conduct/from",
                                "/particulars/colour",
                                "/subjects/0/status",
                                "/subjects/1/person"));
    }

    @Test
    void allThatContradictsIsToldAtOnceAcrossParticularsAndSubjects() {
        var known = subject(COLLEAGUE, "PARTY_MEMBER");
        var body = opening(
                Map.of("status", "OTHER"),
                Map.of("person", UUID.randomUUID().toString(), "status", "OTHER"),
                known,
                known,
                Map.of("organ", UUID.randomUUID().toString(), "status", "UNIT"),
                Map.of("person", Office.person(APPLICANT), "organ", Office.organ(APPLICANT), "status", "UNIT"));
        var particulars = particulars();
        particulars.put("field", "种地");
        particulars.put("conduct", Map.of("from", "2026-04-15", "to", "2026-04-14"));
        body.put("particulars", particulars);
        open(APPLICANT, body)
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/particulars/field",
                                "/particulars/conduct/to",
                                "/subjects/0",
                                "/subjects/1/person",
                                "/subjects/3",
                                "/subjects/4/organ",
                                "/subjects/5"))
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "field-unknown",
                                "before-start",
                                "person-or-organ",
                                "person-unknown",
                                "subject-twice",
                                "organ-unknown",
                                "person-or-organ"));
        body.put("jurisdiction", "999999");
        open(APPLICANT, body)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItems("/jurisdiction", "/subjects/0", "/particulars/field"));
    }

    @Test
    void conductLiesInThePastAndOneDayIsEnough() {
        var particulars = particulars();
        var body = opening();
        body.put("particulars", particulars);
        particulars.put("conduct", Map.of("from", Situations.today().toString()));
        open(APPLICANT, body)
                .then()
                .statusCode(201)
                .body("conduct.to", equalTo(Situations.today().toString()));
        particulars.put("conduct", Map.of("from", Situations.today().plusDays(1).toString()));
        open(APPLICANT, body).then().statusCode(422).body("violations.code", equalTo(List.of("in-the-future")));
        for (var date : List.of("2026-02-30", "2026-2-3", "today", "0000-00-00")) {
            particulars.put("conduct", Map.of("from", date));
            open(APPLICANT, body)
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/particulars/conduct/from")));
        }
    }

    @Test
    void aDraftIsRevisedByItsApplicantAlone() {
        var id = Office.aDraft("330922");
        var particulars = particulars();
        particulars.put("title", "外岛加油船试点");
        particulars.put("field", "重大项目建设");
        particulars.put("level", "SENSITIVE");
        revise(APPLICANT, id, particulars)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("title", equalTo("外岛加油船试点"))
                .body("field", equalTo("重大项目建设"))
                .body("level", equalTo("SENSITIVE"))
                .body("subjects", hasSize(1));
        as(COLLEAGUE)
                .header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body(particulars)
                .put(CASES + id)
                .then()
                .statusCode(404);
        assertEquals(List.of("case-opened", "case-revised"), Office.entries(id));
        Situations.done(act(APPLICANT, id, "application", Map.of("statement", "申请")));
        revise(APPLICANT, id, particulars).then().statusCode(409).body("code", equalTo("wrong-status"));
    }

    @Test
    void aRevisionsViolationsPointIntoItsOwnBody() {
        var id = Office.aDraft("330922");
        var particulars = particulars();
        particulars.put("field", "种地");
        particulars.put("conduct", Map.of("from", "2026-04-15", "to", "2026-04-14"));
        revise(APPLICANT, id, particulars)
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/field", "/conduct/to"));
        particulars.put("title", "");
        revise(APPLICANT, id, particulars).then().statusCode(422).body("violations.pointer", hasItems("/title"));
    }

    @Test
    void aSubjectIsAddedOnceAndAUnitMayBeOne() {
        var id = Office.aDraft("330922");
        act(APPLICANT, id, "subjects", Map.of("organ", Office.organ(APPLICANT), "status", "UNIT"))
                .then()
                .statusCode(200)
                .body("subjects", hasSize(2));
        act(APPLICANT, id, "subjects", Map.of("organ", Office.organ(APPLICANT), "status", "UNIT"))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("subject-twice"));
        act(APPLICANT, id, "subjects", Map.of("person", UUID.randomUUID().toString(), "status", "OTHER"))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/person")));
        act(APPLICANT, id, "subjects", subject(COLLEAGUE, "PARTY_MEMBER"))
                .then()
                .statusCode(200);
        as(COLLEAGUE).get(CASES + id).then().statusCode(200);
        assertEquals(List.of("case-opened", "subject-added", "subject-added"), Office.entries(id));
    }
}
