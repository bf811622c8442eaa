package org.rongcuo;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls every operation of verification, recusal, co-handling and links once, as the person it is for. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EveryOperationOfVerificationTest {
    private static final String CASES = "/api/v1/cases/";
    private static final String APPLICANT = "applicant.330922";
    private static final String HANDLER = "handler.330922";
    private static final String SECOND = "handler.330922-2";
    private static final String DECIDER = "decider.330922";

    private static Response note(String login, String id, String path, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(CASES + id + "/" + path);
    }

    private static ValidatableResponse done(Response response) {
        return response.then().statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private static void get(String login, String id, String path) {
        as(login).get(CASES + id + "/" + path).then().statusCode(200);
    }

    @Test
    void verificationAnswers() {
        var id = Office.aCaseUnderVerification("330922");
        var subject = Office.onlySubject(HANDLER, id);
        Office.answer(HANDLER, id, subject, Office.exemptFacts()).then().statusCode(200);
        Office.evaluate(HANDLER, id, subject);
        var both = List.of(Office.person(HANDLER), Office.person(SECOND));
        done(as(HANDLER)
                .header("If-Match", Office.etag(HANDLER, id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", both, "assistants", List.of(Map.of("name", "演示·王工", "affiliation", "演示设计院"))))
                .put(CASES + id + "/investigators"));
        String claim = done(note(
                        APPLICANT,
                        id,
                        "statements",
                        Map.of("subject", subject, "text", "设备选型有疏漏,但经集体研究。", "claims", List.of("属先行先试,未谋私利"))))
                .extract()
                .path("claims[0].id");
        done(Office.heard(HANDLER, id, subject, both, List.of()));
        done(note(
                SECOND, id, "claims/" + claim + "/answer", Map.of("finding", "ACCEPTED", "reasons", "与会议纪要、资金核查结果相符")));
        done(Office.reported(HANDLER, id, both));
        get(HANDLER, id, "statements");
        get(HANDLER, id, "verification");
    }

    @Test
    void whoWorksOnACaseAnswers() {
        var id = Office.aCaseUnderVerification("330922");
        String recusal = done(note(
                        APPLICANT,
                        id,
                        "recusals",
                        Map.of("person", Office.person(SECOND), "ground", "INTEREST", "explanation", "其配偶任职于供货单位")))
                .extract()
                .path("id");
        done(note(DECIDER, id, "recusals/" + recusal + "/decision", Map.of("granted", true, "reasons", "情况属实")));
        get(HANDLER, id, "recusals");
        var organ = Office.organ("organisation.330922");
        done(act(HANDLER, id, "co-handlers", Map.of("organ", organ, "reasons", "涉及干部管理")));
        done(act(HANDLER, id, "co-handlers/" + organ + "/removal", Map.of("reasons", "核实完毕")));
        var other = Office.anApplication("330922");
        done(note(HANDLER, id, "links", Map.of("case", other, "kind", "RELATED", "reasons", "同一项目的两个环节")));
        get(HANDLER, id, "links");
    }
}
