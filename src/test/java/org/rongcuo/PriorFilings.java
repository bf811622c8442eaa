package org.rongcuo;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.etag;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.shared.Clocks;

/** Prior filings of 嵊泗, brought to a situation by real acts. */
public final class PriorFilings {
    public static final String APPLICANT = "applicant.330922";
    public static final String HANDLER = "handler.330922";
    public static final String SUPERVISOR = "supervisor.330922";
    private static final String CASES = "/api/v1/cases/";

    private PriorFilings() {}

    /** The address of something beneath a case. */
    public static String at(String id, String what) {
        return CASES + id + "/" + what;
    }

    private static Map<String, Object> opening(LocalDate from, LocalDate to, String field) {
        Map<String, Object> particulars = new HashMap<>();
        particulars.put("title", "外岛撬装式加油试点");
        particulars.put("summary", "为解决外岛加油难,先行先试撬装式加油。");
        particulars.put("conduct", Map.of("from", from.toString(), "to", to.toString()));
        if (field != null) {
            particulars.put("field", field);
        }
        return new HashMap<>(Map.of("jurisdiction", "330922", "particulars", particulars));
    }

    /** A draft of a filing of what is planned for the days. */
    public static String draft(LocalDate from, LocalDate to) {
        var body = opening(from, to, null);
        body.put("kind", "PRIOR_FILING");
        return opened(APPLICANT, body);
    }

    private static String opened(String login, Object body) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /**
     * An exemption case of what was done on the days, applied for and under verification by two.
     *
     * @param field null for none
     * @param others subjects beside the applicant
     */
    public static String exemption(LocalDate from, LocalDate to, String field, String... others) {
        var body = opening(from, to, field);
        body.put(
                "subjects",
                Stream.concat(Stream.of(APPLICANT), Stream.of(others))
                        .map(login -> Map.of("person", Office.person(login), "status", "PARTY_MEMBER"))
                        .toList());
        var id = opened(APPLICANT, body);
        act(APPLICANT, id, "application", Map.of("statement", "申请容错免责")).then().statusCode(200);
        act(HANDLER, id, "acceptance", Map.of("accepted", true)).then().statusCode(200);
        as(HANDLER)
                .header("If-Match", etag(HANDLER, id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", List.of(Office.person(HANDLER), Office.person(HANDLER + "-2"))))
                .put(at(id, "investigators"))
                .then()
                .statusCode(200);
        return id;
    }

    /** A case names a filing; answers the invocation. @param filing its number or id */
    public static String invoked(String login, String id, String filing) {
        return note(login, id, "filing-invocations", Map.of("filing", filing))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** @param what {@code confirmation} or {@code dismissal} */
    public static Response found(String login, String id, String invocation, String what) {
        return note(login, id, "filing-invocations/" + invocation + "/" + what, Map.of("reasons", "对照报备事项、范围与会议纪要核对"));
    }

    /** The minutes of the meeting, among the documents of the case. */
    public static String minutes(String id) {
        return minutes(APPLICANT, id);
    }

    private static String minutes(String applicant, String id) {
        return as(applicant)
                .multiPart("title", "会议纪要")
                .multiPart("file", "纪要.txt", ("局党组会议纪要" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .post(at(id, "documents"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A whole filing; its parts may be changed. */
    public static Map<String, Object> content(LocalDate validFrom, LocalDate validUntil, String minutes) {
        Map<String, Object> content = new HashMap<>();
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
        content.put("decision", Map.of("title", "局党组会议", "heldOn", "2026-01-05", "document", minutes));
        content.put("validFrom", validFrom.toString());
        content.put("validUntil", validUntil.toString());
        content.put("scope", Map.of("text", "本县外岛"));
        return content;
    }

    public static Response write(String login, String id, Object content) {
        return as(login)
                .header("If-Match", etag(APPLICANT, id))
                .contentType(ContentType.JSON)
                .body(content)
                .put(at(id, "filing"));
    }

    public static Response submit(String login, String id) {
        return as(login).header("If-Match", etag(APPLICANT, id)).post(at(id, "filing/submission"));
    }

    public static Response feedback(String login, String id, String result) {
        return act(login, id, "filing/feedback", Map.of("result", result, "reasons", "已审阅", "advice", "实施中过程留痕"));
    }

    /** Something beneath a case that needs no If-Match. */
    public static Response note(String login, String id, String what, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(at(id, what));
    }

    /** A filing valid for the days, accepted today. @param changes to what it says */
    public static String accepted(LocalDate validFrom, LocalDate validUntil, Map<String, Object> changes) {
        var id = draft(validFrom, validUntil);
        var content = content(validFrom, validUntil, minutes(id));
        content.putAll(changes);
        write(APPLICANT, id, content).then().statusCode(200);
        submit(APPLICANT, id).then().statusCode(200);
        feedback(HANDLER, id, "ACCEPTED").then().statusCode(200);
        return id;
    }

    /** A filing of anybody, anywhere, submitted; valid from today. @param changes to what it says */
    public static String submitted(String place, String applicant, Map<String, Object> changes) {
        var today = LocalDate.now(Clocks.SHANGHAI);
        var body = opening(today.plusDays(5), today.plusDays(40), null);
        body.put("kind", "PRIOR_FILING");
        body.put("jurisdiction", place);
        var id = opened(applicant, body);
        var content = content(today, today.plusYears(1), minutes(applicant, id));
        content.putAll(changes);
        as(applicant)
                .header("If-Match", etag(applicant, id))
                .contentType(ContentType.JSON)
                .body(content)
                .put(at(id, "filing"))
                .then()
                .statusCode(200);
        as(applicant)
                .header("If-Match", etag(applicant, id))
                .post(at(id, "filing/submission"))
                .then()
                .statusCode(200);
        return id;
    }

    /** Status of a case. */
    public static String status(String login, String id) {
        return as(login).get(CASES + id).then().statusCode(200).extract().path("status");
    }
}
