package org.rongcuo.aftercare;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.as;
import static org.rongcuo.aftercare.Corrected.HANDLER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** That an inquiry considered tolerance: recorded by the office, seen by those over the place. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class AccountabilityCheckTest {
    private static final String CHECKS = "/api/v1/accountability-checks";

    private static Map<String, Object> check(String caseId) {
        Map<String, Object> body = new HashMap<>();
        body.put("inquiry", "嵊纪问〔2026〕" + UUID.randomUUID() + "号");
        body.put("organ", Office.organ(HANDLER));
        body.put("considered", true);
        body.put("result", "属先行先试,建议启动容错认定");
        if (caseId != null) {
            body.put("case", caseId);
        }
        return body;
    }

    private static Response record(String login, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(CHECKS);
    }

    @Test
    void isRecordedOnceInTheChainOfItsCaseAndSeenOverThePlace() {
        var id = Office.aCaseUnderVerification("330922");
        var recorded = record(HANDLER, check(id))
                .then()
                .statusCode(201)
                .body("case", equalTo(id))
                .extract()
                .<String>path("id");
        assertEquals(List.of("tolerance-considered"), Corrected.entries(id));
        for (var login : List.of(HANDLER, "organisation.330922", INSPECTOR)) {
            as(login).get(CHECKS + "?limit=200").then().statusCode(200).body("items.id", hasItem(recorded));
        }
        as("applicant.330922").get(CHECKS).then().statusCode(403);
        var mine = "items.find { it.id == '" + recorded + "' }.case";
        as("organisation.330922").get(CHECKS + "?limit=200").then().body(mine, nullValue());
        as(HANDLER).get(CHECKS + "?limit=200").then().body(mine, equalTo(id));
    }

    @Test
    void needsNoCaseButThatToleranceWasConsidered() {
        var alone = record(HANDLER, check(null))
                .then()
                .statusCode(201)
                .body("case", nullValue())
                .extract()
                .<String>path("id");
        assertEquals(true, alone != null);
        var body = check(UUID.randomUUID().toString());
        body.put("considered", false);
        record(HANDLER, body).then().statusCode(422).body("violations.pointer", contains("/considered"));
        body.put("considered", true);
        record(HANDLER, body).then().statusCode(422).body("violations.pointer", contains("/case"));
        record("applicant.330922", check(null)).then().statusCode(403);
        body = check(null);
        body.put("organ", Office.organ("handler.330900"));
        record(HANDLER, body).then().statusCode(403);
        var above =
                record("handler.330900", body).then().statusCode(201).extract().<String>path("id");
        as(HANDLER).get(CHECKS + "?limit=200").then().body("items.id", not(hasItem(above)));
    }
}
