package org.rongcuo.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import static org.rongcuo.publication.Notices.preview;
import static org.rongcuo.publication.Notices.publish;
import static org.rongcuo.publication.Notices.published;
import static org.rongcuo.publication.Notices.refusal;
import static org.rongcuo.publication.Notices.status;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.shared.Clocks;

/** A notice says no more than it may, to nobody beyond its audience, and not a day longer. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class PublicNoticeTest {
    private static final String APPLICANT = "applicant.330922";
    private static final String COLLEAGUE = "applicant.330922-2";

    @Inject
    DemoClock clock;

    @Inject
    Calendars calendars;

    @BeforeEach
    void theReviewTermOfWhatIsMadeFirstWillBeOver() {
        clock.set(java.time.Duration.ZERO);
    }

    private String notified(Decided decided) {
        var id = decided.notified();
        clock.set(REVIEW_OVER);
        return id;
    }

    private static void seen(String login, String notice, boolean visible) {
        var request = login == null ? anonymous() : as(login);
        request.get(BOARD + "/" + notice).then().statusCode(visible ? 200 : 404);
        var again = login == null ? anonymous() : as(login);
        again.queryParam("limit", 200)
                .get(BOARD)
                .then()
                .statusCode(200)
                .body("items.id", visible ? hasItem(notice) : not(hasItem(notice)));
    }

    @Test
    void thePreviewTellsOutcomeCircumstancesAndBasisButNobodysName() {
        var id = notified(Decided.exempt());
        var preview = preview(id);
        assertEquals("UNIT", preview.getString("audience"));
        assertEquals(5, preview.getInt("days"));
        assertEquals(0, preview.getInt("leftOut"));
        var text = preview.getString("text");
        assertTrue(text.contains("免责") && text.contains("演某(党员)"), text);
        assertTrue(text.contains("舟山") || text.contains("嵊泗"), text);
        assertFalse(text.contains("演示·嵊泗申请人甲"), text);
    }

    @Test
    void theUnitsNoticeIsSeenInTheUnitAloneAndGoneWhenTheTermEnds() {
        var id = notified(Decided.exempt());
        var notice = published(id);
        assertEquals("PUBLICISED", status(id));
        assertEquals(
                "notice-published", Office.entries(id).get(Office.entries(id).size() - 1));
        seen(COLLEAGUE, notice, true);
        seen("applicant.330900", notice, false);
        seen("supervisor.330922", notice, false);
        seen(null, notice, false);
        as(COLLEAGUE)
                .get(BOARD + "/" + notice)
                .then()
                .body("text", containsString("免责"))
                .body("caseId", nullValue());
        clock.set(NOTICE_OVER);
        seen(COLLEAGUE, notice, false);
        as(HANDLER)
                .get(CASES + id + "/public-notices")
                .then()
                .statusCode(200)
                .body("id", contains(notice))
                .body("[0].running", equalTo(false))
                .body("[0].text", containsString("免责"));
        as(COLLEAGUE).get(CASES + id + "/public-notices").then().statusCode(404);
    }

    @Test
    void itRunsToTheEndOfItsLastDay() {
        var id = notified(Decided.exempt());
        var notice = published(id);
        var last = LocalDate.parse(
                as(HANDLER).get(CASES + id + "/public-notices").then().extract().path("[0].until"));
        Office.on(clock, last);
        seen(COLLEAGUE, notice, true);
        assertEquals("notice-running", refusal(HANDLER, id, "registration"));
        Office.on(clock, last.plusDays(1));
        seen(COLLEAGUE, notice, false);
        assertNull(refusal(HANDLER, id, "registration"));
    }

    @Test
    void nothingIsPublishedWhileAReviewMayBeAskedFor() {
        var id = Decided.exempt().notified();
        var last = LocalDate.parse(as(APPLICANT)
                .get(CASES + id + "/internal-reviews")
                .then()
                .extract()
                .path("terms[0].lastDay"));
        for (var day : List.of(LocalDate.now(Clocks.SHANGHAI), last)) {
            Office.on(clock, day);
            assertEquals("review-term-open", refusal(HANDLER, id, "public-notices"));
            publish(id, Map.of()).then().statusCode(409).body("code", equalTo("review-term-open"));
        }
        Office.on(clock, last.plusDays(1));
        publish(id, Map.of()).then().statusCode(201);
    }

    @Test
    void whoWaivesTheReviewHasTheNoticePublishedAtOnce() {
        var id = Decided.exempt().notified();
        var determination =
                as(HANDLER).get(CASES + id + "/determinations").then().extract().<String>path("[0].id");
        Office.act(APPLICANT, id, "internal-reviews/waivers", Map.of("determination", determination))
                .then()
                .statusCode(201);
        publish(id, Map.of()).then().statusCode(201);
    }

    @Test
    void theLastDayIsReckonedInWorkingDays() {
        var id = notified(Decided.exempt());
        var today = Clocks.today(clock);
        publish(id, Map.of()).then().statusCode(201).body("from", equalTo(today.toString()));
        var until = LocalDate.parse(
                as(HANDLER).get(CASES + id + "/public-notices").then().extract().<String>path("[0].until"));
        assertEquals(5, calendars.current().workingDays(today, until), "until " + until);
        assertEquals(until.toString(), preview(id).getString("until"));
    }

    @Test
    void aNoticeForTheSystemIsSeenByWhoIsRegisteredThereAndOneForThePublicByEverybody() {
        var system = published(notified(Decided.exempt().fact("publicConcern", "系统内知晓")));
        seen("supervisor.330922", system, true);
        seen("supervisor.330900", system, false);
        seen(null, system, false);
        clock.set(java.time.Duration.ZERO);
        var open = published(notified(Decided.exempt().fact("publicConcern", "社会关注")));
        seen("supervisor.330900", open, true);
        seen(null, open, true);
        anonymous().queryParam("jurisdiction", "330900").get(BOARD).then().body("items.id", not(hasItem(open)));
    }

    @Test
    void neverWiderThanTheBookAndNarrowerOnlyWithReasons() {
        var id = notified(Decided.exempt().fact("publicConcern", "系统内知晓"));
        publish(id, Map.of("audience", "PUBLIC"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("wider-than-the-book"));
        for (var days : List.of(3, 6)) {
            publish(id, Map.of("audience", "UNIT", "days", days))
                    .then()
                    .statusCode(422)
                    .body(
                            "violations.code",
                            containsInAnyOrder("not-the-days-of-the-book", "narrower-without-reasons"));
        }
        publish(id, Map.of("audience", "UNIT", "days", 5, "reasons", "影响限于本单位"))
                .then()
                .statusCode(201)
                .body("audience", equalTo("UNIT"))
                .body("ceiling", equalTo("SYSTEM"));
        assertEquals("PUBLICISED", status(id));
    }

    @Test
    void theCasesLevelNarrowsTheAudience() {
        var id = notified(Decided.exempt().fact("publicConcern", "社会关注").level("SENSITIVE"));
        assertEquals("SYSTEM", preview(id).getString("audience"));
        assertTrue(preview(id).getBoolean("narrowedByLevel"));
        publish(id, Map.of("audience", "PUBLIC"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("level-too-high"));
    }

    @Test
    void refusesNamesAndNumbersOfPersonsHoweverTheyAreSpaced() {
        var id = notified(Decided.exempt());
        for (var text : List.of("演示·嵊泗申请人甲免责", "演 示 嵊泗申请\u200b人甲免责", "演示·嵊泗 申请人甲", "演示/嵊泗、申请人,甲")) {
            publish(id, Map.of("text", text)).then().statusCode(422).body("violations.code", contains("full-name"));
        }
        for (var number : List.of("330922 19800101 1234", "330922–19900101–1234", "3309221990  01011234")) {
            publish(id, Map.of("text", "当事人 " + number + " 免责"))
                    .then()
                    .statusCode(422)
                    .body("violations.code", contains("identity-number"));
        }
        for (var number : List.of("138/1234/5678", "(138)1234 5678", "138、1234、5678")) {
            publish(id, Map.of("text", "电话 " + number))
                    .then()
                    .statusCode(422)
                    .body("violations.code", contains("telephone-number"));
        }
        publish(id, Map.of("text", "证件330922800101123,电话138 0013 8000"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("identity-number", "telephone-number"));
        publish(id, Map.of("text", "演某免责。监督电话 0580-5081234。公示 2026-11-02 至 2026-11-06。投资 13,800,000,000 元。"))
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsNotToleratedIsNeverPublished() {
        var none = notified(Decided.of().subject(APPLICANT, "NOT_TOLERABLE"));
        as(HANDLER)
                .get(CASES + none + "/public-notices/preview")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-publish"));
        act(HANDLER, none, "public-notices", Map.of("text", "公示"))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-publish"));
        assertEquals("nothing-to-publish", refusal(HANDLER, none, "public-notices"));
        assertNull(refusal(HANDLER, none, "registration"));

        clock.set(java.time.Duration.ZERO);
        var mixed = notified(Decided.of().subject(APPLICANT, "EXEMPT").subject(COLLEAGUE, "NOT_TOLERABLE"));
        var preview = preview(mixed);
        assertEquals(1, preview.getInt("leftOut"));
        assertFalse(preview.getString("text").contains("不予容错"), preview.getString("text"));
    }

    @Test
    void theSimplifiedRouteIsRegisteredWithoutNotice() {
        var id = notified(Decided.exempt().fact("complexity", "简易").complexity("SIMPLE"));
        assertEquals("no-notice", refusal(HANDLER, id, "public-notices"));
        assertNull(refusal(HANDLER, id, "registration"));
    }

    @Test
    void anAnswerAloneMakesNoSimplifiedCaseAndLeavesNoNoticeOut() {
        var id = notified(Decided.exempt().fact("complexity", "简易"));
        assertEquals("UNIT", preview(id).getString("audience"));
        assertEquals("notice-due", refusal(HANDLER, id, "registration"));
    }

    @Test
    void whatIsDeterminedAgainstTheTableIsPublishedAsWhatItWasDetermined() {
        var id = notified(Decided.exempt()
                .fact("privateGain", "为个人")
                .fact("publicConcern", "系统内知晓")
                .departing());
        as(HANDLER)
                .get(CASES + id + "/determinations")
                .then()
                .body("[0].recommendation", equalTo("NOT_TOLERABLE"))
                .body("[0].outcome", equalTo("EXEMPT"));
        assertEquals("SYSTEM", preview(id).getString("audience"));
        assertEquals(5, preview(id).getInt("days"));
        assertEquals("notice-due", refusal(HANDLER, id, "registration"));
        published(id);
        assertEquals("PUBLICISED", status(id));
    }

    @Test
    void whoDeterminesMayForgoTheNoticeWithReasonsAndThenItIsRegistered() {
        var id = notified(Decided.exempt());
        assertEquals("notice-due", refusal(HANDLER, id, "registration"));
        act(HANDLER, id, "registration", Map.of("materials", "认定书"))
                .then()
                .statusCode(409)
                .body("code", equalTo("notice-due"));
        publish(id, Map.of("audience", "NONE", "reasons", "公示将使当事人健康受损"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("notice-waived-by-deciders"));
        var reasons = Map.of("reasons", "公示将使当事人健康受损");
        act(HANDLER, id, "public-notices/waiver", reasons).then().statusCode(403);
        act("decider.330922", id, "public-notices/waiver", Map.of()).then().statusCode(422);
        act("decider.330922", id, "public-notices/waiver", reasons)
                .then()
                .statusCode(201)
                .body("audience", equalTo("NONE"))
                .body("running", equalTo(false));
        assertEquals("NOTIFIED", status(id));
        assertNull(refusal(HANDLER, id, "registration"));
    }

    @Test
    void aNoticeTakenDownIsGoneAtOnceAndMayBePublishedAgain() {
        var id = notified(Decided.exempt());
        var first = published(id);
        act("handler.330922-2", id, "public-notices/" + first + "/withdrawal", Map.of("reasons", "文字有误"))
                .then()
                .statusCode(200)
                .body("running", equalTo(false));
        assertEquals("NOTIFIED", status(id));
        seen(COLLEAGUE, first, false);
        act(HANDLER, id, "public-notices/" + first + "/withdrawal", Map.of("reasons", "再撤"))
                .then()
                .statusCode(409);
        seen(COLLEAGUE, published(id), true);
    }

    @Test
    void thePaperOfANoticeNamesNobodyEither() throws Exception {
        var id = notified(Decided.exempt());
        as(HANDLER)
                .contentType("application/json")
                .body(Map.of("kind", "PUBLIC_NOTICE"))
                .post(CASES + id + "/papers")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-published"));
        var notice = published(id);
        String paper = as(HANDLER)
                .contentType("application/json")
                .body(Map.of("kind", "PUBLIC_NOTICE", "about", notice))
                .post(CASES + id + "/papers")
                .then()
                .statusCode(201)
                .body("about", equalTo(notice))
                .extract()
                .path("id");
        var docx = as(HANDLER)
                .queryParam("format", "DOCX")
                .get(CASES + id + "/papers/" + paper + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var text = new StringBuilder();
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(docx))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        var plain = text.toString().replaceAll("<[^>]*>", "");
        assertTrue(plain.contains("免责"), "the outcome is in it");
        assertFalse(plain.contains("嵊泗申请人甲"), "no name is in it");
    }

    @Test
    void nobodyButTheOfficePublishesOrPreviews() {
        var id = notified(Decided.exempt());
        for (var login :
                List.of(APPLICANT, "decider.330922", "registrar.330922", "inspector.330900", "supervisor.330922")) {
            var answer = Office.as(login)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body(Map.of("text", "公示"))
                    .post(CASES + id + "/public-notices");
            assertEquals(403, answer.statusCode(), login);
        }
        as("handler.330900").get(CASES + id + "/public-notices/preview").then().statusCode(200);
        as(APPLICANT).get(CASES + id + "/public-notices/preview").then().statusCode(403);
        anonymous().get(CASES + id + "/public-notices").then().statusCode(401);
    }
}
