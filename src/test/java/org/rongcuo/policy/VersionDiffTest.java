package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Two versions of a book compared by HTTP, and who may see the comparison. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class VersionDiffTest {
    private static final String EDITOR = "policy-editor.330922";
    private static final String VERSIONS = PolicyDraftTest.versions("330922/tolerance");

    /** A draft of the county's book: one threshold raised, one row new, one row gone. */
    private static String draft() {
        var model = Office.as(EDITOR)
                .get(VERSIONS + "/1/model")
                .asString()
                .replaceAll("(id=\"minor_r1_c3\">\\s*<text>\\S+ )1<", "$11.5<")
                .replaceAll("(?s)(<rule id=\"minor_r4)(\".*?</rule>)", "$1$2$1_copy$2")
                .replaceAll("(?s)<rule id=\"overall_r7\".*?</rule>", "");
        var copied = model.indexOf("minor_r4_copy");
        var end = model.indexOf("</rule>", copied);
        var row =
                model.substring(copied, end).replace("minor_r4_", "minor_new_").replace("法律法规义务性规定", "纪律规定");
        model = model.substring(0, copied) + row + model.substring(end);
        var number = PolicyDraftTest.upload(EDITOR, "330922/tolerance", model.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        return VERSIONS + "/" + number;
    }

    @Test
    void aDraftIsComparedWithWhatItIsBasedOn() {
        var draft = draft();
        Office.as(EDITOR)
                .get(draft + "/diff")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("policy", equalTo("330922/tolerance"))
                .body("base.number", equalTo(1))
                .body("base.status", equalTo("APPROVED"))
                .body("version.status", equalTo("DRAFT"))
                .body("version.effectiveFrom", nullValue())
                .body("sameContent", equalTo(false))
                .body("rules.items", empty())
                .body("rules.decisions.decision", contains("overall", "minor"))
                .body("rules.decisions[0].rows.kind", contains("REMOVED"))
                .body("rules.decisions[0].rows[0].before.row", equalTo("overall_r7"))
                .body("rules.decisions[0].rows[0].after", nullValue())
                .body("rules.decisions[1].rows.kind", contains("CHANGED", "ADDED"))
                .body("rules.decisions[1].rows[0].direction", equalTo("WIDENED"))
                .body("rules.decisions[1].rows[0].conditions.before", contains("<= 1"))
                .body("rules.decisions[1].rows[0].conditions.after", contains("<= 1.5"))
                .body("rules.decisions[1].rows[0].text", equalTo("「情节轻微」第1行:直接经济损失 条件由「<= 1」放宽为「<= 1.5」"))
                .body("rules.decisions[1].rows[1].after.row", equalTo("minor_new_copy"))
                .body("rules.text", equalTo("决策改动 2;表中的行新增 1、删去 1、改动 1"));
        Office.as(EDITOR)
                .header("Accept-Language", "en")
                .get(draft + "/diff?base=1")
                .then()
                .statusCode(200)
                .body("rules.decisions[1].rows[0].text", startsWith("\"情节轻微\" row 1: 直接经济损失 widened from"));
        var number = draft.substring(draft.lastIndexOf('/') + 1);
        Office.as(EDITOR)
                .get(VERSIONS + "/1/diff?base=" + number)
                .then()
                .statusCode(200)
                .body("rules.decisions.find { it.decision == 'minor' }.rows[0].direction", equalTo("NARROWED"))
                .body("rules.decisions.find { it.decision == 'minor' }.rows.kind", contains("CHANGED", "REMOVED"));
    }

    @Test
    void aVersionBasedOnNoneIsComparedWithTheOneInForce() {
        given().get(VERSIONS + "/1/diff")
                .then()
                .statusCode(200)
                .body("base.number", equalTo(1))
                .body("sameContent", equalTo(true))
                .body("rules.decisions", empty())
                .body("rules.text", equalTo("两个版本的规则相同"));
        given().get(PolicyDraftTest.versions("330000/ftz-statute") + "/2/diff")
                .then()
                .statusCode(200)
                .body("base.number", equalTo(1))
                .body("rules.items", not(empty()))
                .body("rules.decisions.decision", contains("tolerability", "remedied"));
    }

    @Test
    void theFactsOnWhichTheOutcomeIsAnotherAreTold() {
        var model = Office.as(EDITOR)
                .get(VERSIONS + "/1/model")
                .asString()
                .replaceAll("(id=\"minor_r\\d_c3\">\\s*<text>\\S+ )1<", "$11.5<");
        var number = PolicyDraftTest.upload(EDITOR, "330922/tolerance", model.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        var draft = VERSIONS + "/" + number;
        var lighter = "semantic.changes.find { it.direction == 'LIGHTER' }.";
        var diff = Office.as(EDITOR)
                .get(draft + "/diff")
                .then()
                .statusCode(200)
                .body("semantic.status", equalTo("DIFFERENT"))
                .body("semantic.changes.direction", everyItem(in(List.of("LIGHTER", "FROM_PERSON"))))
                .body("semantic.changes.text", everyItem(containsString("直接经济损失 大于1且不超过1.5")))
                .body(lighter + "from", equalTo("NOT_TOLERABLE"))
                .body(lighter + "to", equalTo("MITIGATE"))
                .body(lighter + "regions[0].before", equalTo("NOT_TOLERABLE"))
                .body(lighter + "regions[0].after", equalTo("MITIGATE"))
                .body(lighter + "regions[0].where.find { it.item == 'loss' }.values", contains("大于1且不超过1.5"))
                .extract()
                .jsonPath();
        var facts = Map.of("facts", diff.getMap(lighter + "regions[0].example"));
        for (var said : Map.of(VERSIONS + "/1", "不予容错", draft, "减责").entrySet()) {
            Office.as(EDITOR)
                    .contentType(ContentType.JSON)
                    .body(facts)
                    .post(said.getKey() + "/evaluations")
                    .then()
                    .statusCode(200)
                    .body("layer.word", equalTo(said.getValue()));
        }
        // The same version comes to the same; a procedure book says no outcome word.
        given().get(VERSIONS + "/1/diff").then().body("semantic.status", equalTo("EQUIVALENT"));
        given().get(PolicyDraftTest.versions("330900/procedure") + "/1/diff")
                .then()
                .statusCode(200)
                .body("semantic", nullValue());
        given().get(PolicyDraftTest.versions("330000/ftz-statute") + "/2/diff")
                .then()
                .body("semantic.changes.from", contains("EXEMPT"))
                .body("semantic.changes.to", contains("NOT_APPLICABLE"))
                .body("semantic.changes.direction", contains("HEAVIER"));
    }

    @Test
    void draftsAreComparedOnlyByThoseWhoSeeThem() {
        var draft = draft();
        var number = draft.substring(draft.lastIndexOf('/') + 1);
        for (var login : new String[] {"handler.330922", "decider.330900"}) {
            Office.as(login).get(draft + "/diff?base=1").then().statusCode(404);
            Office.as(login)
                    .get(VERSIONS + "/1/diff?base=" + number)
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("query/base"))
                    .body("violations.code", contains("version-unknown"));
        }
        given().get(draft + "/diff").then().statusCode(404);
        Office.as("inspector.330900").get(draft + "/diff").then().statusCode(200);
    }

    @Test
    void aBaseThatIsNotThereIsRefused() {
        given().get(VERSIONS + "/1/diff?base=99")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", contains("query/base"))
                .body("violations.code", contains("version-unknown"));
        given().get(VERSIONS + "/1/diff?base=first")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("query/base"));
        given().get(VERSIONS + "/99/diff").then().statusCode(404);
        var first = Desk.draft(Desk.book(), TestBook.saying("免责"));
        Office.as(Desk.EDITOR)
                .get(first + "/diff")
                .then()
                .statusCode(422)
                .body("violations.code", contains("base-missing"));
        Office.as(Desk.EDITOR)
                .get(first + "/diff?base=1")
                .then()
                .statusCode(200)
                .body("sameContent", equalTo(true));
    }
}
