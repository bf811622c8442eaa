package org.rongcuo.cases;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rongcuo.Office;
import org.rongcuo.shared.Clocks;

/** Cases of 嵊泗 brought to a situation by real acts, and persons whom the demo lacks. */
public final class Situations {
    public static final String CASES = "/api/v1/cases/";
    public static final String APPLICANT = "applicant.330922";
    public static final String COLLEAGUE = "applicant.330922-2";
    public static final String HANDLER = "handler.330922";
    public static final String DECIDER = "decider.330922";

    private Situations() {}

    public static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    public static Map<String, Object> subject(String login, String status) {
        return Map.of("person", Office.person(login), "status", status);
    }

    /** What opens a case with the subjects; its parts may be changed. */
    public static Map<String, Object> opening(Object... subjects) {
        Map<String, Object> body = new HashMap<>(Office.openCase("330922", APPLICANT));
        body.put("subjects", subjects);
        return body;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> particulars() {
        return new HashMap<>((Map<String, Object>) opening().get("particulars"));
    }

    public static Response open(String login, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post("/api/v1/cases");
    }

    public static String opened(String login, Object body) {
        return open(login, body).then().statusCode(201).extract().path("id");
    }

    public static String exOfficio() {
        var body = opening(subject(APPLICANT, "PARTY_MEMBER"));
        body.put("start", "EX_OFFICIO");
        return opened(HANDLER, body);
    }

    public static void done(Response response) {
        response.then()
                .statusCode(org.hamcrest.Matchers.anyOf(
                        org.hamcrest.Matchers.equalTo(200), org.hamcrest.Matchers.equalTo(201)));
    }

    /** A case under verification with the subjects. */
    public static String verifying(Object... subjects) {
        var id = opened(APPLICANT, opening(subjects));
        done(act(APPLICANT, id, "application", Map.of("statement", "申请容错免责")));
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true)));
        return id;
    }

    /** A case of one subject under verification, every item answered so that the books say 免责. */
    public static String answered() {
        var id = Office.aCaseUnderVerification("330922");
        done(Office.answer(HANDLER, id, Office.subjects(id).get(0), Office.exemptFacts()));
        return id;
    }

    /** A PUT under a case with its current ETag. */
    public static Response put(String login, String id, String path, Object body) {
        return as(login)
                .header("If-Match", Office.etag(login, id))
                .contentType(ContentType.JSON)
                .body(body)
                .put(CASES + id + "/" + path);
    }

    /** Determines; what the case's verification lacks for it is done first. */
    public static Response determine(String login, String id, Map<String, Object> body) {
        Office.investigated(HANDLER, id);
        return act(login, id, "determinations", body);
    }

    /** A case all of whose subjects, one, are determined. */
    public static String determined() {
        var id = answered();
        var subject = Office.subjects(id).get(0);
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        done(determine(DECIDER, id, Office.determination(subject, evaluation, "EXEMPT")));
        return id;
    }

    public static Map<String, Object> feedback(String subject) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", subject);
        body.put("deliveredOn", today().toString());
        body.put("method", "IN_PERSON");
        body.put("remedies", "如不服,可自收到之日起一个月内申请复审");
        body.put("receipt", Map.of("receivedBy", "演示·当事人", "receivedOn", today().toString()));
        return body;
    }

    public static String notified() {
        var id = determined();
        done(act(HANDLER, id, "feedback", feedback(Office.subjects(id).get(0))));
        return id;
    }

    public static Response upload(String login, String id, String title, String fileName, byte[] content) {
        return as(login)
                .multiPart(new MultiPartSpecBuilder(title)
                        .controlName("title")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .multiPart("file", fileName, content)
                .post(CASES + id + "/documents");
    }

    public static String document(String login, String id) {
        return upload(login, id, "会议纪要", "minutes.txt", ("纪要" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (var call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
