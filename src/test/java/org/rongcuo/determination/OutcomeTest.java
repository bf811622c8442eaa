package org.rongcuo.determination;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.determined;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** What a determination carries, and who is told of it. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class OutcomeTest {
    private static final String UNIT_EFFECT = "所在单位相关工作考核一般不予扣分";

    private static void refusedAt(Response answer, String pointer, String code) {
        answer.then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void theTablesEffectsAreTakenUnlessOthersAreNamed() {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT");
        determine(DECIDER, id, body)
                .then()
                .statusCode(201)
                .body("effects", hasSize(6))
                .body("effects.effect", hasItem(UNIT_EFFECT))
                .body("effects.computed", everyItem(equalTo(true)))
                .body("effects.confirmed", everyItem(equalTo(true)));
    }

    @Test
    void eachEffectIsConfirmedOrDeclinedWithReasons() {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT");
        body.put("effects", List.of(Map.of("effect", UNIT_EFFECT, "confirmed", true)));
        refusedAt(determine(DECIDER, id, body), "/effects", "effects-missing");
        List<Map<String, Object>> effects = new ArrayList<>();
        for (var effect : List.of("各类考核免予扣分和一票否决", "考核奖金发放不受影响", "提拔任用和职级职称晋升不作负面评价", "评先评优和党风廉政审查不受影响", "免予作风和效能问责")) {
            effects.add(Map.of("effect", effect, "confirmed", true));
        }
        body.put("effects", effects);
        effects.add(Map.of("effect", UNIT_EFFECT, "confirmed", false));
        refusedAt(determine(DECIDER, id, body), "/effects/5/reasons", "effect-without-reasons");
        effects.set(5, Map.of("effect", UNIT_EFFECT, "confirmed", false, "reasons", "单位未参与决策"));
        effects.add(Map.of("effect", "通报表扬", "confirmed", false));
        refusedAt(determine(DECIDER, id, body), "/effects/6/effect", "effect-unknown");
        effects.set(6, Map.of("effect", "通报表扬", "confirmed", true));
        refusedAt(determine(DECIDER, id, body), "/effects/6/reasons", "effect-without-reasons");
        effects.set(6, Map.of("effect", "通报表扬", "confirmed", true, "reasons", "主动纠错"));
        determine(DECIDER, id, body)
                .then()
                .statusCode(201)
                .body("effects[5].confirmed", equalTo(false))
                .body("effects[5].reasons", equalTo("单位未参与决策"))
                .body("effects[6].computed", equalTo(false));
        as(DECIDER)
                .get(CASES + id + "/ledger")
                .then()
                .body("items[-1].payload.event.determination.effects", hasSize(7));
    }

    @Test
    void whatIsNotTolerableCarriesNoEffects() {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "NOT_TOLERABLE");
        body.put("departureReasons", "会议认为不属先行先试");
        body.put("effects", List.of(Map.of("effect", UNIT_EFFECT, "confirmed", true)));
        refusedAt(determine(DECIDER, id, body), "/effects", "effects-of-no-tolerance");
        body.remove("effects");
        determine(DECIDER, id, body).then().statusCode(201).body("effects", hasSize(0));
    }

    @Test
    void theNearestEarlierCasesAreThoseThatHitTheSameRows() {
        var earlier = determined();
        var id = answered();
        var subject = subjects(id).get(0);
        var nearest = CASES + id + "/checklists/" + subject + "/nearest";
        as(DECIDER)
                .get(nearest)
                .then()
                .statusCode(200)
                .body("evaluation", nullValue())
                .body("cases", hasSize(0));
        Office.evaluate(HANDLER, id, subject);
        as(DECIDER)
                .get(nearest)
                .then()
                .statusCode(200)
                .body("cases[0].likeness", equalTo(1.0f))
                .body("cases[0].outcome", equalTo("EXEMPT"))
                .body("cases.id", hasItem(earlier))
                .body("cases.id", not(hasItem(id)));
        // A case of a team of others is neither named nor counted.
        var before = counted(as(Outcomes.REVIEWER).get(nearest));
        var hidden = answered();
        var team = List.of(Office.person(HANDLER), Office.person("handler.330922-2"), Office.person(DECIDER));
        done(Situations.put(HANDLER, hidden, "team", Map.of("persons", team)));
        var its = subjects(hidden).get(0);
        done(determine(
                DECIDER,
                hidden,
                Office.determination(its, Office.evaluate(HANDLER, hidden, its).getString("id"), "EXEMPT")));
        as(Outcomes.REVIEWER).get(CASES + hidden).then().statusCode(404);
        assertEquals(before, counted(as(Outcomes.REVIEWER).get(nearest)));
        as("organisation.330922").get(nearest).then().statusCode(404);
        as(APPLICANT).get(nearest).then().statusCode(403);
    }

    /** How many are named or counted. */
    private static int counted(Response nearest) {
        return nearest.jsonPath().getList("cases").size()
                + nearest.jsonPath().<String, Integer>getMap("others").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    @Test
    void theAccountabilityOrganIsToldAndAnswers() {
        var opening = Situations.opening(subject(APPLICANT, "PARTY_MEMBER"));
        var particulars = Situations.particulars();
        particulars.put("accountabilityMatter", "嵊纪问〔2026〕7号");
        opening.put("particulars", particulars);
        var id = Situations.opened(APPLICANT, opening);
        done(act(APPLICANT, id, "application", Map.of("statement", "申请")));
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true)));
        var subject = subjects(id).get(0);
        done(Office.answer(HANDLER, id, subject, Office.exemptFacts()));
        var notice = Map.of("title", "县委巡察办", "toldOn", today().toString());
        act(HANDLER, id, "accountability-notices", notice)
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-status"));
        done(determine(
                DECIDER,
                id,
                Office.determination(
                        subject, Office.evaluate(HANDLER, id, subject).getString("id"), "EXEMPT")));
        act(APPLICANT, id, "accountability-notices", notice).then().statusCode(403);
        refusedAt(
                act(HANDLER, id, "accountability-notices", Map.of("toldOn", today().toString())),
                "/organ",
                "organ-or-title");
        String told = act(HANDLER, id, "accountability-notices", notice)
                .then()
                .statusCode(201)
                .body("organName", equalTo("县委巡察办"))
                .body("adoption", nullValue())
                .extract()
                .path("id");
        var adoption = "accountability-notices/" + told + "/adoption";
        refusedAt(
                act(HANDLER, id, adoption, Map.of("adopted", false, "answeredOn", today().toString())),
                "/reasons",
                "not-blank");
        act(HANDLER, id, adoption, Map.of("adopted", false, "answeredOn", today().toString(), "reasons", "另有违纪问题"))
                .then()
                .statusCode(200)
                .body("adoption.adopted", equalTo(false));
        act(HANDLER, id, adoption, Map.of("adopted", true, "answeredOn", today().toString()))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-open-accountability-notice"));
        as(INSPECTOR).get(CASES + id + "/accountability-notices").then().body("adoption.reasons", contains("另有违纪问题"));
        act(HANDLER, determined(), "accountability-notices", notice)
                .then()
                .statusCode(409)
                .body("code", equalTo("no-accountability-matter"));
    }

    @Test
    void aSuspectedViolationIsReferredUnseenByWhomItConcerns() {
        var id = answered();
        var document = Situations.document(HANDLER, id);
        var body = Map.of("subject", subjects(id).get(0), "organ", "县公安局", "grounds", "涉嫌串通投标", "document", document);
        act(APPLICANT, id, "referrals", body).then().statusCode(403);
        act(HANDLER, id, "referrals", Map.of("organ", "县公安局", "grounds", "疑点", "document", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/document"));
        act(HANDLER, id, "referrals", body).then().statusCode(201).body("grounds", equalTo("涉嫌串通投标"));
        as(DECIDER).get(CASES + id + "/referrals").then().body("organ", contains("县公安局"));
        as(APPLICANT).get(CASES + id + "/referrals").then().statusCode(403);
        as(APPLICANT)
                .get(CASES + id)
                .then()
                .body("status", equalTo("VERIFYING"))
                .body("subjects[0].outcome", nullValue());
        as(APPLICANT)
                .get(CASES + id + "/ledger")
                .then()
                .body("items[-1].type", equalTo("org.rongcuo.ledger.entry-withheld"))
                .body("items[-1].toString()", not(containsString("串通")));
    }

    @Test
    void theReceiptComesWithTheFeedbackOrAfterIt() {
        var id = determined();
        var subject = subjects(id).get(0);
        as(HANDLER)
                .get(CASES + id + "/feedback/remedies")
                .then()
                .body("remedies[0]", containsString("申诉"))
                .body("remedies[0]", containsString("复审"));
        var body = feedback(subject);
        body.remove("receipt");
        body.put("method", "LEFT");
        refusedAt(act(HANDLER, id, "feedback", body), "/receipt", "receipt-of-leaving");
        body.put("receipt", Map.of("receivedBy", "申请人", "receivedOn", today().toString(), "refusedToSign", true));
        refusedAt(act(HANDLER, id, "feedback", body), "/receipt/witnesses", "two-witnesses");
        body.put("method", "POST");
        body.remove("receipt");
        String given = act(HANDLER, id, "feedback", body)
                .then()
                .statusCode(201)
                .body("receipt", nullValue())
                .extract()
                .path("id");
        var receipt = "feedback/" + given + "/receipt";
        act(APPLICANT, id, receipt, Outcomes.receipt()).then().statusCode(403);
        refusedAt(
                act(
                        HANDLER,
                        id,
                        receipt,
                        Map.of(
                                "receivedBy",
                                "甲",
                                "receivedOn",
                                today().minusDays(1).toString())),
                "/receivedOn",
                "receipt-date");
        act(HANDLER, id, receipt, Outcomes.receipt())
                .then()
                .statusCode(200)
                .body("receipt.receivedBy", equalTo("演示·申请人"));
        act(HANDLER, id, receipt, Outcomes.receipt()).then().statusCode(409).body("code", equalTo("already-received"));
    }
}
