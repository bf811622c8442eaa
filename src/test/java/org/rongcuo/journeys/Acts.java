package org.rongcuo.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.as;
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
        answered(id, subject, Map.of());
    }

    /** @param others what is answered otherwise, by item */
    void answered(String id, String subject, Map<String, Object> others) {
        Map<String, Object> facts = new TreeMap<>(Office.exemptFacts());
        facts.putAll(others);
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

    /** The two who investigate, named. */
    List<String> investigated(String id) {
        var two = List.of(Office.person(town.handler), Office.person(town.second));
        town.only(handlers(), town.put(id, "investigators", Map.of("persons", two)));
        return two;
    }

    /** Two investigate, the subjects are heard and each claim is answered, the tables are asked, the report is signed. */
    void verified(String id, LocalDate on) {
        var two = investigated(id);
        for (var subject : Office.subjects(id)) {
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
        var findings = Office.subjects(id).stream()
                .map(subject -> Map.of(
                        "subject", subject,
                        "facts", "经查,会议纪要、采购合同与陈述相符,未发现谋取私利。",
                        "opinion", "核实清单所列事项均已查明,建议按评估意见认定。"))
                .toList();
        String report = town.only(
                        handlers(), town.post(id, "verification", Map.of("findings", findings, "signers", two)))
                .extract()
                .path("id");
        noticed(id, "VERIFICATION_REPORT", report);
    }

    /** Issues a notice or report. @param about null where the case has but one such record */
    void noticed(String id, String kind, String about) {
        town.only(handlersAndDeciders(), town.post(id, "papers", paper(kind, about)));
    }

    /** Issues the paper of what was decided, by the one who decided it. */
    void decreed(String decider, String id, String kind, String about) {
        var those = new ArrayList<>(List.of(decider));
        those.addAll(List.of(town.decider, town.reviewer));
        town.only(those, town.post(id, "papers", paper(kind, about)));
    }

    private static Map<String, Object> paper(String kind, String about) {
        return about == null ? Map.of("kind", kind) : Map.of("kind", kind, "about", about);
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
        String made = town.only(List.of(town.decider, town.reviewer), town.post(id, "determinations", body))
                .extract()
                .path("id");
        decreed(town.decider, id, "DETERMINATION", made);
    }

    /** Tells the subject, who signs the receipt. */
    void told(String id, String subject, LocalDate on) {
        var feedback = Map.of(
                "subject",
                subject,
                "deliveredOn",
                on.toString(),
                "method",
                "IN_PERSON",
                "remedies",
                "如不服,可自收到之日起一个月内申请内部复议,并可依法申诉",
                "receipt",
                receipt(on));
        String told = town.only(handlersAndDeciders(), town.post(id, "feedback", feedback))
                .extract()
                .path("id");
        noticed(id, "FEEDBACK", told);
    }

    private static Map<String, Object> receipt(LocalDate on) {
        return Map.of("receivedBy", "演示·当事人", "receivedOn", on.toString());
    }

    /** Asks for a review of the subject's determination that stands. @return the review */
    String reviewAsked(String subjectsLogin, String id, String subject) {
        return town.only(
                        subjectsLogin,
                        town.post(
                                id,
                                "internal-reviews",
                                Map.of("determination", standing(id, subject), "grounds", "认定未考虑集体决策和及时更换")))
                .extract()
                .path("id");
    }

    /** A refusal of acceptance is reviewed on request of the applicant. @return the review */
    String refusalReviewAsked(String id) {
        return town.only(town.official, town.post(id, "internal-reviews", Map.of("grounds", "不予受理的理由不成立")))
                .extract()
                .path("id");
    }

    /** The reviewers decide, issue the decision and have it delivered. @param those who may decide. @param changes to the decision */
    void reviewed(List<String> those, String id, String review, LocalDate on, Map<String, Object> changes) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("meeting", Map.of("title", "镇纪委复议会议", "heldOn", on.toString()));
        decision.put("reasons", "经复核,集体决策程序完备,损失已挽回");
        decision.putAll(changes);
        town.only(those, town.post(id, "internal-reviews/" + review + "/decision", decision));
        decreed(town.reviewer, id, "REVIEW_DECISION", review);
        var delivery = Map.of("deliveredOn", on.toString(), "method", "IN_PERSON", "receipt", receipt(on));
        town.only(handlersAndDeciders(), town.post(id, "internal-reviews/" + review + "/delivery", delivery));
    }

    /** The subject will ask for no review. @param others subjects of the case, who have their own say */
    void waived(String subjectsLogin, String id, String subject, String... others) {
        List<String> those = new ArrayList<>(List.of(subjectsLogin));
        those.addAll(List.of(others));
        town.only(those, town.post(id, "internal-reviews/waivers", Map.of("determination", standing(id, subject))));
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
        String notice = town.only(handlers(), town.post(id, "public-notices", Map.of("text", text)))
                .extract()
                .path("id");
        noticed(id, "PUBLIC_NOTICE", notice);
        return notice;
    }

    void registered(String id) {
        town.only(handlers(), town.post(id, "registration", Map.of("materials", "容错认定书、认定结果反馈书、公示情况")));
        town.only(town.registrar, town.post(id, "registration/acceptance", Map.of("remark", "予以备案")));
    }

    /** Archives the case, whose record lacks nothing. */
    void archived(String id) {
        assertEquals(List.of(), read(id, "archive/check").getList("missing.code"), "what the record lacks");
        town.only(handlers(), town.post(id, "archive", Map.of("remark", "一案一档")));
    }
}
