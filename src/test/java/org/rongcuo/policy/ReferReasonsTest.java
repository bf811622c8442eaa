package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;
import org.rongcuo.dmn.BookKind;

/** Every REFER names the layers that are in doubt, and the articles where rows are known. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestTransaction
class ReferReasonsTest {
    private static final String COUNTY = StoredBooks.COUNTY;
    private static final String COUNTYS = COUNTY + "/tolerance@1";
    private static final String CITYS = StoredBooks.CITY + "/tolerance@1";
    private static final String STATUTE = StoredBooks.CITY + "/law@1";
    private static final Pattern CODE = Pattern.compile("[Rr]eason\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");

    private final StoredBooks books;
    private final EvaluationService evaluations;
    private final EntityManager entityManager;

    ReferReasonsTest(StoredBooks books, EvaluationService evaluations, EntityManager entityManager) {
        this.books = books;
        this.evaluations = evaluations;
        this.entityManager = entityManager;
    }

    /** What a reason must name. */
    private record Named(List<String> layers, List<String> words) {}

    @Test
    void eachCodeNamesItsLayersAndTheArticlesThatAreKnown() throws IOException {
        Map<String, Named> expected = new TreeMap<>();
        Map<String, EvaluationView.Reason> reasons = new HashMap<>();

        reasons.putAll(world("2018-01-01", TestBook.FACTS, world -> world.county(TestBook.saying("减责"))));
        expected.put("no-version", new Named(List.of(COUNTY + "/tolerance"), List.of("测试县(910121)", "《测试办法》")));

        reasons.putAll(world("2021-01-01", Map.of(), world -> {
            world.county(TestBook.saying("减责"));
            world.city(TestBook.saying("减责"));
        }));
        expected.put("facts-missing", new Named(List.of(COUNTYS, CITYS), List.of()));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> {
            world.county(TestBook.saying("减责"));
            books.inForce(
                    books.book(COUNTY, "another", null, LenityMode.TWO_DATE), TestBook.saying("免责"), "2020-01-01");
        }));
        expected.put("several-speak", new Named(List.of(COUNTY + "/another@1", COUNTYS), List.of("《测试办法》(第一条)")));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> world.county(TestBook.saying("提请会商"))));
        expected.put("table-refers", new Named(List.of(COUNTYS), List.of("《测试办法》", "第一条")));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> {
            world.county(TestBook.saying("减责"));
            world.city(TestBook.saying("不予容错").hittingItsBottomLine());
        }));
        expected.put("layer-bottom-line", new Named(List.of(COUNTYS, CITYS), List.of("《测试办法》建议“减责”(第一条)", "(底线第一条)")));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> {
            world.county(TestBook.saying("减责"));
            world.statute(List.of());
        }));
        expected.put(
                "entitlement", new Named(List.of(COUNTYS, STATUTE), List.of("《测试办法》建议“减责”(第一条)", "《测试法规》", "(第七条)")));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> {
            world.county(TestBook.saying("减责"));
            world.statute(List.of(SubjectStatus.UNIT, SubjectStatus.PARTY_MEMBER));
        }));
        expected.put(
                "subject-status-unknown",
                new Named(List.of(COUNTYS, STATUTE), List.of("《测试办法》建议“减责”(第一条)", "对单位、党员", "(第七条)")));

        reasons.putAll(world("2021-01-01", TestBook.FACTS, world -> {
            world.county(TestBook.saying("减责", "甲"));
            books.inForce(world.county, TestBook.saying("减责", "乙"), "2022-01-01");
        }));
        expected.put(
                "incomparable",
                new Named(List.of(COUNTYS, COUNTY + "/tolerance@2"), List.of("行为时《测试办法》(第三条)", "认定时《测试办法》(第三条)")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> world.county(TestBook.saying("免责").hittingItsBottomLine())));
        expected.put("bottom-line-contradiction", new Named(List.of(COUNTYS), List.of("《测试办法》", "(底线第一条)")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> books.spoilt(world.county, TestBook.saying("减责", "不能使用"), "2020-01-01")));
        expected.put("model-unusable", new Named(List.of(COUNTYS), List.of("《测试办法》")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> world.county(with(
                        TestBook.saying("减责"),
                        "<text>\"有\"</text></inputEntry><outputEntry id=\"tolerability_r1",
                        "<text>\"无\"</text></inputEntry><outputEntry id=\"tolerability_r1"))));
        expected.put("no-row", new Named(List.of(COUNTYS), List.of("《测试办法》", "认定建议")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> world.county(with(
                        TestBook.saying("减责"),
                        "<text>\"无\"</text></inputEntry><outputEntry id=\"tolerability_r2",
                        "<text>\"有\"</text></inputEntry><outputEntry id=\"tolerability_r2"))));
        expected.put("multiple-rows", new Named(List.of(COUNTYS), List.of("《测试办法》", "(第一条;第二条)")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> world.county(with(
                        TestBook.saying("减责"), "<text>\"减责\"</text></outputEntry>", "<text>给定</text></outputEntry>"))));
        expected.put("outside-vocabulary", new Named(List.of(COUNTYS), List.of("《测试办法》", "(第一条)")));

        reasons.putAll(
                world(
                        "2021-01-01",
                        TestBook.FACTS,
                        world -> world.county(
                                with(
                                        TestBook.saying("减责"),
                                        "<decision id=\"tolerability\" name=\"认定建议\"><variable name=\"认定建议\" typeRef=\"认定词\"/>",
                                        "<decision id=\"broken\" name=\"坏\"><variable name=\"坏\" typeRef=\"boolean\"/>"
                                                + "<literalExpression><text>abs(底线) &gt; 0</text></literalExpression></decision>"
                                                + "<decision id=\"tolerability\" name=\"认定建议\"><variable name=\"认定建议\" typeRef=\"认定词\"/>"
                                                + "<informationRequirement id=\"qb\"><requiredDecision href=\"#broken\"/></informationRequirement>"))));
        expected.put("engine-error", new Named(List.of(COUNTYS), List.of("《测试办法》", "“坏”")));

        reasons.putAll(world(
                "2021-01-01",
                TestBook.FACTS,
                world -> world.county(with(TestBook.saying("免责"), "</definitions>", """
                <decision id="circumstances" name="情形"><variable name="情形" typeRef="清单"/>
                  <decisionTable hitPolicy="COLLECT">
                    <input><inputExpression typeRef="有无"><text>给定</text></inputExpression></input>
                    <output/><annotation name="依据"/><annotation name="说明"/>
                    <rule id="c1" xmlns:rc="https://rongcuo.org/dmn" rc:catchAll="true"><inputEntry><text>"有"</text></inputEntry><outputEntry><text>"其他"</text></outputEntry><annotationEntry><text>第五条</text></annotationEntry><annotationEntry><text>兜底</text></annotationEntry></rule>
                  </decisionTable></decision></definitions>"""))));
        expected.put("catch-all-only", new Named(List.of(COUNTYS), List.of("《测试办法》", "(第五条)")));

        expected.forEach((code, named) -> {
            var reason = reasons.get(code);
            assertTrue(reason != null, code + " did not come: " + reasons.keySet());
            assertEquals(named.layers(), reason.layers(), code);
            named.words()
                    .forEach(word -> assertTrue(
                            reason.text().zh().contains(word), code + " names " + word + ": " + reason.text()));
            assertFalse(reason.text().en().isBlank(), code);
        });
        assertEquals(codes(), expected.keySet(), "every code that the product can give is here");
    }

    /** The codes written in the sources that make reasons. */
    private static TreeSet<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        for (var source :
                List.of("policy/ChainEvaluation", "policy/LayerEvaluation", "policy/LenityRule", "dmn/StrictReading")) {
            CODE.matcher(Files.readString(Path.of("src/main/java/org/rongcuo", source + ".java")))
                    .results()
                    .forEach(found -> codes.add(found.group(1)));
        }
        return codes;
    }

    private static byte[] with(TestBook book, String text, String replacement) {
        var xml = new String(book.xml(), StandardCharsets.UTF_8);
        assertTrue(xml.contains(text), text);
        return xml.replace(text, replacement).getBytes(StandardCharsets.UTF_8);
    }

    /** The county's and the city's books of one situation; each replaces those of the one before. */
    private final class World {
        private Policy county;

        void county(TestBook book) {
            county(book.xml());
        }

        void county(byte[] xml) {
            books.inForce(county, TestBook.GATE.admit(xml, BookKind.TOLERANCE), "2020-01-01");
        }

        void city(TestBook book) {
            books.inForce(books.book(StoredBooks.CITY, "tolerance", null, LenityMode.TWO_DATE), book, "2020-01-01");
        }

        void statute(List<SubjectStatus> statuses) {
            books.inForce(books.statute("law", List.of(), statuses), TestBook.statute("免责"), "2020-01-01");
        }
    }

    /** The reasons why a situation refers, by code. */
    private Map<String, EvaluationView.Reason> world(String conduct, Map<String, Object> facts, Consumer<World> books) {
        entityManager.flush();
        entityManager
                .createNativeQuery("update policy set field = '审计', name = 'x' || substr(md5(id::text), 1, 20)"
                        + " where jurisdiction_code in ('910100', '910121')")
                .executeUpdate();
        entityManager.clear();
        var world = new World();
        world.county = this.books.book(COUNTY, "tolerance", null, LenityMode.TWO_DATE);
        books.accept(world);
        var view = evaluations.evaluate(
                new Matter(COUNTY, null, null, LocalDate.parse(conduct), LocalDate.parse("2023-01-01")), facts);
        assertEquals(
                Recommendation.REFER,
                view.recommendation().code(),
                view.recommendation().toString());
        Map<String, EvaluationView.Reason> reasons = new HashMap<>();
        view.recommendation().reasons().forEach(reason -> reasons.put(reason.code(), reason));
        return reasons;
    }
}
