package org.rongcuo.consultation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.conclude;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.PriorFilings;

/** What the group holds of a filing, and what that is worth to the office that answers it. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class FilingConsultationTest {
    private Zone zone;
    private String id;

    @BeforeEach
    void aMajorMatterIsFiled() {
        zone = Zone.founded();
        id = PriorFilings.submitted(zone.code, zone.applicant, Map.of("threeMajor", true));
    }

    private void held(String form, String result) {
        var consultation = zone.asked(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        zone.everybody().forEach(login -> done(vote(login, meeting, consultation, null, result)));
        done(conclude(zone.lead, meeting, consultation, form, null, result));
    }

    /** @param departing why it departs from what the group held; null where it does not */
    private Response answered(String result, String departing) {
        Map<String, Object> body = new HashMap<>(Map.of("result", result, "reasons", "已审阅"));
        if (departing != null) {
            body.put("consultationReasons", departing);
        }
        return act(zone.handler, id, "filing/feedback", body);
    }

    private void refused(String result, String departing, String code) {
        answered(result, departing).then().statusCode(422).body("violations.code", contains(code));
    }

    @Test
    void adviceIsDepartedFromWithReasonsOnly() {
        held("ADVICE", "OPPOSE");
        refused("ACCEPTED", null, "consultation-departure-without-reasons");
        refused("RETURNED", "并无不一致", "no-consultation-departure");
        answered("ACCEPTED", "风险已由保险覆盖,会后补充了保单")
                .then()
                .statusCode(200)
                .body("feedback[0].consultationReasons", equalTo("风险已由保险覆盖,会后补充了保单"))
                .body("feedback[0].consultation", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void aDecisionAgainstTheFilingIsFollowed() {
        held("DECISION", "OPPOSE");
        refused("ACCEPTED", null, "departs-from-group-decision");
        refused("ACCEPTED", "另有考虑", "departs-from-group-decision");
        answered("RETURNED", null).then().statusCode(200);
    }

    @Test
    void aDecisionForTheFilingIsFollowed() {
        held("DECISION", "ENDORSE");
        refused("RETURNED", "另有考虑", "departs-from-group-decision");
        answered("ACCEPTED", null).then().statusCode(200).body("feedback[0].consultationReasons", nullValue());
    }

    @Test
    void whatTheGroupGaveBackIsNotAccepted() {
        held("RETURN", "MORE_VERIFICATION");
        as(zone.handler).get(CASES + id + "/filing").then().body("consulted", equalTo(false));
        refused("ACCEPTED", null, "departs-from-group-decision");
        // Either the group is asked again, or the applicant has to add to the filing.
        held("ADVICE", "ENDORSE");
        answered("ACCEPTED", null).then().statusCode(200);
    }

    @Test
    void whatIsWrittenAnewIsConsultedOnAnew() {
        held("ADVICE", "ENDORSE");
        answered("RETURNED", "材料缺页,补齐后再报").then().statusCode(200);
        var content = as(zone.applicant).get(CASES + id + "/filing").jsonPath().<String, Object>getMap("content");
        Map<String, Object> rewritten = new HashMap<>(content);
        rewritten.put("matter", "另一事项");
        as(zone.applicant)
                .header("If-Match", Office.etag(zone.applicant, id))
                .contentType(ContentType.JSON)
                .body(rewritten)
                .put(CASES + id + "/filing")
                .then()
                .statusCode(200);
        as(zone.applicant)
                .header("If-Match", Office.etag(zone.applicant, id))
                .post(CASES + id + "/filing/submission")
                .then()
                .statusCode(200)
                .body("consulted", equalTo(false));
        answered("ACCEPTED", null).then().statusCode(409).body("code", equalTo("consultation-required"));
        held("ADVICE", "ENDORSE");
        answered("ACCEPTED", null).then().statusCode(200);
    }

    @Test
    void aMajorMatterHasTheTermsOfMajorOnes() {
        as(zone.handler).get(CASES + id).then().body("complexity", equalTo("MAJOR"));
    }
}
