package org.rongcuo.journeys;

import static org.rongcuo.Office.as;
import static org.rongcuo.journeys.Town.INSPECTOR;
import static org.rongcuo.journeys.Town.at;
import static org.rongcuo.journeys.Town.read;

import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongcuo.Office;

/** The longer acts of a story, each by those who may, after everybody else was refused. */
final class Acts {
    private static final String MEETINGS = "/api/v1/consultation-meetings";

    private final Town town;

    Acts(Town town) {
        this.town = town;
    }

    private List<String> handlers() {
        return List.of(town.handler, town.second);
    }

    private List<String> handlersAndDeciders() {
        return List.of(town.handler, town.second, town.decider, town.reviewer);
    }

    /** The checklist answered by hand as the demo's book exempts, but for what the records themselves supply. */
    void answered(String id, String subject) {
        Map<String, Object> facts = new TreeMap<>(Office.exemptFacts());
        var supplied = read(id, "checklists/" + subject)
                .<String>getList("questions.findAll { it.supplied != null }.item.item");
        facts.keySet().removeAll(supplied);
        Map<String, Object> answers = new HashMap<>();
        facts.forEach((item, value) -> answers.put(item, Map.of("value", value)));
        town.only(
                handlers(),
                login -> as(login)
                        .contentType(ContentType.JSON)
                        .body(Map.of("answers", answers))
                        .put(at(id, "checklists/" + subject)));
    }

