package org.rongcuo.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rongcuo.Office;

/**
 * A town of 嵊泗 of a story's own, with everybody whom the procedure knows. Every act is first tried by everybody who may not
 * do it, and refused.
 */
final class Town {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final String code;
    /** The official whose matter it is, and another of the same unit. */
    final String official;

    final String colleague;
    /** The two who handle it, the one who determines, the one who reviews. */
    final String handler;

    final String second;
    final String decider;
    final String reviewer;
    final String registrar;
    final String supervisor;
    /** The coordination group: two co-leads and three members. */
    final String lead;

    final String organisationLead;
    final List<String> members = new ArrayList<>();
    final String group;

    private final Set<String> everybody = new TreeSet<>();
    private final LocalDate today;

    /** @param today the first day of the story */
    Town(LocalDate today) {
        this.today = today;
        code = "330922" + (800 + COUNTER.incrementAndGet());
        Office.administered(
                "jurisdictions",
                Map.of(
                        "code", code,
                        "nameZh", "演示镇" + code,
                        "nameEn", "Demo town " + code,
                        "parent", "330922",
                        "casePrefix", "镇" + code.substring(6)));
        var unit = organ("UNIT");
        var discipline = organ("DISCIPLINE_INSPECTION");
        var organisation = organ("ORGANISATION");
        official = newcomer(unit, "APPLICANT");
        colleague = newcomer(unit, "APPLICANT");
        handler = newcomer(discipline, "HANDLER");
        second = newcomer(discipline, "HANDLER");
        decider = newcomer(discipline, "DECIDER");
        reviewer = newcomer(discipline, "DECIDER");
        registrar = newcomer(organ("PARTY_COMMITTEE"), "REGISTRAR");
        supervisor = newcomer(organ("UNIT"), "SUPERVISOR");
        lead = newcomer(discipline, "COORDINATOR");
        organisationLead = newcomer(organisation, "COORDINATOR");
        for (int i = 0; i < 3; i++) {
            members.add(newcomer(organ("COMPETENT_DEPARTMENT"), "COORDINATOR"));
        }
        group = as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(Map.of("jurisdiction", code, "content", groupOfFive()))
                .post("/api/v1/coordination-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> groupOfFive() {
        List<Map<String, Object>> named = new ArrayList<>();
        named.add(member(lead, "CO_LEAD_DISCIPLINE_INSPECTION"));
        named.add(member(organisationLead, "CO_LEAD_ORGANISATION"));
        members.forEach(login -> named.add(member(login, "MEMBER")));
        Map<String, Object> content = new HashMap<>();
        content.put("name", "演示镇容错纠错工作协调小组");
        content.put("duties", "研究重大、疑难、有争议的容错事项。");
        content.put("members", named);
        content.put("rhythm", "MONTHLY");
        content.put("nextMeetingOn", today.plusDays(10).toString());
        content.put("validFrom", "2026-01-01");
        return content;
    }

    private static Map<String, Object> member(String login, String function) {
        return Map.of("person", Office.person(login), "function", function, "organ", Office.organ(login));
    }

    /** A day of the story, counted from its first. */
    LocalDate day(int after) {
        return today.plusDays(after);
    }

    private String organ(String kind) {
        return Office.organ(code, kind);
    }

    private String newcomer(String organ, String role) {
        var login = Office.newcomer(organ, role);
        everybody.add(login);
        return login;
    }

    /** The act, done by the first of those who may, after everybody else was refused. */
    ValidatableResponse only(List<String> those, Function<String, Response> act) {
        for (var other : everybody) {
            if (!those.contains(other)) {
                var refused = act.apply(other);
                assertTrue(
                        Set.of(403, 404).contains(refused.statusCode()),
                        () -> other + " was answered " + refused.statusCode() + " " + refused.asString());
            }
        }
        var done = act.apply(those.get(0));
        assertTrue(done.statusCode() < 300, () -> those.get(0) + ": " + done.statusCode() + " " + done.asString());
        return done.then();
    }

    ValidatableResponse only(String one, Function<String, Response> act) {
        return only(List.of(one), act);
    }

    /** An act on a case by anybody, with the state it has now: refusals leave it as it is. */
    Function<String, Response> post(String id, String path, Object body) {
        var tag = etag(id);
        return login -> request(login, tag).body(body).post(at(id, path));
    }

    Function<String, Response> put(String id, String path, Object body) {
        var tag = etag(id);
        return login -> request(login, tag).body(body).put(at(id, path));
    }

    private static String etag(String id) {
        return as(Office.INSPECTOR).get(at(id, "")).header("ETag");
    }

    private static io.restassured.specification.RequestSpecification request(String login, String tag) {
        return as(login).header("If-Match", tag).contentType(ContentType.JSON);
    }

    static String at(String id, String path) {
        return "/api/v1/cases/" + id + (path.isEmpty() ? "" : "/" + path);
    }

    static JsonPath read(String id, String path) {
        return as(Office.INSPECTOR)
                .get(at(id, path))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String status(String id) {
        return read(id, "").getString("status");
    }

    /** Opens a case of the kind about what was done, or is planned, on the days. @param subjects none for a filing */
    String opened(String kind, LocalDate from, LocalDate to, String... subjects) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("jurisdiction", code);
        body.put(
                "particulars",
                Map.of(
                        "title", "外岛撬装式加油试点",
                        "summary", "为解决外岛加油难,先行先试撬装式加油,设备选型失误造成损失,已及时更换。",
                        "conduct", Map.of("from", from.toString(), "to", to.toString())));
        body.put(
                "subjects",
                List.of(subjects).stream()
                        .map(login -> Map.of("person", Office.person(login), "status", "PARTY_MEMBER"))
                        .toList());
        return as(official)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String document(String login, String id, String title) {
        return as(login)
                .multiPart("title", title)
                .multiPart("file", "材料.txt", (title + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .post(at(id, "documents"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An exemption case of the official, under verification. */
    String verifying(LocalDate from, LocalDate to, String... subjects) {
        var id = opened("EXEMPTION", from, to, subjects.length == 0 ? new String[] {official} : subjects);
        only(official, post(id, "application", Map.of("statement", "申请容错免责")));
        only(List.of(handler, second), post(id, "acceptance", Map.of("accepted", true)));
        document(official, id, "采购合同");
        return id;
    }
}
