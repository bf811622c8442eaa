package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Versions of rule books: who sees a draft, trials of any version, one vocabulary, and what the database itself keeps. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class PolicyVersionTest {
    private static final String EDITOR = "policy-editor.330922";

    @Test
    void draftsAreUnseenByWhoHasNoPartInThem() {
        var name = PolicyDraftTest.opened();
        var list = PolicyDraftTest.versions("330922/" + name);
        PolicyDraftTest.upload(EDITOR, "330922/" + name, TestBook.saying("免责").xml())
                .then()
                .statusCode(201);
        for (var reader : List.of(EDITOR, "policy-approver.330922", "policy-editor.330900", "inspector.330922")) {
            Office.as(reader).get(list + "/1").then().statusCode(200);
            Office.as(reader).get(list).then().body("items.number", contains(1));
        }
        for (var address : List.of(list + "/1", list + "/1/model", list + "/1/checklist")) {
            given().get(address).then().statusCode(404);
            Office.as("applicant.330922").get(address).then().statusCode(404);
            Office.as("handler.330900").get(address).then().statusCode(404);
        }
        given().get(list).then().statusCode(200).body("items", empty()).body("count.count", equalTo(0));
        trial("applicant.330922", list + "/1", TestBook.FACTS).then().statusCode(404);
        Office.as(EDITOR)
                .get(list + "/1/model")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/xml"))
                .header("ETag", notNullValue())
                .body(containsString("bottomLine"));
        Office.as(EDITOR)
                .get(list + "/1/checklist")
                .then()
                .statusCode(200)
                .body("item", contains("given"))
                .body("[0].question", equalTo("有没有?"))
                .body("[0].allowedValues", contains("有", "无"));
    }

    @Test
    void aTrialIsMarkedAndJudgesByThatVersionAlone() {
        var name = PolicyDraftTest.opened();
        var draft = PolicyDraftTest.versions("330922/" + name) + "/1";
        PolicyDraftTest.upload(
                EDITOR,
                "330922/" + name,
                TestBook.saying("免责").hittingItsBottomLine().xml());
        trial(EDITOR, draft, TestBook.FACTS)
                .then()
                .statusCode(200)
                .body("trial", equalTo(true))
                .body("recommendation.code", equalTo("REFER"))
                .body("recommendation.reasons.code", contains("bottom-line-contradiction"))
                .body("layer.policy", equalTo("330922/" + name))
                .body("layer.version", equalTo(1))
                .body("layer.word", nullValue())
                .body("layer.decisions.id", contains("bottomLine", "tolerability", "effects"))
                .body("engine", equalTo("kie-dmn 10.1.0"));
        trial(EDITOR, draft, Map.of())
                .then()
                .body("recommendation.reasons.code", contains("facts-missing"))
                .body("openItems.item", contains("given"))
                .body("openItems.material", contains(true))
                .body("possible", contains("NOT_TOLERABLE", "REFER"));
        trial(EDITOR, draft, Map.of("given", "也许", "loss", 1))
                .then()
                .statusCode(422)
                .body("violations.code", containsInAnyOrder("outside-allowed-values", "item-unknown"));
        given().contentType(ContentType.JSON)
                .body(Map.of("facts", TestBook.FACTS))
                .post(draft + "/evaluations")
                .then()
                .statusCode(401);
    }

    @Test
    void anyRegisteredPersonTriesApprovedVersionsOfEveryKind() {
        var facts = new HashMap<>(Office.exemptFacts());
        facts.keySet()
                .retainAll(given().get(PolicyDraftTest.versions("330900/tolerance") + "/1/checklist")
                        .jsonPath()
                        .getList("item"));
        trial("applicant.330922", PolicyDraftTest.versions("330900/tolerance") + "/1", facts)
                .then()
                .statusCode(200)
                .body("recommendation.code", equalTo("EXEMPT"))
                .body("possible", contains("EXEMPT"));
        trial(
                        "applicant.330922",
                        PolicyDraftTest.versions("330000/ftz-statute") + "/2",
                        Map.of("reformDirection", "符合"))
                .then()
                .statusCode(200)
                .body("recommendation", nullValue())
                .body("possible", empty())
                .body("layer.word", equalTo("不适用"));
        trial(
                        "applicant.330922",
                        PolicyDraftTest.versions("330900/procedure") + "/1",
                        Map.of("step", "受理", "complexity", "普通"))
                .then()
                .statusCode(200)
                .body("recommendation", nullValue())
                .body("layer.reasons", empty())
                .body("layer.decisions.find { it.id == 'limit' }.value.limit", notNullValue());
    }

    @Test
    void aModelMayNotWidenTheVocabularyOfTheBooksAbove() {
        var name = PolicyDraftTest.opened();
        var xml = new String(TestBook.saying("免责").xml(), StandardCharsets.UTF_8);
        var wider = xml.replace("id=\"given\"", "id=\"privateGain\"").replace("#given", "#privateGain");
        PolicyDraftTest.upload(EDITOR, "330922/" + name, wider.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("model-refused"))
                .body("violations.code", hasItem("vocabulary-widened"))
                .body("violations.pointer", hasItem("/element/privateGain"))
                .body("violations.message", hasItem(containsString("330900/tolerance@1")))
                .body("findings.element", hasItem("privateGain"));
        var other = xml.replace("id=\"given\"", "id=\"loss\"").replace("#given", "#loss");
        PolicyDraftTest.upload(EDITOR, "330922/" + name, other.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("vocabulary-type"));
        PolicyDraftTest.upload(EDITOR, "330922/" + name, xml.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        var draft = PolicyDraftTest.versions("330922/" + name) + "/1";
        PolicyDraftTest.save(draft, Office.as(EDITOR).get(draft).header("ETag"), other.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("vocabulary-type"));
        var narrower = xml.replace("\"有\",\"无\"", "\"无\",\"为个人\"")
                .replace("\"有\"", "\"为个人\"")
                .replace("id=\"given\"", "id=\"privateGain\"")
                .replace("#given", "#privateGain");
        PolicyDraftTest.upload(EDITOR, "330922/" + name, narrower.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
    }

    @Test
    void theDatabaseItselfKeepsAnApprovedVersion() throws SQLException {
        for (var role : List.of("rongcuo_app", "rongcuo_owner")) {
            for (var change : List.of(
                    "update policy_version set model = '<a/>' where status = 'APPROVED'",
                    "update policy_version set content_hash = 'sha256:0' where status = 'APPROVED'",
                    "update policy_version set effective_from = '2000-01-01' where number = 1 and status = 'APPROVED'",
                    "update policy_version set tests = null where status = 'APPROVED'",
                    "update policy_version set author_id = null, note = 'x' where status = 'APPROVED'",
                    "update policy_version set status = 'DRAFT' where status = 'APPROVED'",
                    "delete from policy_version where status = 'APPROVED'",
                    "truncate policy_version cascade")) {
                try (var connection = PostgreSQL.as(role);
                        var statement = connection.createStatement()) {
                    var refused = assertThrows(SQLException.class, () -> statement.executeUpdate(change), change);
                    assertTrue(
                            refused.getMessage().contains("immutable")
                                    || refused.getMessage().contains("append-only")
                                    || refused.getMessage().contains("permission denied"),
                            role + ": " + change + ": " + refused.getMessage());
                }
            }
        }
    }

    private static Response trial(String login, String version, Map<String, Object> facts) {
        return Office.as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("facts", facts))
                .post(version + "/evaluations");
    }
}
