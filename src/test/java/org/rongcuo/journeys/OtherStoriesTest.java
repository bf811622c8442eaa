package org.rongcuo.journeys;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.as;
import static org.rongcuo.journeys.Town.at;
import static org.rongcuo.journeys.Town.read;
import static org.rongcuo.journeys.Town.status;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/**
 * The stories beside the whole one, each through the API as the right persons after everybody else of the town was refused:
 * refused, deferred without end, the simplified route, started ex officio, taken back, several subjects.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class OtherStoriesTest {
    private static final Map<String, Object> REASONS = Map.of("reasons", "关键证人出境,事实暂难查清");

    @Inject
    DemoClock clock;

    private LocalDate today;
    private Town town;
    private Acts acts;

    @BeforeEach
    void aTown() {
        today = LocalDate.now(Clocks.SHANGHAI);
        town = new Town(today);
        acts = new Acts(town);
    }

    private List<String> handlers() {
        return List.of(town.handler, town.second);
    }

    private List<String> deciders() {
        return List.of(town.decider, town.reviewer);
    }

    private List<String> handlersAndDeciders() {
        return List.of(town.handler, town.second, town.decider, town.reviewer);
    }

    private String applied() {
        var id = town.opened("EXEMPTION", town.day(-40), town.day(-30), town.official);
        town.only(town.official, town.post(id, "application", Map.of("statement", "申请容错免责")));
        return id;
    }

    private String verifying(String... subjects) {
        return town.verifying(town.day(-40), town.day(-30), subjects);
    }

    /** An act that is its doer's, but not where the case stands. */
    private void impossible(String login, String id, String path, Object body, String code) {
        town.post(id, path, body).apply(login).then().statusCode(409).body("code", equalTo(code));
    }

    /** The case ended with these acts, each of them one entry. */
    private static void lastEntries(String id, String... types) {
        var entries = Office.entries(id);
        assertEquals(List.of(types), entries.subList(entries.size() - types.length, entries.size()));
        as(INSPECTOR).get(at(id, "ledger/verification")).then().body("intact", equalTo(true));
    }

    private String refused() {
        var id = applied();
        town.only(handlers(), town.post(id, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项")));
        assertEquals("REFUSED", status(id));
        acts.noticed(id, "REFUSAL_NOTICE", null);
        impossible(town.handler, id, "acceptance", Map.of("accepted", true), "wrong-status");
        return id;
    }

    @Test
    void aRefusalIsReviewedAndConfirmed() {
        var id = refused();
        var review = acts.refusalReviewAsked(id);
        assertEquals("REFUSAL_UNDER_REVIEW", status(id));
        acts.reviewed(List.of(town.reviewer, town.decider), id, review, today, Map.of("result", "UPHELD"));
        assertEquals("REFUSED", status(id));
        impossible(town.official, id, "internal-reviews", Map.of("grounds", "再次申请"), "already-reviewed");
        assertEquals(
                List.of("REFUSAL_NOTICE", "REVIEW_DECISION"),
                as(town.official).get(at(id, "papers")).jsonPath().getList("kind"),
                "the applicant reads what the office issued");
        var title = as(town.official).get(at(id, "papers")).jsonPath().getString("title[1]");
        assertTrue(title.startsWith("关于") && title.endsWith("不予受理决定的复议决定书"), title);
        lastEntries(
                id,
                "application-refused",
                "paper-issued",
                "refusal-review-requested",
                "refusal-confirmed",
                "paper-issued",
                "review-delivered");
    }

    @Test
    void aRefusalIsReviewedAndOverturned() {
        var id = refused();
        var review = acts.refusalReviewAsked(id);
        acts.reviewed(List.of(town.reviewer, town.decider), id, review, today, Map.of("result", "CHANGED"));
        assertEquals("VERIFYING", status(id), "what was wrongly refused is accepted");
        acts.answered(id, Office.subjects(id).get(0));
        acts.verified(id, today);
        acts.determined(id, Office.subjects(id).get(0), "EXEMPT", today, Map.of());
        assertEquals("DETERMINED", status(id));
    }

    private LocalDate reverifyOn(String id) {
        return LocalDate.parse(read(id, "deferrals").getString("[-1].reverifyOn"));
    }

    private void goTo(LocalDate day) {
        clock.set(Duration.ofDays(day.toEpochDay() - today.toEpochDay()));
    }

    @Test
    void whatCannotBeSettledIsDeferredLeftUnresolvedAndReopenedOnNewEvidence() {
        var id = verifying();
        var old = town.document(town.official, id, "原有材料");
        town.only(handlers(), town.post(id, "deferrals", REASONS));
        assertEquals("DEFERRED", status(id));
        impossible(town.decider, id, "deferrals/termination", REASONS, "deferral-not-expired");
        town.only(handlers(), town.post(id, "deferrals/renewal", REASONS));
        impossible(town.handler, id, "deferrals/renewal", REASONS, "renewals-spent");
        goTo(reverifyOn(id));
        town.only(deciders(), town.post(id, "deferrals/termination", REASONS));
        assertEquals("UNRESOLVED", status(id));
        assertNull(read(id, "").get("subjects[0].outcome"), "nothing adverse rests on it");
        assertEquals(List.of(), read(id, "determinations").getList("id"));
        impossible(town.official, id, "withdrawal", REASONS, "wrong-status");

        goTo(reverifyOn(id).plusDays(30));
        var without = town.post(id, "reopening", Map.of("reasons", "再查", "evidence", List.of(old)));
        without.apply(town.handler).then().statusCode(422).body("violations.code", contains("no-new-evidence"));
        var fresh = town.document(town.official, id, "证人证言");
        town.only(
                handlersAndDeciders(),
                town.post(id, "reopening", Map.of("reasons", "证人已回国作证", "evidence", List.of(fresh))));
        assertEquals("VERIFYING", status(id));
        lastEntries(id, "case-deferred", "deferral-renewed", "case-left-unresolved", "document-added", "case-reopened");
    }

    @Test
    void aSimpleMatterIsRegisteredWithoutConsultationAndNotice() {
        var id = applied();
        town.document(town.official, id, "采购合同");
        town.only(handlers(), town.post(id, "acceptance", Map.of("accepted", true, "complexity", "SIMPLE")));
        acts.noticed(id, "ACCEPTANCE_NOTICE", null);
        var subject = Office.subjects(id).get(0);
        acts.answered(id, subject, Map.of("complexity", "简易"));
        acts.verified(id, today);
        acts.determined(id, subject, "EXEMPT", today, Map.of());
        acts.told(id, subject, today);
        assertEquals("NOTIFIED", status(id));
        var registration = Map.of("materials", "容错认定书");
        impossible(town.handler, id, "registration", registration, "review-term-open");
        acts.waived(town.official, id, subject);
        impossible(town.handler, id, "public-notices", Map.of("text", "公示"), "no-notice");
        acts.registered(id);
        assertEquals("REGISTERED", status(id));
        acts.archived(id);
        assertEquals("CLOSED", status(id));
        lastEntries(id, "review-waived", "registration-filed", "outcome-registered", "case-archived");
    }

    @Test
    void anOfficerStartsACaseForAnotherWhoIsHeardAndTold() {
        Map<String, Object> body = new HashMap<>(Office.openCase(town.code, town.official));
        body.put("start", "EX_OFFICIO");
        String id = town.only(handlers(), login -> opens(login, body))
                .body("status", equalTo("APPLIED"))
                .extract()
                .path("id");
        town.post(id, "withdrawal", REASONS).apply(town.official).then().statusCode(403);
        town.only(handlers(), town.post(id, "acceptance", Map.of("accepted", true)));
        town.document(town.handler, id, "检查记录");
        var subject = Office.subjects(id).get(0);
        acts.answered(id, subject);
        acts.verified(id, today);
        acts.determined(id, subject, "EXEMPT", today, Map.of());
        acts.told(id, subject, today);
        acts.waived(town.official, id, subject);
        acts.published(id);
        assertEquals("PUBLICISED", status(id));
        goTo(today.plusDays(20));
        acts.registered(id);
        acts.archived(id);
        assertEquals("CLOSED", status(id));
        assertFalse(Office.entries(id).contains("application-filed"), "nobody applied");
    }

    private static Response opens(String login, Map<String, Object> body) {
        return as(login).contentType(ContentType.JSON).body(body).post("/api/v1/cases");
    }

    @Test
    void anApplicantTakesTheCaseBackAndNothingFollows() {
        var id = verifying();
        var subject = Office.subjects(id).get(0);
        acts.answered(id, subject);
        town.only(town.official, town.post(id, "withdrawal", Map.of("reasons", "不再申请")));
        assertEquals("WITHDRAWN", status(id));
        for (var login : List.of(town.official, town.handler, town.decider)) {
            var possible = as(login).get(at(id, "acts")).jsonPath().getList("findAll { it.allowed }.act");
            assertEquals(List.of(), possible, "what " + login + " may still do");
        }
        impossible(town.official, id, "withdrawal", REASONS, "wrong-status");
        lastEntries(id, "application-withdrawn");
    }

    @Test
    void subjectsOfOneCaseHaveOutcomesOfTheirOwn() {
        var id = verifying(town.official, town.colleague);
        acts.noticed(id, "ACCEPTANCE_NOTICE", null);
        var subjects = Office.subjects(id);
        var one = subjects.get(0);
        var other = subjects.get(1);
        subjects.forEach(subject -> acts.answered(id, subject));
        acts.verified(id, today);
        acts.determined(id, one, "EXEMPT", today, Map.of());
        assertEquals("VERIFYING", status(id), "the other is open");
        acts.determined(
                id, other, "MITIGATE", today, Map.of("ladderStep", "LIGHTER", "departureReasons", "该同志对设备选型把关不严"));
        assertEquals("DETERMINED", status(id));
        acts.told(id, one, today);
        assertEquals("DETERMINED", status(id));
        acts.told(id, other, today);
        assertEquals("NOTIFIED", status(id));

        var review = acts.reviewAsked(town.colleague, id, other);
        assertEquals("UNDER_REVIEW", status(id));
        acts.reviewed(List.of(town.reviewer), id, review, today, Map.of("result", "CHANGED", "outcome", "EXEMPT"));
        assertEquals("NOTIFIED", status(id));
        assertEquals(
                List.of("EXEMPT", "MITIGATE", "EXEMPT"),
                read(id, "determinations").getList("outcome"));
        assertEquals(List.of(true, false, true), read(id, "determinations").getList("standing"));
        impossible(town.handler, id, "public-notices", Map.of("text", "公示"), "review-term-open");
        acts.waived(town.official, id, one, town.colleague);
        acts.published(id);
        goTo(today.plusDays(20));
        acts.registered(id);
        acts.archived(id);
        assertEquals("CLOSED", status(id));
        assertTrue(Office.entries(id).contains("subject-determined"));
    }
}
