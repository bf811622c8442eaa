package org.rongcuo.aftercare;

import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.Office;
import org.rongcuo.shared.Clocks;

/** Corrections of 嵊泗 brought to a situation by real acts. */
final class Corrected {
    static final String CASES = "/api/v1/cases/";
    static final String APPLICANT = "applicant.330922";
    static final String HANDLER = "handler.330922";
    static final String DECIDER = "decider.330922";

    private Corrected() {}

    static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    /** A plan of two measures. */
    static Map<String, Object> plan(String subject, LocalDate dueOn) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", subject);
        body.put("plan", "更换设备,补齐比选记录");
        body.put(
                "measures",
                List.of(
                        Map.of("text", "更换撬装设备", "due", dueOn.toString()),
                        Map.of("text", "补齐比选记录", "due", dueOn.toString())));
        body.put("dueOn", dueOn.toString());
        return body;
    }

    static Response post(String login, String id, String path, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(CASES + id + "/" + path);
    }

    /** A correction that the applicant began; its id. */
    static String started(String id, LocalDate dueOn) {
        return post(APPLICANT, id, "corrections", plan(null, dueOn))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A report on every measure. */
    static Map<String, Object> report(String id, String correction) {
        List<String> measures = as(INSPECTOR)
                .get(CASES + id + "/corrections/" + correction)
                .then()
                .statusCode(200)
                .extract()
                .path("measures.id");
        return Map.of(
                "statement",
                "已按方案完成",
                "measures",
                measures.stream()
                        .map(each -> Map.of("measure", each, "done", "已完成"))
                        .toList());
    }

    static void reported(String id, String correction) {
        post(APPLICANT, id, "corrections/" + correction + "/report", report(id, correction))
                .then()
                .statusCode(200);
    }

    static Response evaluate(String login, String id, String correction, Map<String, Object> body) {
        return post(login, id, "corrections/" + correction + "/evaluation", body);
    }

    static void accepted(String id, String correction) {
        evaluate(HANDLER, id, correction, Map.of("accepted", true, "remark", "整改到位"))
                .then()
                .statusCode(200);
    }

    /** Determines the only subject of a case. */
    static void determine(String id, String outcome) {
        var subject = Office.onlySubject(HANDLER, id);
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        var body = Office.determination(subject, evaluation, outcome);
        body.put("departureReasons", "测试");
        var answer = act(DECIDER, id, "determinations", body);
        if (answer.statusCode() == 422) {
            // Where the tables say the same there is nothing to depart from.
            body.remove("departureReasons");
            answer = act(DECIDER, id, "determinations", body);
        }
        answer.then().statusCode(201);
    }

    static String determined() {
        return determined("EXEMPT");
    }

    static String determined(String outcome) {
        var id = Office.aCaseUnderVerification("330922");
        Office.answer(HANDLER, id, Office.onlySubject(HANDLER, id), Office.exemptFacts())
                .then()
                .statusCode(200);
        Office.investigated(HANDLER, id);
        determine(id, outcome);
        return id;
    }

    /** The types of the case's ledger entries about corrections, without their package. */
    static List<String> entries(String id) {
        List<String> types = as(INSPECTOR)
                .queryParam("limit", 200)
                .get(CASES + id + "/ledger")
                .then()
                .statusCode(200)
                .extract()
                .path("items.type");
        return types.stream()
                .filter(type -> type.contains(".aftercare."))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    static UUID uuid(String id) {
        return UUID.fromString(id);
    }
}
