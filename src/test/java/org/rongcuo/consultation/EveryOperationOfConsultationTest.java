package org.rongcuo.consultation;

import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.GROUPS;
import static org.rongcuo.consultation.Zone.MEETINGS;
import static org.rongcuo.consultation.Zone.conclude;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.recuse;
import static org.rongcuo.consultation.Zone.today;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Calls every operation of consultation once as the person it is for; the contract's examples are recorded from these. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfConsultationTest {
    private static void get(String login, String path) {
        as(login).get(path).then().statusCode(200);
    }

    @Test
    void groupsAndMeetingsAnswer() {
        var zone = Zone.founded();
        var group = GROUPS + "/" + zone.group;
        get(zone.handler, GROUPS + "?jurisdiction=" + zone.code);
        get(zone.handler, group);
        var content = zone.content();
        content.put("reasons", "补充职责清单");
        done(as("administrator.000000")
                .header("If-Match", as(zone.handler).get(group).header("ETag"))
                .contentType(ContentType.JSON)
                .body(content)
                .put(group));
        get(zone.handler, group + "/versions");
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        get(zone.lead, group + "/agenda");
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        done(recuse(
                zone.members.get(2),
                meeting,
                Map.of(
                        "consultation", consultation,
                        "ground", "OTHER",
                        "explanation", "曾在当事人所在单位任职,可能影响公正")));
        for (var login : zone.everybody().subList(0, 4)) {
            done(vote(
                    login,
                    meeting,
                    Map.of(
                            "consultation", consultation,
                            "subject", subject,
                            "vote", "EXEMPT",
                            "dissent", "建议同时督促健全设备论证制度",
                            "reasons", "先行先试,集体决策,未谋私利")));
        }
        get(zone.lead, MEETINGS + "/" + meeting + "/votes");
        done(conclude(zone.lead, meeting, consultation, "ADVICE", subject, "EXEMPT"));
        get(zone.decider, CASES + id + "/consultations");
        get(zone.lead, MEETINGS + "/" + meeting);
        get(zone.lead, MEETINGS + "?group=" + zone.group + "&limit=2");
        done(Office.act(zone.handler, id, "consultation-recall", Map.of("reasons", "会后收到新的票据,须补充核实并重新会商")));
    }

    @Test
    void engagementsAnswer() {
        var zone = Zone.founded();
        var id = zone.answered();
        var path = CASES + id + "/engagements";
        var body = Map.of(
                "kind",
                "THIRD_PARTY",
                "termsOfReference",
                "评估设备选型失误造成的直接损失",
                "participants",
                List.of(Map.of(
                        "name", "演示评估事务所",
                        "role", "评估机构",
                        "independent", true,
                        "declaration", "与本案当事人及有关单位无利害关系")),
                "deadline",
                today().plusDays(15).toString(),
                "costEstimate",
                1.25);
        var first = commissioned(zone, path, body);
        done(as(zone.handler)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        "经评估,直接损失 0.8 万元,已全部挽回。",
                        "cost",
                        1.2,
                        "findings",
                        List.of(Map.of("item", "loss", "value", 0.8, "note", "见评估报告第三部分"))))
                .post(path + "/" + first + "/report"));
        var second = commissioned(zone, path, body);
        done(as(zone.handler)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", "首份报告已足以查明事实"))
                .post(path + "/" + second + "/cancellation"));
        get(zone.handler, path);
    }

    private static String commissioned(Zone zone, String path, Object body) {
        return as(zone.handler)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
