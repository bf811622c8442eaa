package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.TestRun.Outcome;

/** Runs of test suites against the example book: verdict of each case, and which rows are covered. */
class TestRunTest {
    private static final CompiledModel EXAMPLE = Books.compiled(Books.example());

    @Test
    void passesFailsAndTellsTheRows() throws InterruptedException {
        var run = run(
                test("对", Books.exempting(), Map.of("tolerability", "免责", "bottomLine", List.of())),
                test("错", Books.exempting(), Map.of("tolerability", "减责", "effect", "有利")));
        assertEquals(List.of(1, 1, 0), List.of(run.passed(), run.failed(), run.errors()));
        assertFalse(run.clean());
        var right = run.cases().get(0);
        assertEquals(Outcome.PASSED, right.outcome());
        assertEquals(List.of(), right.reasons());
        assertEquals(
                List.of(
                        new TestRun.Hit("effect", "effect_r1", 1, true),
                        new TestRun.Hit("tolerability", "tolerability_r2", 2, true)),
                right.rows());
        var wrong = run.cases().get(1);
        assertEquals(Outcome.FAILED, wrong.outcome());
        assertEquals("错", wrong.id());
        assertEquals(2, wrong.results().size());
        assertTrue(wrong.results().contains(new TestRun.Result("tolerability", "认定建议", "减责", "免责", false)));
        assertTrue(wrong.results().contains(new TestRun.Result("effect", "效果评价", "有利", "有利", true)));
    }

    @Test
    void whatCannotBeRunIsAnError() throws InterruptedException {
        var missing = Books.exempting();
        missing.remove("loss");
        var outside = Books.exemptingBut("process", "抓阄");
        var run = suite(
                        test("缺", missing, Map.of("effect", "有利")),
                        test("外", outside, Map.of("effect", "有利")),
                        test("空", Books.exempting(), Map.of()))
                .run(EXAMPLE);
        assertEquals(List.of(0, 0, 3), List.of(run.passed(), run.failed(), run.errors()));
        assertEquals(List.of("missing"), codes(run.cases().get(0)));
        assertTrue(run.cases().get(0).reasons().get(0).text().zh().contains("直接经济损失"));
        assertEquals(List.of("outside-allowed-values"), codes(run.cases().get(1)));
        assertEquals(List.of("expects-nothing"), codes(run.cases().get(2)));
        assertEquals(0, run.coverage().covered(), "what was not run covers nothing");
        run.cases().forEach(test -> assertEquals(List.of(), test.rows()));
        var stale = new TestSuite(null, List.of(new TestCase("旧", null, Map.of("旧事项", "有"), Map.of("旧决策", "有"))))
                .run(EXAMPLE);
        assertEquals(
                List.of("decision-unknown", "item-unknown", "missing", "missing", "missing", "missing"),
                codes(stale.cases().get(0)));
    }

    @Test
    void aWordThatDoesNotStandIsNotWhatTheBookSays() throws InterruptedException {
        // The bottom line is hit, yet the table goes on to exempt.
        var model = Books.compiled(Books.exampleWith("count(底线) &gt; 0", "count(底线) &gt; 9"));
        var hit = Books.exemptingBut("privateGain", "为个人");
        var run = suite(test("免", hit, Map.of("tolerability", "免责")), test("他", hit, Map.of("effect", "有利")))
                .run(model);
        assertEquals(Outcome.FAILED, run.cases().get(0).outcome());
        assertEquals(List.of("bottom-line-contradiction"), codes(run.cases().get(0)));
        assertEquals("免责", run.cases().get(0).results().get(0).actual());
        assertEquals(Outcome.PASSED, run.cases().get(1).outcome(), "it does not ask for the outcome");
    }

    @Test
    void theHitsOfACollectHaveNoOrderThoseOfARuleOrderHave() throws InterruptedException {
        var example = Books.example();
        var bottomLine = example.substring(
                example.indexOf("<decision id=\"bottomLine\""), example.indexOf("<decision id=\"bottomLineHit\""));
        var ordered = bottomLine
                .replace("COLLECT", "RULE ORDER")
                .replace("id=\"b", "id=\"ordered_b")
                .replace("底线\"", "有序\"");
        var both = Books.compiled(Books.exampleWith("</definitions>", ordered + "</definitions>"));
        var facts = Books.exemptingBut("privateGain", "为个人");
        facts.put("correctionState", "拒不纠正");
        for (var decision : List.of("bottomLine", "ordered_bottomLine")) {
            var run = TestSuite.of(
                            null,
                            new SuiteForm(List.of(
                                    test("正", facts, Map.of(decision, List.of("谋取不正当利益", "拒不纠正"))),
                                    test("反", facts, Map.of(decision, List.of("拒不纠正", "谋取不正当利益"))),
                                    test("重", facts, Map.of(decision, List.of("拒不纠正", "拒不纠正"))))),
                            both.outline())
                    .run(both);
            assertEquals(
                    List.of(
                            Outcome.PASSED,
                            decision.equals("bottomLine") ? Outcome.PASSED : Outcome.FAILED,
                            Outcome.FAILED),
                    run.cases().stream().map(TestRun.Case::outcome).toList(),
                    decision);
            assertEquals(3, run.coverage().hits().get("ordered_bottomLine_r2"), "every match counts");
        }
    }

