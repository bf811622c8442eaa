package org.rongcuo.determination;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
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
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** 认定: the table advises, people determine, within what the evaluation and the meeting carry. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class DeterminationTest {
    private static String evaluation(String id, String subject) {
        return Office.evaluate(HANDLER, id, subject).getString("id");
    }

    /** A determination in a case of one subject who may be exempted, with members changed; null leaves one out. */
    private static Response changed(Object... members) {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return determine(DECIDER, id, body);
    }

    private static void refusedAt(Response response, String... pointersAndCodes) {
        var pointers = new Object[pointersAndCodes.length / 2];
        var codes = new Object[pointersAndCodes.length / 2];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = pointersAndCodes[2 * i];
            codes[i] = pointersAndCodes[2 * i + 1];
        }
        response.then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder(pointers))
                .body("violations.code", containsInAnyOrder(codes));
    }

    private static void impossible(Response response, String code) {
        response.then().statusCode(409).body("code", equalTo(code));
    }

    @Test
    void itCarriesTheRecommendationTheRowsWithTheirArticlesTheFactsAndTheVersions() {
        var id = answered();
        var subject = subjects(id).get(0);
        var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        body.put("disciplineForm", "FIRST");
        var answer = determine(DECIDER, id, body);
        answer.then().statusCode(201);
        as(DECIDER)
                .get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("id", hasItem((String) answer.path("id")));
        var all = as(DECIDER).get(CASES + id + "/determinations").then().statusCode(200);
        all.body("[0].recommendation", equalTo("EXEMPT"))
                .body("[0].outcome", equalTo("EXEMPT"))
                .body("[0].ladderStep", nullValue())
                .body("[0].disciplineForm", equalTo("FIRST"))
                .body("[0].meeting.title", equalTo("县纪委常委会会议"))
                .body("[0].meeting.heldOn", equalTo(today().toString()))
                .body("[0].organ.id", equalTo(Office.organ(DECIDER)))
                .body("[0].determinedBy.id", equalTo(Office.person(DECIDER)))
                .body("[0].evaluation.contentHash", startsWith("sha256:"))
                .body("[0].evaluation.content.engine", startsWith("kie-dmn 10.1.0"))
                .body(
                        "[0].evaluation.content.facts.size()",
                        equalTo(Office.exemptFacts().size()))
                .body("[0].evaluation.content.facts.loss", equalTo(5.2f))
                .body("[0].evaluation.content.facts.process", equalTo("集体民主决策"))
                .body("[0].evaluation.content.chains.by", equalTo(List.of("CONDUCT", "DECISION")))
                .body("[0].evaluation.content.lenity.applied", containsString("o"));
        for (int chain = 0; chain < 2; chain++) {
            var layers = "[0].evaluation.content.chains[" + chain + "].layers";
            all.body(layers + ".policy", hasItems("330922/tolerance", "330900/tolerance", "000000/accountability"))
                    .body(layers + ".version", everyItem(greaterThan(0)))
                    .body(layers + ".contentHash", everyItem(startsWith("sha256:")))
                    .body(layers + ".find { it.speaking }.policy", equalTo("330922/tolerance"))
                    .body(layers + ".find { it.speaking }.word", equalTo("免责"))
                    .body(
                            layers + ".find { it.speaking }.decisions.find { it.id == 'tolerability' }.rows.id",
                            equalTo(List.of("tolerability_r3")))
                    .body(
                            layers + ".find { it.speaking }.decisions.find { it.id == 'tolerability' }.rows[0].basis",
                            containsString("容错免责机制的实施办法"))
                    .body(
                            layers + ".find { it.speaking }.decisions.find { it.id == 'tolerability' }.rows[0].note",
                            containsString("六维可免"));
        }
        as(DECIDER).get(CASES + id).then().body("status", equalTo("DETERMINED"));
        as(DECIDER)
                .get(CASES + id + "/ledger")
                .then()
                .body("items[-1].type", equalTo("org.rongcuo.procedure.last-subject-determined"))
                .body("items[-1].payload.event.determination.outcome", equalTo("EXEMPT"))
                .body("items[-1].payload.event.determination.evaluationHash", startsWith("sha256:"));
    }

    @Test
    void itCitesAMeetingBetweenTheApplicationAndToday() {
        refusedAt(changed("meeting", null), "/meeting", "not-null");
        refusedAt(
                changed("meeting", Map.of("title", " ")), "/meeting/title", "not-blank", "/meeting/heldOn", "not-null");
        for (var day : List.of(today().plusDays(1), today().minusDays(1))) {
            refusedAt(
                    changed("meeting", Map.of("title", "常委会", "heldOn", day.toString())),
                    "/meeting/heldOn",
                    "meeting-date");
        }
    }

    @Test
    void itDepartsFromTheRecommendationOnlyWithReasons() {
        refusedAt(changed("outcome", "NOT_TOLERABLE"), "/departureReasons", "departure-without-reasons");
        refusedAt(
                changed("outcome", "NOT_TOLERABLE", "departureReasons", "  "),
                "/departureReasons",
                "departure-without-reasons");
        refusedAt(changed("departureReasons", "多余"), "/departureReasons", "no-departure");
        changed("outcome", "NOT_TOLERABLE", "departureReasons", "会议认为不属先行先试")
                .then()
                .statusCode(201)
                .body("recommendation", equalTo("EXEMPT"))
                .body("outcome", equalTo("NOT_TOLERABLE"))
                .body("departureReasons", equalTo("会议认为不属先行先试"));
    }

    @Test
    void itHasALadderStepIfAndOnlyIfItMitigates() {
        refusedAt(changed("ladderStep", "LIGHTER"), "/ladderStep", "ladder-step");
        refusedAt(
                changed("outcome", "MITIGATE"),
                "/ladderStep",
                "ladder-step",
                "/departureReasons",
                "departure-without-reasons");
        changed("outcome", "MITIGATE", "ladderStep", "WAIVED_WITH_REMINDER", "departureReasons", "尚有疏忽")
                .then()
                .statusCode(201)
                .body("ladderStep", equalTo("WAIVED_WITH_REMINDER"))
                // What the book attaches to 减责, though its table came to 免责.
                .body("effects.effect", contains("减轻作风和效能问责", "所在单位相关工作考核一般不予扣分"))
                .body("effects.computed", everyItem(equalTo(true)));
    }

    @Test
    void whatEndsWithoutASanctionIsOfTheFirstFormAtMost() {
        for (var form : List.of("SECOND", "THIRD", "FOURTH")) {
            refusedAt(changed("disciplineForm", form), "/disciplineForm", "form-too-heavy");
        }
        var waived = "WAIVED_WITH_ADMONITION";
        refusedAt(
                changed(
                        "outcome",
                        "MITIGATE",
                        "ladderStep",
                        waived,
                        "departureReasons",
                        "尚有疏忽",
                        "disciplineForm",
                        "SECOND"),
                "/disciplineForm",
                "form-too-heavy");
        changed(
                        "outcome",
                        "MITIGATE",
                        "ladderStep",
                        "MITIGATED",
                        "departureReasons",
                        "尚有疏忽",
                        "disciplineForm",
                        "SECOND")
                .then()
                .statusCode(201)
                .body("disciplineForm", equalTo("SECOND"));
    }

    @Test
    void toReferIsNoOutcome() {
        refusedAt(changed("outcome", "REFER", "departureReasons", "研究研究"), "/outcome", "not-an-outcome");
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        var id = answered();
        refusedAt(
                determine(DECIDER, id, Map.of()),
                "/subject",
                "not-null",
                "/evaluation",
                "not-null",
                "/outcome",
                "not-null",
                "/meeting",
                "not-null",
                "/reasons",
                "not-blank");
    }

    @Test
    void withOpenItemsItNeedsReasonsAndNeverExempts() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = subjects(id).get(0);
        var facts = Office.exemptFacts();
        facts.remove("loss");
        done(answer(HANDLER, id, subject, facts));
        var body = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        body.put("departureReasons", "差一项不要紧");
        refusedAt(
                determine(DECIDER, id, body),
                "/outcome",
                "exempt-with-open-items",
                "/openItemsReasons",
                "open-items-without-reasons");
        body.put("openItemsReasons", "损失无法查清");
        refusedAt(determine(DECIDER, id, body), "/outcome", "exempt-with-open-items");
        body.put("outcome", "MITIGATE");
        body.put("ladderStep", "MITIGATED");
        body.put("openItemsReasons", " ");
        refusedAt(determine(DECIDER, id, body), "/openItemsReasons", "open-items-without-reasons");
        body.put("openItemsReasons", "损失无法查清");
        determine(DECIDER, id, body)
                .then()
                .statusCode(201)
                .body("openItemsReasons", equalTo("损失无法查清"))
                .body("recommendation", equalTo("REFER"));
        refusedAt(changed("openItemsReasons", "没有"), "/openItemsReasons", "no-open-items");
    }

    @Test
    void itIsImpossibleBeforeAcceptance() {
        var id = Office.anApplication("330922");
        var body = Office.determination(subjects(id).get(0), UUID.randomUUID().toString(), "EXEMPT");
        impossible(determine(DECIDER, id, body), "wrong-status");
        impossible(
                as(DECIDER).post(CASES + id + "/checklists/" + subjects(id).get(0) + "/evaluations"), "wrong-status");
        impossible(answer(HANDLER, id, subjects(id).get(0), Office.exemptFacts()), "wrong-status");
    }

    @Test
    void itIsImpossibleOnAnswersThatHaveChanged() {
        var id = answered();
        var subject = subjects(id).get(0);
        var stale = Office.determination(subject, evaluation(id, subject), "EXEMPT");
        done(answer(HANDLER, id, subject, Map.of("loss", 5.3)));
        impossible(determine(DECIDER, id, stale), "evaluation-stale");
        Map<String, Object> taken = new java.util.TreeMap<>();
        taken.put("value", null);
        done(as(HANDLER)
                .contentType("application/json")
                .body(Map.of("answers", Map.of("loss", taken)))
                .put(CASES + id + "/checklists/" + subject));
        impossible(determine(DECIDER, id, stale), "evaluation-stale");
        done(answer(HANDLER, id, subject, Map.of("loss", 5.2)));
        determine(DECIDER, id, stale).then().statusCode(201);
    }

    @Test
    void itRestsOnAnEvaluationOfThatVerySubject() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var both = subjects(id);
        done(answer(HANDLER, id, both.get(0), Office.exemptFacts()));
        done(answer(HANDLER, id, both.get(1), Office.exemptFacts()));
        var other = answered();
        var foreign = evaluation(other, subjects(other).get(0));
        for (var evaluation :
                List.of(evaluation(id, both.get(1)), foreign, UUID.randomUUID().toString())) {
            refusedAt(
                    determine(DECIDER, id, Office.determination(both.get(0), evaluation, "EXEMPT")),
                    "/evaluation",
                    "evaluation-unknown");
        }
        refusedAt(
                determine(DECIDER, id, Office.determination(subjects(other).get(0), foreign, "EXEMPT")),
                "/subject",
                "subject-unknown");
    }

    @Test
    void subjectsHaveOutcomesOfTheirOwnAndTheLastOneMovesTheCase() {
        var id = verifying(
                subject(APPLICANT, "PARTY_MEMBER"),
                subject(COLLEAGUE, "PARTY_MEMBER"),
                Map.of("organ", Office.organ(APPLICANT), "status", "UNIT"));
        var all = subjects(id);
        for (var each : all) {
            // The books that reach a unit ask less.
            var facts = Office.exemptFacts();
            facts.keySet()
                    .retainAll(as(HANDLER)
                            .get(CASES + id + "/checklists/" + each)
                            .jsonPath()
                            .getList("openItems.item"));
            facts.putIfAbsent("loss", 5.2);
            done(answer(HANDLER, id, each, facts));
        }
        done(answer(HANDLER, id, all.get(1), Map.of("motivation", "个人目的", "awareness", "明知故犯", "fraud", true)));
        var exempt = Office.determination(all.get(0), evaluation(id, all.get(0)), "EXEMPT");
        determine(DECIDER, id, exempt).then().statusCode(201);
        as(DECIDER)
                .get(CASES + id)
                .then()
                .body("status", equalTo("VERIFYING"))
                .body("subjects.outcome", equalTo(Arrays.asList("EXEMPT", null, null)));
        impossible(determine(DECIDER, id, exempt), "already-determined");
        var second = Office.evaluate(HANDLER, id, all.get(1));
        assertEquals("NOT_TOLERABLE", second.getString("content.recommendation.code"), second.prettify());
        done(determine(DECIDER, id, Office.determination(all.get(1), second.getString("id"), "NOT_TOLERABLE")));
        var third = Office.determination(all.get(2), evaluation(id, all.get(2)), "MITIGATE");
        third.put("ladderStep", "LIGHTER");
        third.put("departureReasons", "单位负有领导责任");
        done(determine(DECIDER, id, third));
        as(DECIDER)
                .get(CASES + id)
                .then()
                .body("status", equalTo("DETERMINED"))
                .body("subjects.outcome", equalTo(List.of("EXEMPT", "NOT_TOLERABLE", "MITIGATE")));
        as(DECIDER).get(CASES + id + "/determinations").then().body("", hasSize(3));
        impossible(determine(DECIDER, id, exempt), "wrong-status");
        var entries = Office.entries(id);
        assertEquals(2, entries.stream().filter("subject-determined"::equals).count());
        assertEquals("last-subject-determined", entries.get(entries.size() - 1));
    }

    @Test
    void onceASubjectIsDeterminedTheCaseIsNotWithdrawnAndItsSheetIsClosed() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var all = subjects(id);
        done(answer(HANDLER, id, all.get(0), Office.exemptFacts()));
        done(determine(DECIDER, id, Office.determination(all.get(0), evaluation(id, all.get(0)), "EXEMPT")));
        as(APPLICANT)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'withdrawal' }.reason.code", equalTo("already-determined"));
        impossible(act(APPLICANT, id, "withdrawal", Map.of("reasons", "不想办了")), "already-determined");
        impossible(answer(HANDLER, id, all.get(0), Map.of("fraud", true)), "already-determined");
        impossible(as(HANDLER).post(CASES + id + "/checklists/" + all.get(0) + "/evaluations"), "already-determined");
        done(answer(HANDLER, id, all.get(1), Map.of("fraud", false)));
    }

    @Test
    void itIsImpossibleOnceAnotherVersionApplies() throws Exception {
        Office.administered(
                "jurisdictions",
                Map.of("code", "330988", "nameZh", "演示新区", "nameEn", "Demo", "parent", "330900", "casePrefix", "新"));
        Office.administered(
                "organs", Map.of("jurisdiction", "330988", "kind", "DISCIPLINE_INSPECTION", "name", "演示·新区纪委"));
        var opening = Situations.opening(subject("applicant.330900", "PARTY_MEMBER"));
        opening.put("jurisdiction", "330988");
        var id = Situations.opened("applicant.330900", opening);
        done(act("applicant.330900", id, "application", Map.of()));
        done(act("handler.330900", id, "acceptance", Map.of("accepted", true)));
        var subject = subjects(id).get(0);
        var asked = as("handler.330900")
                .get(CASES + id + "/checklists/" + subject)
                .jsonPath()
                .getList("openItems.item");
        var facts = Office.exemptFacts();
        facts.keySet().retainAll(asked);
        done(answer("handler.330900", id, subject, facts));
        var evaluation = Office.evaluate("handler.330900", id, subject);
        var body = Office.determination(
                subject, evaluation.getString("id"), evaluation.getString("content.recommendation.code"));
        Office.investigated("handler.330900", id);
        // The district gets the city's rules as a book of its own, in force since before the conduct.
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("create temporary table book as select * from policy"
                    + " where jurisdiction_code = '330900' and name = 'tolerance'");
            statement.execute("create temporary table edition as select v.* from policy_version v join book"
                    + " on book.id = v.policy_id where v.status = 'APPROVED' order by v.number desc limit 1");
            statement.execute("update book set id = gen_random_uuid(), jurisdiction_code = '330988'");
            statement.execute("update edition set id = gen_random_uuid(), policy_id = (select id from book)");
            statement.execute("insert into policy select * from book");
            statement.execute("insert into policy_version select * from edition");
        }
        impossible(act("decider.330900", id, "determinations", body), "evaluation-stale");
        var again = Office.evaluate("handler.330900", id, subject);
        body.put("evaluation", again.getString("id"));
        act("decider.330900", id, "determinations", body).then().statusCode(201);
    }
}
