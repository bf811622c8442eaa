package org.rongcuo.consultation;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongcuo.Office;
import org.rongcuo.shared.Clocks;

/** A zone of 嵊泗 of a test's own, with an office and a coordination group of five; the county's rule books apply. */
final class Zone {
    static final String MEETINGS = "/api/v1/consultation-meetings";
    static final String GROUPS = "/api/v1/coordination-groups";
    static final String CASES = "/api/v1/cases/";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    final String code;
    final String discipline;
    final String applicant;
    final String handler;
    final String colleague;
    final String decider;
    /** The co-leads and the members of the group. */
    final String lead;

    final String organisationLead;
    final List<String> members = new ArrayList<>();
    final String group;

    private Zone(String code, String casePrefix) {
        this.code = code;
        Office.administered(
                "jurisdictions",
                Map.of(
                        "code",
                        code,
                        "nameZh",
                        "测试功能区" + code,
                        "nameEn",
                        "Test zone " + code,
                        "parent",
                        "330922",
                        "casePrefix",
                        casePrefix));
        discipline = organ("DISCIPLINE_INSPECTION");
        var organisation = organ("ORGANISATION");
        applicant = Office.newcomer(organ("UNIT"), "APPLICANT");
        handler = Office.newcomer(discipline, "HANDLER");
        colleague = Office.newcomer(discipline, "HANDLER");
        decider = Office.newcomer(discipline, "DECIDER");
        lead = Office.newcomer(discipline, "COORDINATOR");
        organisationLead = Office.newcomer(organisation, "COORDINATOR");
        for (int i = 0; i < 3; i++) {
            members.add(Office.newcomer(organ("COMPETENT_DEPARTMENT"), "COORDINATOR"));
        }
        group = as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(Map.of("jurisdiction", code, "content", content()))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Zone founded() {
        var number = COUNTER.incrementAndGet();
        return new Zone("330922" + (700 + number), "会" + number);
    }

    static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    private String organ(String kind) {
        return Office.organ(code, kind);
    }

    /** The group's content: two co-leads, three members, consulting monthly. */
    Map<String, Object> content() {
        List<Map<String, Object>> named = new ArrayList<>();
        named.add(member(lead, "CO_LEAD_DISCIPLINE_INSPECTION"));
        named.add(member(organisationLead, "CO_LEAD_ORGANISATION"));
        members.forEach(login -> named.add(member(login, "MEMBER")));
        Map<String, Object> content = new HashMap<>();
        content.put("name", "容错纠错工作协调小组");
        content.put("duties", "一、研究重大、疑难、有争议的容错事项;二、提出会商意见或作出会商决定。");
        content.put("members", named);
        content.put("rhythm", "MONTHLY");
        content.put("nextMeetingOn", today().plusDays(10).toString());
        content.put("validFrom", "2026-01-01");
        return content;
    }

    static Map<String, Object> member(String login, String function) {
        return Map.of("person", Office.person(login), "function", function, "organ", Office.organ(login));
    }

    List<String> everybody() {
        List<String> all = new ArrayList<>(List.of(lead, organisationLead));
        all.addAll(members);
        return all;
    }

    /** The whole group meets on a consultation, votes so on its only subject, and concludes. */
    void concluded(String id, String consultation, String form, String result) {
        var subject = Office.subjects(id).get(0);
        var meeting = called(consultation);
        attended(meeting, everybody().toArray(String[]::new));
        everybody().forEach(login -> done(vote(login, meeting, consultation, subject, result)));
        done(conclude(lead, meeting, consultation, form, subject, result));
    }

    static void done(Response response) {
        response.then()
                .statusCode(org.hamcrest.Matchers.anyOf(
                        org.hamcrest.Matchers.equalTo(200), org.hamcrest.Matchers.equalTo(201)));
    }

    /** A case of one subject, or of each login, under verification and answered so that the books say 免责. */
    String answered(String... logins) {
        return answered(Map.of("accepted", true), logins);
    }

    /** The same, accepted as a major one. */
    String major() {
        return answered(Map.of("accepted", true, "complexity", "MAJOR"));
    }

    private String answered(Map<String, Object> acceptance, String... logins) {
        Map<String, Object> body = new HashMap<>(Office.openCase(code, applicant));
        if (logins.length > 0) {
            body.put(
                    "subjects",
                    List.of(logins).stream()
                            .map(login -> Map.of("person", Office.person(login), "status", "PARTY_MEMBER"))
                            .toList());
        }
        String id = as(applicant)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        done(act(applicant, id, "application", Map.of("statement", "申请容错免责")));
        done(act(handler, id, "acceptance", acceptance));
        Office.subjects(id).forEach(subject -> done(Office.answer(handler, id, subject, Office.exemptFacts())));
        return id;
    }

    /** Reports on the case and refers it to the group; answers the consultation's id. */
    String referred(String id) {
        Office.investigated(handler, colleague, id);
        return asked(id);
    }

    /** Refers the case, or filing, as it stands to the group. */
    String asked(String id) {
        return act(handler, id, "consultations", Map.of("reasons", "对决策程序是否民主有争议"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A meeting today on the consultations, chaired by the co-lead of discipline inspection. */
    String called(String... consultations) {
        return call(lead, today(), consultations)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response call(String login, LocalDate date, String... consultations) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "group", group,
                        "heldOn", date.toString(),
                        "place", "县纪委会议室",
                        "chair", Office.person(lead),
                        "consultations", List.of(consultations)))
                .post(MEETINGS);
    }

    static String etag(String login, String meeting) {
        return as(login)
                .get(MEETINGS + "/" + meeting)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    static JsonPath meeting(String login, String meeting) {
        return as(login)
                .get(MEETINGS + "/" + meeting)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Records who is present, as the chair. */
    void attended(String meeting, String... logins) {
        done(attend(lead, meeting, logins));
    }

    static Response attend(String by, String meeting, String... logins) {
        return as(by).header("If-Match", etag(by, meeting))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "present", List.of(logins).stream().map(Office::person).toList()))
                .put(MEETINGS + "/" + meeting + "/attendance");
    }

    static Response recuse(String by, String meeting, Map<String, Object> body) {
        return as(by).header("If-Match", etag(by, meeting))
                .contentType(ContentType.JSON)
                .body(body)
                .post(MEETINGS + "/" + meeting + "/recusals");
    }

    static Response vote(String login, String meeting, String consultation, String subject, String vote) {
        Map<String, Object> body = new HashMap<>();
        body.put("consultation", consultation);
        body.put("subject", subject);
        body.put("vote", vote);
        body.put("reasons", "先行先试,属探索性失误");
        return vote(login, meeting, body);
    }

    static Response vote(String login, String meeting, Map<String, Object> body) {
        return as(login).contentType(ContentType.JSON).body(body).post(MEETINGS + "/" + meeting + "/votes");
    }

    static Response conclude(
            String login, String meeting, String consultation, String form, String subject, String result) {
        Map<String, Object> one = new HashMap<>();
        one.put("subject", subject);
        one.put("result", result);
        return as(login)
                .header("If-Match", etag(login, meeting))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "consultation",
                        consultation,
                        "form",
                        form,
                        "results",
                        List.of(one),
                        "minutes",
                        "会议听取承办机关汇报,逐项讨论后表决。"))
                .post(MEETINGS + "/" + meeting + "/conclusions");
    }

    /** Determines the subject with an evaluation of today. */
    Response determine(String id, String subject, String outcome) {
        return determine(id, subject, outcome, null);
    }

    /** @param consultationReasons why it departs from the group's advice, null where it does not */
    Response determine(String id, String subject, String outcome, String consultationReasons) {
        var evaluation = Office.evaluate(handler, id, subject).getString("id");
        var body = Office.determination(subject, evaluation, outcome);
        if (!outcome.equals("EXEMPT")) {
            body.put("departureReasons", "按协调小组意见");
        }
        if (consultationReasons != null) {
            body.put("consultationReasons", consultationReasons);
        }
        if (outcome.equals("MITIGATE")) {
            body.put("ladderStep", "LIGHTER");
        }
        return act(decider, id, "determinations", body);
    }
}
