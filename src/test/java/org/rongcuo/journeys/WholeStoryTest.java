package org.rongcuo.journeys;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;
import static org.rongcuo.journeys.Town.at;
import static org.rongcuo.journeys.Town.read;
import static org.rongcuo.journeys.Town.status;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
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
 * The whole procedure once, as the right persons, each act refused to everybody else of the town: filed before acting,
 * monitored, gone wrong, invoked, consulted on, mitigated, reviewed, publicised, objected to, verified again, registered,
 * corrected, archived.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class WholeStoryTest {
    @Inject
    DemoClock clock;

    private Town town;
    private Acts acts;

    @BeforeEach
    void aTown() {
        town = new Town(LocalDate.now(Clocks.SHANGHAI));
        acts = new Acts(town);
    }

    private List<String> handlers() {
        return List.of(town.handler, town.second);
    }

    private void on(int day) {
        clock.set(Duration.ofDays(day));
    }

    @Test
    void fromTheFilingToTheArchive() {
        var filing = filedAcceptedAndMonitored();
        on(20);
        var id = appliedForInvokingTheFiling(filing);
        var subject = Office.subjects(id).get(0);
        consultedOnAndMitigated(id, subject);
        assertEquals("DETERMINED", status(id));
        acts.told(id, subject, town.day(20));
        assertEquals("NOTIFIED", status(id));
        on(22);
        reviewedAndExempted(id, subject);
        on(60);
        objectedToAndVerifiedAgain(id, subject);
        on(80);
        acts.registered(id);
        assertEquals("REGISTERED", status(id));
        correctedAtTheSecondAttempt(id);
        acts.archived(id);
        assertEquals("CLOSED", status(id));
        isAllInTheRecord(id);
    }

    private String filedAcceptedAndMonitored() {
        var id = town.opened("PRIOR_FILING", town.day(3), town.day(60));
        var content = new HashMap<String, Object>();
        content.put("matter", "外岛撬装式加油先行先试");
        content.put("ruleGap", "撬装式加油装置用于外岛,现行规定没有明确。");
        content.put(
                "risks",
                List.of(Map.of(
                        "description", "设备选型失误",
                        "likelihood", "MEDIUM",
                        "impact", "造成直接经济损失",
                        "safeguard", "充分比选,分期付款")));
        content.put("safeguards", "每季度报告进展,发现偏差及时纠正。");
        content.put(
                "decision",
                Map.of(
                        "title", "局党组会议",
                        "heldOn", town.day(-1).toString(),
                        "document", town.document(town.official, id, "会议纪要")));
        content.put("validFrom", town.day(3).toString());
        content.put("validUntil", town.day(60).toString());
        content.put("scope", Map.of("text", "本镇外岛"));
        content.put("publicMatter", true);
        town.only(town.official, town.put(id, "filing", content));
        town.only(town.official, town.post(id, "filing/submission", ""));
        town.only(handlers(), town.post(id, "filing/feedback", Map.of("result", "ACCEPTED", "reasons", "制度空白属实")));
        assertEquals("MONITORED", status(id));
        var finding = Map.of(
                "kind",
                "INSPECTION",
                "observedOn",
                town.day(0).toString(),
                "finding",
                "比选记录不全",
                "needsCorrection",
                true,
                "dueOn",
                town.day(10).toString());
        var record = town.only(
                        List.of(town.supervisor, town.handler, town.second, town.official),
                        town.post(id, "monitoring", finding))
                .extract()
                .<String>path("id");
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "施工噪声较大"))
                .post("/api/v1/public-filings/" + id + "/remarks")
                .then()
                .statusCode(201);
        town.only(town.official, town.post(id, "monitoring/" + record + "/response", Map.of("response", "已补齐比选记录")));
        town.only(handlers(), town.post(id, "monitoring/" + record + "/judgement", Map.of("accepted", true)));
        return id;
    }

    private String appliedForInvokingTheFiling(String filing) {
        var id = town.verifying(town.day(5), town.day(15));
        var invocation = town.only(
                        List.of(town.official, town.handler, town.second),
                        town.post(
                                id,
                                "filing-invocations",
                                Map.of("filing", read(filing, "").getString("number"))))
                .body("results.state", contains("OPEN"))
                .extract()
                .<String>path("id");
        acts.investigated(id);
        town.only(
                        handlers(),
                        town.post(
                                id,
                                "filing-invocations/" + invocation + "/confirmation",
                                Map.of("reasons", "所试点的即报备的外岛撬装式加油")))
                .body("results.state", contains("PROVED"));
        acts.answered(id, Office.subjects(id).get(0));
        assertEquals(
                true,
                read(id, "checklists/" + Office.subjects(id).get(0))
                        .get("questions.find { it.item.item == 'filed' }.supplied.value"),
                "that it was filed before is the server's to say");
        acts.noticed(id, "ACCEPTANCE_NOTICE", null);
        acts.verified(id, town.day(20));
        return id;
    }

    private void consultedOnAndMitigated(String id, String subject) {
        var before = acts.before(id, town.day(20));
        var kin = town.members.get(0);
        acts.recused(kin, before);
        acts.votes(kin, before, subject, "EXEMPT", null).then().statusCode(403).body("code", equalTo("recused"));
        for (var login : List.of(town.lead, town.organisationLead, town.members.get(1))) {
            acts.votes(login, before, subject, "MITIGATE", null).then().statusCode(201);
        }
        acts.votes(town.members.get(2), before, subject, "EXEMPT", "及时更换设备,应当免责")
                .then()
                .statusCode(201)
                .body("content", nullValue());
        acts.votes(town.members.get(2), before, subject, "MITIGATE", null)
                .then()
                .statusCode(409);
        acts.concludes(town.lead, before, subject, "EXEMPT").then().statusCode(422);
        acts.concludes(town.lead, before, subject, "MITIGATE").then().statusCode(200);
        var votes = "/api/v1/consultation-meetings/" + before.get(1) + "/votes";
        var dissent = "find { it.member.id == '" + org.rongcuo.Office.person(town.members.get(2)) + "' }.content";
        as(town.decider).get(votes).then().body(dissent + ".dissent", equalTo("及时更换设备,应当免责"));
        as(INSPECTOR).get(votes).then().body(dissent, nullValue());
        acts.determined(
                id,
                subject,
                "MITIGATE",
                town.day(20),
                Map.of("ladderStep", "LIGHTER", "departureReasons", "会商认为设备选型确有疏忽"));
    }

    private void reviewedAndExempted(String id, String subject) {
        var review = acts.reviewAsked(town.official, id, subject);
        assertEquals("UNDER_REVIEW", status(id));
        acts.reviewed(
                List.of(town.reviewer), id, review, town.day(22), Map.of("result", "CHANGED", "outcome", "EXEMPT"));
        assertEquals("NOTIFIED", status(id));
        assertEquals("EXEMPT", read(id, "").getString("subjects[0].outcome"));
        var determinations = read(id, "determinations");
        assertEquals(List.of("MITIGATE", "EXEMPT"), determinations.getList("outcome"));
        assertEquals(List.of(false, true), determinations.getList("standing"), "the original stays in the record");
        as(town.official)
                .header("If-Match", as(INSPECTOR).get(at(id, "")).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("determination", Acts.standing(id, subject), "grounds", "再次申请"))
                .post(at(id, "internal-reviews"))
                .then()
                .statusCode(409);
    }

    private void objectedToAndVerifiedAgain(String id, String subject) {
        var notice = acts.published(id);
        assertEquals("PUBLICISED", status(id));
        objected(notice);
        var objection = as(town.handler)
                .get(at(id, "objections"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("[0].id");
        as(town.handler)
                .header("If-Match", as(INSPECTOR).get(at(id, "")).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("materials", "材料"))
                .post(at(id, "registration"))
                .then()
                .statusCode(409)
                .body("code", equalTo("objection-open"));
        town.only(
                List.of(town.handler, town.second, town.decider, town.reviewer),
                town.post(
                        id, "objections/" + objection + "/answer", Map.of("upheld", true, "answer", "所反映的比选问题需要再核查。")));
        assertEquals("VERIFYING", status(id));
        assertEquals(2, read(id, "").getInt("round"));
        as(town.colleague).get("/api/v1/public-notices/" + notice).then().statusCode(404);
        acts.verified(id, town.day(60));
        acts.determined(id, subject, "EXEMPT", town.day(60), Map.of());
        acts.told(id, subject, town.day(60));
        acts.waived(town.official, id, subject);
        acts.published(id);
    }

    private void objected(String notice) {
        var body = Map.of("text", "设备比选未公开", "evidence", "采购公告中没有比选结果");
        var path = "/api/v1/public-notices/" + notice;
        // The book shows it to the unit alone.
        anonymous().get(path).then().statusCode(404);
        as(town.supervisor).get(path).then().statusCode(404);
        as(town.colleague).get(path).then().statusCode(200);
        as(town.colleague)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/objections")
                .then()
                .statusCode(201);
    }

    private void correctedAtTheSecondAttempt(String id) {
        var due = town.day(100).toString();
        Map<String, Object> plan =
                Map.of("plan", "更换设备,补齐比选记录", "measures", List.of(Map.of("text", "更换撬装设备", "due", due)), "dueOn", due);
        var correction = town.only(
                        List.of(town.official, town.handler, town.second), town.post(id, "corrections", plan))
                .extract()
                .<String>path("id");
        var path = "corrections/" + correction;
        for (var accepted : List.of(false, true)) {
            var measure = read(id, path).getString("measures[-1].id");
            town.only(
                    town.official,
                    town.post(
                            id,
                            path + "/report",
                            Map.of(
                                    "statement",
                                    "已按方案完成",
                                    "measures",
                                    List.of(Map.of("measure", measure, "done", "已完成")))));
            town.only(
                    handlers(),
                    town.post(
                            id,
                            path + "/evaluation",
                            accepted
                                    ? Map.of("accepted", true, "remark", "整改到位")
                                    : Map.of("accepted", false, "remark", "比选记录不全", "dueOn", due)));
        }
        town.only(handlers(), town.post(id, path + "/summary", Map.of("summary", "选型前应充分比选")));
    }

    private void isAllInTheRecord(String id) {
        var entries = Office.entries(id);
        for (var entry : List.of(
                "application-filed",
                "application-accepted",
                "investigators-named",
                "verification-reported",
                "consultation-referred",
                "member-recused",
                "vote-cast",
                "last-subject-determined",
                "last-subject-notified",
                "review-requested",
                "last-review-decided",
                "notice-published",
                "objection-upheld",
                "outcome-registered",
                "correction-not-accepted",
                "correction-accepted",
                "case-archived")) {
            assertTrue(entries.contains(entry), entry + " is not in " + entries);
        }
        as(INSPECTOR).get(at(id, "ledger/verification")).then().body("intact", equalTo(true));
        as(town.handler).get(at(id, "dossier")).then().statusCode(200).contentType("application/zip");
    }
}
