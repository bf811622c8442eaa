package org.rongcuo.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** {@code POST /evaluations}: the central shape, and every reason to refer. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EvaluationTest {
    private final EntityManagerFactory entityManagers;

    EvaluationTest(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    @Test
    void theCentralShapeTellsTheRecommendationWithItsReasons() {
        evaluate(matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER"))
                .statusCode(200)
                .body(
                        "facts.keySet()",
                        containsInAnyOrder(Office.exemptFacts().keySet().toArray()))
                .body("recommendation.code", equalTo("EXEMPT"))
                .body("recommendation.label", equalTo("免责"))
                .body("recommendation.reasons", empty())
                .body("possible", contains("EXEMPT"))
                .body("openItems", empty())
                .body("chains.date", contains("2026-04-15", "2026-11-24"))
                .body("chains.by", contains("CONDUCT", "DECISION"))
                .body("chains.recommendation.code", contains("EXEMPT", "EXEMPT"))
                .body(
                        "chains[0].layers.policy",
                        contains("330922/tolerance", "330900/tolerance", "330000/ftz-statute", "000000/accountability"))
                .body("chains[0].layers.kind", contains("TOLERANCE", "TOLERANCE", "STATUTE", "STATUTE"))
                .body("chains[0].layers.speaking", contains(true, false, false, false))
                .body("chains[0].layers.version", contains(1, 1, 2, 1))
                .body("chains[0].layers.contentHash", everyItem(startsWith("sha256:")))
                .body("chains[0].layers.word", contains("免责", "免责", "不适用", "免责"))
                .body("chains[0].layers.effectiveFrom", hasItem("2018-01-01"))
                .body("chains[0].layers[0].title", equalTo("嵊泗县容错免责认定"))
                .body("chains[0].layers[0].reasons", empty())
                .body("chains[0].layers[0].openItems", empty())
                .body("chains[0].layers[0].decisions.find { it.id == 'bottomLine' }.value", empty())
                .body("chains[0].layers[0].decisions.find { it.id == 'bottomLine' }.hitPolicy", equalTo("COLLECT"))
                .body("chains[0].layers[0].decisions.find { it.id == 'bottomLine' }.rows", empty())
                .rootPath("chains[0].layers[0].decisions.find { it.id == 'tolerability' }")
                .body("name", equalTo("认定建议"))
                .body("status", equalTo("SUCCEEDED"))
                .body("value", equalTo("免责"))
                .body("hitPolicy", equalTo("UNIQUE"))
                .body("rows.id", contains("tolerability_r3"))
                .body("rows[0].number", equalTo(3))
                .body("rows[0].selected", equalTo(true))
                .body("rows[0].basis", containsString("舟山市机关工作人员改革创新容错免责机制"))
                .body("rows[0].note", not(empty()))
                .noRootPath()
                .body("lenity.mode", equalTo("TWO_DATE"))
                .body("lenity.basis", containsString("第六十七条"))
                .body("lenity.old", equalTo("EXEMPT"))
                .body("lenity.new", equalTo("EXEMPT"))
                .body("lenity.applied", equalTo("old"))
                .body("lenity.why", equalTo("两个日期适用的版本相同"))
                .body("engine", equalTo("kie-dmn 10.1.0"))
                .body("notice", nullValue());
    }

    @Test
    void everyTextSpeaksEnglishToo() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER");
        facts(matter).remove("loss");
        Office.as("handler.330922")
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(matter)
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200)
                .body("recommendation.label", equalTo("refer to a person"))
                .body("recommendation.reasons[0].text", containsString("1 item(s) are unanswered"))
                .body("chains[0].layers[0].title", equalTo("Shengsi error tolerance"))
                .body("lenity.why", equalTo("The same versions are in force on both dates"));
    }

    @Test
    void leavingOutAnyOneAnswerThatMattersNeverExempts() {
        var material = 0;
        for (var item : Office.exemptFacts().keySet()) {
            var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER");
            facts(matter).remove(item);
            var matters = evaluate(matter).extract().<Boolean>path("openItems[0].material");
            material += matters ? 1 : 0;
            if (!matters) {
                evaluate(matter)
                        .statusCode(200)
                        .body("recommendation.code", equalTo("EXEMPT"))
                        .body("openItems.item", contains(item))
                        .body("openItems.material", contains(false))
                        .body("possible", contains("EXEMPT"))
                        .body("assumed", hasKey(item))
                        .body("chains[0].layers.decisions.flatten().findAll { it.provisional }.id", not(empty()));
            } else {
                refers(matter, "facts-missing")
                        .body("recommendation.reasons[0].items", contains(item))
                        .body("recommendation.reasons[0].layers", not(empty()))
                        .body("openItems.item", contains(item))
                        .body("openItems.material", contains(true))
                        .body("openItems.question", everyItem(notNullValue()))
                        .body("possible", hasItem("EXEMPT"))
                        .body("possible", hasSize(greaterThan(1)));
            }
        }
        // Whether what is called immaterial is so, brute force tells; here most of the checklist still decides.
        assertTrue(material > 15, "material: " + material);
    }

    @Test
    void withoutAnyAnswerEveryItemOfEveryLayerIsOpen() {
        var matter = matter("2026-03-01", null, null, "PARTY_MEMBER");
        facts(matter).clear();
        evaluate(matter)
                .statusCode(200)
                .body("recommendation.code", equalTo("REFER"))
                .body(
                        "openItems.item",
                        containsInAnyOrder(Office.exemptFacts().keySet().toArray()))
                .body("chains[0].layers.decisions", everyItem(empty()))
                .body("chains[0].layers.word", everyItem(nullValue()));
    }

    @Test
    void beforeAnyRuleItRefers() {
        var matter = matter("2016-02-28", "2016-02-29", "2026-11-24", "PARTY_MEMBER");
        refers(matter, "no-version")
                .body("recommendation.reasons[0].text", containsString("2016-02-29"))
                .body("recommendation.reasons[0].text", containsString("嵊泗县(330922)"))
                .body("recommendation.reasons[0].text", containsString("《嵊泗县容错免责认定》"))
                .body("recommendation.reasons[0].layers", contains("330922/tolerance", "330900/tolerance"))
                .body("lenity.old", equalTo("REFER"))
                .body("lenity.new", equalTo("EXEMPT"))
                .body("lenity.applied", nullValue());
        facts(matter).clear();
        matter.put("decidedOn", "2016-02-29");
        evaluate(matter)
                .statusCode(200)
                .body("recommendation.reasons.code", contains("no-version"))
                .body("chains.layers", everyItem(empty()))
                .body("lenity.basis", nullValue());
    }

    @Test
    void theTablesOwnDoubtIsTold() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "OTHER");
        facts(matter).put("reformCircumstance", "其他情形");
        evaluate(matter)
                .statusCode(200)
                .body("recommendation.code", equalTo("REFER"))
                .body("recommendation.label", equalTo("需人工研判"))
                .body("recommendation.reasons.code", contains("table-refers"))
                .body("recommendation.reasons[0].text", containsString("《嵊泗县容错免责认定》"))
                .body("recommendation.reasons[0].layers", contains("330922/tolerance@1"))
                .body("possible", contains("REFER"))
                .body("chains[0].layers[0].word", equalTo("提请会商"));
    }

    @Test
    void theFreeTradeZoneClauseOf2017EntitlesWhileItWasInForce() {
        var matter = matter("2019-05-01", "2019-05-02", "2021-06-01", "OTHER");
        facts(matter).put("passivity", true);
        refers(matter, "entitlement")
                .body("recommendation.reasons[0].text", containsString("第四条"))
                .body("recommendation.reasons[0].layers", contains("330922/tolerance@1", "330000/ftz-statute@1"));
        matter.put("decidedOn", "2026-11-24");
        evaluate(matter)
                .body("recommendation.code", equalTo("REFER"))
                .body("chains[0].recommendation.reasons.code", contains("entitlement"))
                .body("chains[1].recommendation.code", equalTo("NOT_TOLERABLE"));
        var later = matter("2022-05-01", "2022-05-01", "2026-11-24", "OTHER");
        facts(later).put("passivity", true);
        evaluate(later).body("recommendation.code", equalTo("NOT_TOLERABLE"));
    }

    /** 2017 第四条 judges conduct that ended before 2022-05-01, however early it began; later conduct the revised text. */
    @Test
    void theLastDayOfTheConductDecidesWhichClauseJudges() {
        for (var field : Arrays.asList(null, "重大项目建设")) {
            for (var last : Map.of(
                            "2017-12-31", List.of(0, 2),
                            "2018-01-01", List.of(1, 2),
                            "2022-04-30", List.of(1, 2),
                            "2022-05-01", List.of(2, 2))
                    .entrySet()) {
                var matter = matter("2017-06-01", last.getKey(), "2026-11-24", "OTHER");
                matter.put("field", field);
                facts(matter).put("passivity", true);
                var entitled = last.getValue().get(0) == 1;
                var evaluated = evaluate(matter)
                        .statusCode(200)
                        .body("recommendation.code", equalTo(entitled ? "REFER" : "NOT_TOLERABLE"))
                        .body("chains[1].recommendation.code", equalTo("NOT_TOLERABLE"));
                for (int chain = 0; chain < 2; chain++) {
                    var version = last.getValue().get(chain);
                    evaluated.body(
                            "chains[" + chain + "].layers.findAll { it.policy == '330000/ftz-statute' }.version",
                            equalTo(version == 0 ? List.of() : List.of(version)));
                }
            }
        }
        var within = matter("2022-04-01", "2022-04-30", "2022-04-30", "OTHER");
        facts(within).put("passivity", true);
        evaluate(within).body("recommendation.reasons.code", contains("entitlement"));
        var after = matter("2022-04-01", "2022-05-01", "2022-05-01", "OTHER");
        facts(after).put("passivity", true);
        evaluate(after)
                .body("recommendation.code", equalTo("NOT_TOLERABLE"))
                .body("chains[0].layers.find { it.policy == '330000/ftz-statute' }.word", equalTo("不适用"));
    }

    @Test
    void withoutTheStatusArticle17CannotBeRuledOut() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", null);
        facts(matter).keySet().removeAll(List.of("recordedObjection", "superiorOrder"));
        evaluate(matter).statusCode(200).body("recommendation.code", equalTo("EXEMPT"));
        facts(matter).put("passivity", true);
        refers(matter, "subject-status-unknown")
                .body("recommendation.reasons[0].text", containsString("《问责条例免予问责条款》"))
                .body("recommendation.reasons[0].text", containsString("党员"))
                .body("recommendation.reasons[0].items", contains("recordedObjection", "superiorOrder"))
                .body("recommendation.reasons[0].layers", contains("330922/tolerance@1", "000000/accountability@1"))
                .body("openItems", empty());
        facts(matter).put("recordedObjection", "明确反对或保留意见");
        facts(matter).put("superiorOrder", "无上级决定");
        evaluate(matter)
                .body("recommendation.reasons.code", contains("subject-status-unknown"))
                .body("recommendation.reasons[0].text", containsString("第十七条"))
                .body("recommendation.reasons[0].items", nullValue());
    }

    @Test
    void aGroundOfArticle17StandsAgainstABottomLineForAPartyMember() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER");
        facts(matter).put("fraud", true);
        facts(matter).put("recordedObjection", "明确反对或保留意见");
        refers(matter, "entitlement")
                .body("recommendation.reasons[0].text", containsString("《问责条例免予问责条款》"))
                .body("recommendation.reasons[0].layers", hasItem("000000/accountability@1"));
        matter.put("subjectStatus", "PUBLIC_OFFICIAL");
        facts(matter).remove("recordedObjection");
        facts(matter).remove("superiorOrder");
        evaluate(matter)
                .body("recommendation.code", equalTo("NOT_TOLERABLE"))
                .body("chains[0].layers.policy", not(hasItem("000000/accountability")));
    }

    @Test
    void theOneVisitStatuteReachesItsFieldAlone() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "OTHER");
        facts(matter).keySet().removeAll(List.of("recordedObjection", "superiorOrder"));
        facts(matter).put("passivity", true);
        matter.put("field", "最多跑一次改革");
        evaluate(matter)
                .body("recommendation.reasons.code", contains("entitlement"))
                .body("recommendation.reasons[0].text", containsString("第四十六条"));
        matter.put("field", "审计");
        evaluate(matter)
                .body("recommendation.code", equalTo("NOT_TOLERABLE"))
                .body("chains[0].layers.policy", not(hasItem("330000/one-visit-statute")));
    }

    @Test
    void sameFactsSameContent() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER");
        var first = evaluate(matter).extract().asString();
        assertEquals(first, evaluate(matter).extract().asString());
    }

    @Test
    void aSelfCheckIsNoBasisForADetermination() {
        given().contentType(ContentType.JSON)
                .body(matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER"))
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200)
                .body("recommendation.code", equalTo("EXEMPT"))
                .body("notice", equalTo("自测结果不作为认定依据"));
    }

    @Test
    void nothingIsStored() throws SQLException, InterruptedException {
        for (int waited = 0; rows("select count(*) from ledger_pending") > 0 && waited < 50; waited++) {
            Thread.sleep(200);
        }
        var before = counts();
        evaluate(matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER"))
                .statusCode(200);
        evaluate("{}").statusCode(422);
        assertTrue(before.containsKey("evaluation_record"), before.toString());
        assertEquals(before, counts());
    }

    private static Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        List<String> tables = new ArrayList<>();
        try (var connection = PostgreSQL.superuser();
                var rows = connection
                        .createStatement()
                        .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (var table : tables) {
            counts.put(table, rows("select count(*) from \"" + table + "\""));
        }
        return counts;
    }

    private static long rows(String count) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var row = connection.createStatement().executeQuery(count)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void itAsksTheDatabaseForThePlaceAndForTheLayersOfEachDate() {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        var first = Long.MAX_VALUE;
        var again = Long.MAX_VALUE;
        statistics.setStatisticsEnabled(true);
        try {
            for (int round = 0; round < 6; round++) {
                var matter = matter("2019-05-01", "2019-05-02", "2026-11-1" + round, "PARTY_MEMBER");
                // Jobs of the product may ask something meanwhile; not every time.
                first = Math.min(first, statements(statistics, matter));
                again = Math.min(again, statements(statistics, matter));
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
        assertEquals(3, first);
        assertEquals(1, again, "what was found within the last second is not asked again");
    }

    private static long statements(Statistics statistics, Map<String, Object> matter) {
        statistics.clear();
        given().contentType(ContentType.JSON)
                .body(matter)
                .post("/api/v1/evaluations")
                .then()
                .statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    static Map<String, Object> matter(String from, String to, String decidedOn, String status) {
        Map<String, Object> matter = new HashMap<>();
        Map<String, Object> conduct = new HashMap<>();
        conduct.put("from", from);
        conduct.put("to", to);
        matter.put("jurisdiction", "330922");
        matter.put("conduct", conduct);
        matter.put("decidedOn", decidedOn);
        matter.put("subjectStatus", status);
        matter.put("facts", new HashMap<>(Office.exemptFacts()));
        if ("OTHER".equals(status)) {
            // Asked of party members only.
            facts(matter).keySet().removeAll(List.of("recordedObjection", "superiorOrder"));
        }
        return matter;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> facts(Map<String, Object> matter) {
        return (Map<String, Object>) matter.get("facts");
    }

    /** It refers for exactly these reasons. */
    private static ValidatableResponse refers(Object body, String... codes) {
        return evaluate(body)
                .statusCode(200)
                .body("recommendation.code", equalTo("REFER"))
                .body("recommendation.reasons.code", contains(codes));
    }

    static ValidatableResponse evaluate(Object body) {
        return Office.as("handler.330922")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/evaluations")
                .then();
    }
}