    /** Two investigate, the subjects are heard and each claim is answered, the tables are asked, the report is signed. */
    void verified(String id, LocalDate on) {
        var two = List.of(Office.person(town.handler), Office.person(town.second));
        town.only(handlers(), town.put(id, "investigators", Map.of("persons", two)));
        for (var subject : Town.subjects(id)) {
            var statement = Map.of(
                    "subject",
                    subject,
                    "heldOn",
                    on.toString(),
                    "place",
                    "镇纪委谈话室",
                    "present",
                    two,
                    "text",
                    "先行先试,经集体研究决定;发现设备不适用后立即更换。",
                    "claims",
                    List.of("选型经过比选,并非一人决定"));
            // The subjects may send their statement in themselves; these two take it down.
            var claim = as(town.handler)
                    .contentType(ContentType.JSON)
                    .body(statement)
                    .post(at(id, "statements"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("claims[0].id");
            town.only(
                    handlers(),
                    town.post(id, "claims/" + claim + "/answer", Map.of("finding", "ACCEPTED", "reasons", "会议纪要可证")));
            evaluated(id, subject);
        }
        var findings = Town.subjects(id).stream()
                .map(subject -> Map.of(
                        "subject", subject,
                        "facts", "经查,会议纪要、采购合同与陈述相符,未发现谋取私利。",
                        "opinion", "核实清单所列事项均已查明,建议按评估意见认定。"))
                .toList();
        town.only(handlers(), town.post(id, "verification", Map.of("findings", findings, "signers", two)));
    }

    String evaluated(String id, String subject) {
        return town.only(
                        handlersAndDeciders(),
                        login -> as(login).post(at(id, "checklists/" + subject + "/evaluations")))
                .extract()
                .path("id");
    }

    /** Determines a subject. @param changes to a determination that follows the tables */
    void determined(String id, String subject, String outcome, LocalDate on, Map<String, Object> changes) {
        var body = Office.determination(subject, evaluated(id, subject), outcome);
        body.put("meeting", Map.of("title", "镇纪委会议", "heldOn", on.toString()));
        body.putAll(changes);
        town.only(List.of(town.decider, town.reviewer), town.post(id, "determinations", body));
    }

    void told(String id, String subject, LocalDate on) {
        town.only(
                handlersAndDeciders(),
                town.post(
                        id,
                        "feedback",
                        Map.of(
                                "subject",
                                subject,
                                "deliveredOn",
                                on.toString(),
                                "method",
                                "IN_PERSON",
                                "remedies",
                                "如不服,可自收到之日起一个月内申请内部复议,并可依法申诉")));
    }

    /** The determination of the subject that stands. */
    static String standing(String id, String subject) {
        return as(INSPECTOR)
                .get(at(id, "determinations"))
                .path("find { it.standing && it.subject == '" + subject + "' }.id");
    }

    /** Refers the case to the group, which meets on it today. @return the consultation and the meeting */
    List<String> before(String id, LocalDate on) {
        String consultation = town.only(handlers(), town.post(id, "consultations", Map.of("reasons", "是否应当减责有争议")))
                .extract()
                .path("id");
        String meeting = as(town.lead)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "group", town.group,
                        "heldOn", on.toString(),
                        "place", "镇会议室",
                        "chair", Office.person(town.lead),
                        "consultations", List.of(consultation)))
                .post(MEETINGS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> present = new ArrayList<>(List.of(Office.person(town.lead), Office.person(town.organisationLead)));
        town.members.forEach(member -> present.add(Office.person(member)));
        as(town.lead)
                .header("If-Match", etag(meeting))
                .contentType(ContentType.JSON)
                .body(Map.of("present", present))
                .put(MEETINGS + "/" + meeting + "/attendance")
                .then()
                .statusCode(200);
        return List.of(consultation, meeting);
    }

    private String etag(String meeting) {
        return as(town.lead)
                .get(MEETINGS + "/" + meeting)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    io.restassured.response.Response votes(
            String login, List<String> before, String subject, String vote, String dissent) {
        Map<String, Object> body = new HashMap<>();
        body.put("consultation", before.get(0));
        body.put("subject", subject);
        body.put("vote", vote);
        body.put("reasons", "先行先试,属探索性失误");
        body.put("dissent", dissent);
        return as(login).contentType(ContentType.JSON).body(body).post(MEETINGS + "/" + before.get(1) + "/votes");
    }

    void recused(String login, List<String> before) {
        as(login)
                .header("If-Match", etag(before.get(1)))
                .contentType(ContentType.JSON)
                .body(Map.of("consultation", before.get(0), "reasons", "与当事人系近亲属"))
                .post(MEETINGS + "/" + before.get(1) + "/recusals")
                .then()
                .statusCode(200);
    }

    io.restassured.response.Response concludes(String login, List<String> before, String subject, String result) {
        return as(login)
                .header("If-Match", etag(before.get(1)))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "consultation",
                        before.get(0),
                        "form",
                        "ADVICE",
                        "results",
                        List.of(Map.of("subject", subject, "result", result)),
                        "minutes",
                        "会议听取承办机关汇报,逐项讨论后表决。"))
                .post(MEETINGS + "/" + before.get(1) + "/conclusions");
    }

    /** Publishes what the preview says. @return the notice */
    String published(String id) {
        var text = as(town.handler)
                .get(at(id, "public-notices/preview"))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("text");
        return town.only(handlers(), town.post(id, "public-notices", Map.of("text", text)))
                .extract()
                .path("id");
    }

    void registered(String id) {
        town.only(handlers(), town.post(id, "registration", Map.of("materials", "容错认定书、认定结果反馈书、公示情况")));
        town.only(town.registrar, town.post(id, "registration/acceptance", Map.of("remark", "予以备案")));
    }

    /** Archives what is whole; what is missing is explained as being on paper alone. */
    void archived(String id) {
        var explained =
                as(town.handler)
                        .get(at(id, "archive/check"))
                        .jsonPath()
                        .<Map<String, String>>getList("missing")
                        .stream()
                        .map(gap -> Map.of(
                                "step", gap.get("step"), "code", gap.get("code"), "reasons", "纸质原件已归入机关档案,不另行扫描"))
                        .distinct()
                        .toList();
        town.only(handlers(), town.post(id, "archive", Map.of("explained", explained, "remark", "一案一档")));
    }
}
