package org.rongcuo.cases;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** 补正: one notice with a term, one answer, before and after acceptance. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class SupplementTest {
    private static Map<String, Object> notice() {
        return Map.of(
                "wanted", List.of("会议纪要", "审计报告"), "due", today().plusDays(10).toString());
    }

    @Test
    void theApplicantIsToldWhatIsMissingAndSuppliesItOnce() {
        var id = Office.anApplication("330922");
        act(HANDLER, id, "supplements", notice())
                .then()
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("supplement.wanted", equalTo(List.of("会议纪要", "审计报告")))
                .body("supplement.due", equalTo(today().plusDays(10).toString()))
                .body("supplement.respondedAt", nullValue());
        var document = Situations.document(APPLICANT, id);
        act(APPLICANT, id, "supplement-responses", Map.of("statement", "补交会议纪要", "documents", List.of(document)))
                .then()
                .statusCode(200)
                .body("supplement.response", equalTo("补交会议纪要"))
                .body("supplement.documents", equalTo(List.of(document)))
                .body("supplement.respondedAt", notNullValue());
        act(APPLICANT, id, "supplement-responses", Map.of("statement", "再补"))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-open-notice"));
        act(HANDLER, id, "supplements", notice()).then().statusCode(409).body("code", equalTo("already-noticed"));
        assertEquals(
                List.of(
                        "case-opened",
                        "application-filed",
                        "supplement-noticed",
                        "document-added",
                        "supplement-received"),
                Office.entries(id));
    }

    @Test
    void itIsPossibleDuringVerificationAndDoesNotHinderAcceptance() {
        var id = Office.anApplication("330922");
        Situations.done(act(HANDLER, id, "supplements", notice()));
        act(HANDLER, id, "acceptance", Map.of("accepted", true)).then().statusCode(200);
        act(APPLICANT, id, "supplement-responses", Map.of("statement", "迟到的补正"))
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFYING"));
        var other = Office.aCaseUnderVerification("330922");
        act(HANDLER, other, "supplements", notice()).then().statusCode(200);
    }

    @Test
    void theTermEndsAfterTodayAndSomethingIsWanted() {
        var id = Office.anApplication("330922");
        act(HANDLER, id, "supplements", Map.of("wanted", List.of("纪要"), "due", today().toString()))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/due")))
                .body("violations.code", equalTo(List.of("not-in-the-future")));
        act(HANDLER, id, "supplements", Map.of("wanted", List.of()))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/wanted", "/due"));
        act(
                        HANDLER,
                        id,
                        "supplements",
                        Map.of(
                                "wanted",
                                List.of("纪要", " "),
                                "due",
                                today().plusDays(1).toString()))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/wanted/1")));
        act(APPLICANT, id, "supplements", notice()).then().statusCode(403);
        assertEquals(List.of("case-opened", "application-filed"), Office.entries(id));
    }

    @Test
    void onlyDocumentsOfTheCaseAreSuppliedAndAllStrangersAreNamed() {
        var id = Office.anApplication("330922");
        Situations.done(act(HANDLER, id, "supplements", notice()));
        var own = Situations.document(APPLICANT, id);
        var elsewhere = Situations.document(APPLICANT, Office.aDraft("330922"));
        act(
                        APPLICANT,
                        id,
                        "supplement-responses",
                        Map.of(
                                "statement",
                                "补正",
                                "documents",
                                List.of(elsewhere, own, UUID.randomUUID().toString())))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/documents/0", "/documents/2")))
                .body("violations.code", equalTo(List.of("document-unknown", "document-unknown")));
        as(APPLICANT).get(CASES + id).then().body("supplement.respondedAt", nullValue());
    }

    @Test
    void aCaseStartedExOfficioHasNobodyToSupplementIt() {
        var id = Situations.exOfficio();
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'supplements' }.allowed", equalTo(false))
                .body("find { it.act == 'supplements' }.reason.code", equalTo("no-applicant"));
        act(HANDLER, id, "supplements", notice()).then().statusCode(409).body("code", equalTo("no-applicant"));
    }

    @Test
    void aRefusalGivesItsReasonsAndEndsTheCase() {
        var id = Office.anApplication("330922");
        for (var reasons : new String[] {"", "  "}) {
            act(HANDLER, id, "acceptance", Map.of("accepted", false, "reasons", reasons))
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/reasons")));
        }
        act(HANDLER, id, "acceptance", Map.of("accepted", false)).then().statusCode(422);
        act(HANDLER, id, "acceptance", Map.of()).then().statusCode(422);
        act(HANDLER, id, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"));
        for (var login : List.of(APPLICANT, HANDLER, "handler.330900", Office.INSPECTOR)) {
            as(login).get(CASES + id).then().statusCode(200);
        }
        as("registrar.330922").get(CASES + id).then().statusCode(404);
        act(APPLICANT, id, "withdrawal", Map.of("reasons", "撤回"))
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-status"));
    }

    @Test
    void aWithdrawnCaseStaysVisibleToThoseWhoSawIt() {
        var draft = Office.aDraft("330922");
        act(APPLICANT, draft, "withdrawal", Map.of("reasons", "写错了")).then().statusCode(200);
        as(APPLICANT).get(CASES + draft).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        as(HANDLER).get(CASES + draft).then().statusCode(404);
        var id = Office.aCaseUnderVerification("330922");
        act(APPLICANT, id, "withdrawal", Map.of()).then().statusCode(422);
        act(APPLICANT, id, "withdrawal", Map.of("reasons", "不再申请")).then().statusCode(200);
        for (var login : List.of(APPLICANT, HANDLER, Office.INSPECTOR)) {
            as(login).get(CASES + id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        }
        as("registrar.330922").get(CASES + id).then().statusCode(404);
        assertEquals("application-withdrawn", Office.entries(id).get(3));
        assertEquals("draft-discarded", Office.entries(draft).get(1));
    }
}