    @Test
    void comparesByValue() {
        assertTrue(TestValues.same(new BigDecimal("5.2"), new BigDecimal("5.20"), false));
        assertFalse(TestValues.same(new BigDecimal("5.2"), "5.2", false));
        assertTrue(TestValues.same("2018-01-01", LocalDate.of(2018, 1, 1), false));
        assertTrue(TestValues.same(null, null, false));
        assertFalse(TestValues.same(null, List.of(), true));
        assertFalse(TestValues.same(List.of("a"), List.of("a", "a"), true));
        assertFalse(TestValues.same(List.of("a", "b"), List.of("b", "a"), false));
        assertTrue(TestValues.same(Arrays.asList("a", null), Arrays.asList(null, "a"), true));
        assertTrue(TestValues.same(
                List.of(Map.of("n", BigDecimal.ONE)), List.of(Map.of("n", new BigDecimal("1.0"))), true));
        assertFalse(TestValues.same(Map.of("a", "x"), Map.of("a", "x", "b", "y"), false));
    }

    @Test
    void aRowBehindTheChosenOneIsHitButNotCovered() throws InterruptedException {
        // Row 2 of the outcome matches behind row 1, which is widened to match always.
        var first = Books.compiled(Books.exampleWith(
                        "id=\"tolerabilityT\" hitPolicy=\"UNIQUE\"", "id=\"tolerabilityT\" hitPolicy=\"FIRST\"")
                .replace("<inputEntry id=\"to11\"><text>true</text>", "<inputEntry id=\"to11\"><text>-</text>"));
        var run = suite(test("一", Books.exempting(), Map.of("tolerability", "不予容错")))
                .run(first);
        assertEquals(1, run.passed());
        assertTrue(run.cases().get(0).rows().contains(new TestRun.Hit("tolerability", "tolerability_r1", 1, true)));
        assertTrue(run.cases().get(0).rows().contains(new TestRun.Hit("tolerability", "tolerability_r2", 2, false)));
        assertEquals(1, run.coverage().hits().get("tolerability_r1"));
        assertEquals(0, run.coverage().hits().get("tolerability_r2"));
    }

    @Test
    void everyRowThatAgreesUnderAnyIsCovered() throws InterruptedException {
        var any = Books.compiled(Books.exampleWith(
                        "id=\"effectT\" hitPolicy=\"UNIQUE\"", "id=\"effectT\" hitPolicy=\"ANY\"")
                .replace("<inputEntry id=\"ef21\"><text>&gt; 10</text>", "<inputEntry id=\"ef21\"><text>-</text>")
                .replace("<outputEntry id=\"ef2o\"><text>\"中性\"", "<outputEntry id=\"ef2o\"><text>\"有利\""));
        var run = suite(test("一", Books.exempting(), Map.of("effect", "有利"))).run(any);
        assertEquals(1, run.passed());
        assertEquals(1, run.coverage().hits().get("effect_r1"));
        assertEquals(1, run.coverage().hits().get("effect_r2"));
    }

    @Test
    void listsTheRowsThatNoCaseCovers() throws InterruptedException {
        var coverage =
                run(test("一", Books.exempting(), Map.of("tolerability", "免责"))).coverage();
        assertEquals(12, coverage.rows());
        assertEquals(2, coverage.covered());
        assertEquals(10, coverage.uncovered().size());
        assertEquals(12, coverage.hits().size());
        assertEquals(
                new TestRun.Row("bottomLine", "底线", "bottomLine_r1", 1, "三个区分开来(三)", "任何不正当利益一票否决"),
                coverage.uncovered().get(0));
        assertEquals(12, run().coverage().uncovered().size());
        assertTrue(run().clean(), "a suite without cases has no faults, and covers nothing");
    }

    @Test
    void stopsWhenItIsInterrupted() throws InterruptedException {
        var suite = suite(test("一", Books.exempting(), Map.of("tolerability", "免责")));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> suite.run(EXAMPLE));
        assertEquals(1, suite.run(EXAMPLE).passed(), "and can be run again");
    }

    private static TestRun run(SuiteForm.Case... cases) throws InterruptedException {
        return suite(cases).run(EXAMPLE);
    }

    private static TestSuite suite(SuiteForm.Case... cases) {
        return TestSuite.of("v1.dmn", new SuiteForm(List.of(cases)), EXAMPLE.outline());
    }

    private static SuiteForm.Case test(String id, Map<String, Object> facts, Map<String, Object> expected) {
        return new SuiteForm.Case(id, null, facts, new HashMap<>(expected));
    }

    private static List<String> codes(TestRun.Case test) {
        return test.reasons().stream().map(TestRun.Reason::code).toList();
    }
}
