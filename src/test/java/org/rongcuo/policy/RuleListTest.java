package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** The positive list, the negative list and the questions in force, for anyone. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class RuleListTest {
    private static final String PATH = "/api/v1/checklists?jurisdiction=";

    @Inject
    StoredBooks books;

    @Test
    void anyoneReadsWhatMayBeToleratedWhatNeverAndWhatIsAsked() {
        anonymous()
                .get(PATH + "330922&subjectStatus=PARTY_MEMBER&on=2026-04-15")
                .then()
                .statusCode(200)
                .body("on", equalTo("2026-04-15"))
                .body(
                        "layers.policy",
                        contains("330922/tolerance", "330900/tolerance", "330000/ftz-statute", "000000/accountability"))
                .body("layers.speaking", contains(true, false, false, false))
                .body("layers[0].kind", equalTo("TOLERANCE"))
                .body("layers[0].positive.text", hasItem("自贸试验区先行先试"))
                .body("layers[0].positive[0].number", equalTo(1))
                .body("layers[0].positive[0].conditions.column", hasItem("重大决策部署情形"))
                .body(
                        "layers[0].positive[0].conditions.test",
                        contains("首次承担无先例任务", "集体民主决策、按权限审批、紧急处置并事后报告", "「缺乏依据」以外"))
                .body("layers[0].positive.findAll { it.catchAll }", hasSize(greaterThan(0)))
                .body("layers[0].negative", hasSize(greaterThan(5)))
                .body("layers[0].negative.basis", not(hasItem("")))
                .body("layers[3].positive.text", contains("免责"))
                .body("layers[3].negative", empty())
                .body("questions", hasSize(35))
                .body("questions.findAll { it.item == 'privateGain' }", hasSize(1));
    }

    @Test
    void theDateAndTheFieldDecideWhichListsAreInForce() {
        anonymous()
                .get(PATH + "330922&on=2016-01-01")
                .then()
                .statusCode(200)
                .body("layers", empty())
                .body("questions", empty());
        anonymous()
                .get(PATH + "330922&field=最多跑一次改革&on=2026-04-15")
                .then()
                .body("layers.policy", hasItem("330000/one-visit-statute"));
        // The statute's first version exempts by its article; the second, unseen, exempts nobody.
        anonymous()
                .get(PATH + "330000&on=2019-01-01")
                .then()
                .body(
                        "layers.find { it.policy == '330000/ftz-statute' }.positive.basis",
                        contains("《中国(浙江)自由贸易试验区条例》(2017)第四条"));
        anonymous()
                .get(PATH + "330000&on=2026-01-01")
                .then()
                .body("layers.find { it.policy == '330000/ftz-statute' }.positive", empty());
        anonymous().get(PATH + "330922").then().statusCode(200).body("layers", not(empty()));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        anonymous()
                .get(PATH + "999999&field=钓鱼")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("query/jurisdiction", "query/field"));
        anonymous()
                .get("/api/v1/checklists")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("query/jurisdiction"));
        anonymous().get(PATH + "330922&on=yesterday").then().statusCode(400);
    }

    @Test
    void anInternalBookIsShownOnlyWithLogin() {
        books.internalBook("930001", "清", "tolerance");
        anonymous()
                .get(PATH + "930001")
                .then()
                .statusCode(200)
                .body("layers.policy", not(hasItem("930001/tolerance")))
                .body("questions.item", not(hasItem("given")));
        as("supervisor.330922")
                .get(PATH + "930001")
                .then()
                .body("layers[0].policy", equalTo("930001/tolerance"))
                .body("layers[0].negative[0].text", equalTo("触线"))
                .body("layers[0].negative[0].conditions[0].column", equalTo("给定"))
                .body("layers[0].positive", empty())
                .body("questions.item", hasItem("given"));
    }

    @Test
    void cellsAreReadable() {
        assertEquals("有", RuleLists.plain("\"有\""));
        assertEquals("有、无", RuleLists.plain(" \"有\", \"无\" "));
        assertEquals("「有、无」以外", RuleLists.plain("not(\"有\",\"无\")"));
        assertEquals("是", RuleLists.plain("true"));
        assertEquals("> 50", RuleLists.plain("> 50"));
        assertEquals("[1..5]", RuleLists.plain("[1..5]"));
    }
}
