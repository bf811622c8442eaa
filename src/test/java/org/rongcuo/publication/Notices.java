package org.rongcuo.publication;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.rongcuo.Office;

/** What tests do with public notices. */
public final class Notices {
    public static final String CASES = "/api/v1/cases/";
    public static final String BOARD = "/api/v1/public-notices";
    public static final String HANDLER = "handler.330922";
    /** After the feedback, the term in which a review may be asked for is over. */
    public static final Duration REVIEW_OVER = Duration.ofDays(45);
    /** So much later the longest notice of the seed books is over. */
    public static final Duration NOTICE_OVER = REVIEW_OVER.plusDays(30);

    private Notices() {}

    public static JsonPath preview(String id) {
        return as(HANDLER)
                .get(CASES + id + "/public-notices/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Publishes what the preview says, with the changes. */
    public static Response publish(String id, Map<String, ?> changes) {
        Map<String, Object> body = new HashMap<>();
        body.put("text", preview(id).getString("text"));
        body.putAll(changes);
        body.values().removeIf(value -> value.equals(""));
        return act(HANDLER, id, "public-notices", body);
    }

    /** The id of the notice. */
    public static String published(String id) {
        return publish(id, Map.of()).then().statusCode(201).extract().path("id");
    }

    public static Response object(String notice, Map<String, ?> body) {
        return Office.anonymous().contentType(ContentType.JSON).body(body).post(BOARD + "/" + notice + "/objections");
    }

    public static Response answer(String login, String id, String objection, boolean upheld) {
        return act(login, id, "objections/" + objection + "/answer", Map.of("upheld", upheld, "answer", "经核查,答复如下。"));
    }

    /** The id of the case's latest objection. */
    public static String objection(String id) {
        return as(HANDLER)
                .get(CASES + id + "/objections")
                .then()
                .statusCode(200)
                .extract()
                .path("[-1].id");
    }

    public static String status(String id) {
        return as(HANDLER).get(CASES + id).then().statusCode(200).extract().path("status");
    }

    /** The reason for which the caller may not do the act; null when allowed. */
    public static String refusal(String login, String id, String act) {
        return as(login)
                .get(CASES + id + "/acts")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.act == '" + act + "' }.reason.code");
    }
}
