package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledModelTest {
    private static final CompiledModel EXAMPLE = Books.compiled(Books.example());

    @Test
    void exemptsByTheRowThatFits() {
        var evaluation = EXAMPLE.evaluate(Books.exempting());
        assertEquals(new Verdict("免责", List.of()), evaluation.verdict());
        var outcome = evaluation.decision("tolerability").orElseThrow();
        assertEquals(DecisionResult.Status.SUCCEEDED, outcome.status());
        assertEquals("UNIQUE", outcome.hitPolicy());
        assertEquals(
                List.of(new RowHit("tolerability_r2", 2, true, "示例值", "紧急情况下先处置、事后报告与集体决策同等对待", false)),
                outcome.rows());
        assertEquals(List.of(), evaluation.decision("bottomLine").orElseThrow().value());
        assertEquals(false, evaluation.decision("bottomLineHit").orElseThrow().value());
    }

    @Test
    void reportsEveryBottomLineThatIsHit() {
        var facts = Books.exemptingBut("privateGain", "为个人");
        facts.put("correctionState", "拒不纠正");
        var evaluation = EXAMPLE.evaluate(facts);
        assertEquals(new Verdict("不予容错", List.of()), evaluation.verdict());
        var bottomLine = evaluation.decision("bottomLine").orElseThrow();
        assertEquals(List.of("谋取不正当利益", "拒不纠正"), bottomLine.value());
        assertEquals(
                List.of("bottomLine_r1", "bottomLine_r2"),
                bottomLine.rows().stream().map(RowHit::id).toList());
    }

    @Test
    void aWordThatAsksForConsultationStands() {
        var evaluation = EXAMPLE.evaluate(Books.exemptingBut("process", "紧急处置未报告"));
        assertEquals(new Verdict("提请会商", List.of()), evaluation.verdict());
    }

    @Test
    void refusesToEvaluateWithAFactMissing() {
        for (var item : List.of("privateGain", "process", "loss", "correctionState")) {
            var facts = Books.exempting();
            facts.remove(item);
            var missing = assertThrows(IllegalArgumentException.class, () -> EXAMPLE.evaluate(facts));
            assertTrue(missing.getMessage().contains(item), missing.getMessage());
            facts.put(item, null);
            assertThrows(IllegalArgumentException.class, () -> EXAMPLE.evaluate(facts));
        }
    }

    @Test
    void refusesAFactOutsideItsAdmissibleAnswersWithoutRepeatingIt() {
        var facts = Books.exemptingBut("privateGain", "秘密");
        var refused = assertThrows(IllegalArgumentException.class, () -> EXAMPLE.evaluate(facts));
        assertFalse(refused.getMessage().contains("秘密"));
        assertThrows(IllegalArgumentException.class, () -> EXAMPLE.evaluate(Books.exemptingBut("loss", "5")));
        assertThrows(
                IllegalArgumentException.class,
                () -> EXAMPLE.evaluate(Books.exemptingBut("loss", new BigDecimal("1e999999999"))));
    }

    @Test
    void ignoresFactsThatTheBookDoesNotRead() {
        var facts = Books.exemptingBut("otherBooksItem", new Object());
        assertEquals("免责", EXAMPLE.evaluate(facts).verdict().word());
    }

    @Test
    void refersWhenNoRowFits() {
        var xml = removeRow(Books.example(), "tolerability_r6");
        var verdict = Books.compiled(xml)
                .evaluate(Books.exemptingBut("process", "个人专断"))
                .verdict();
        assertNull(verdict.word());
        assertReason("no-row", List.of("tolerability"), verdict);
    }

    @Test
    void refersWhenATableThatTheOutcomeRestsOnHasNoRow() {
        var xml = removeRow(Books.example(), "effect_r3");
        xml = Books.with(xml, "name=\"效果评价\" typeRef=\"评价\"/>", "name=\"效果评价\" typeRef=\"string\"/>");
        xml = Books.with(
                xml,
                "<inputEntry id=\"to23\"><text>\"有利\"</text></inputEntry>",
                "<inputEntry id=\"to23\"><text>-</text></inputEntry>");
        xml = Books.with(xml, "id=\"toE3\" typeRef=\"评价\"", "id=\"toE3\" typeRef=\"string\"");
        xml = removeRow(removeRow(xml, "tolerability_r3"), "tolerability_r4");
        var evaluation = Books.compiled(xml).evaluate(Books.exemptingBut("correctionState", "正在纠正"));
        assertEquals("免责", evaluation.verdict().word(), "the table answers on a null that flowed on");
        assertReason("no-row", List.of("effect"), evaluation.verdict());
    }

    @Test
    void refersWhenTwoRowsFitUnderUnique() {
        var xml = Books.exampleWith("<text>&lt;= 10</text>", "<text>&lt;= 20</text>");
        var verdict = Books.compiled(xml)
                .evaluate(Books.exemptingBut("loss", new BigDecimal("15")))
                .verdict();
        assertNull(verdict.word());
        assertReason("multiple-rows", List.of("effect", "effect_r1", "effect_r2"), verdict);
    }

    @Test
    void refersWhenTheValueIsOutsideTheVocabulary() {
        var xml = Books.exampleWith(
                "<outputEntry id=\"to2o\"><text>\"免责\"</text></outputEntry>",
                "<outputEntry id=\"to2o\"><text>决策方式</text></outputEntry>");
        var verdict = Books.compiled(xml).evaluate(Books.exempting()).verdict();
        assertNull(verdict.word());
        assertReason("outside-vocabulary", List.of("tolerability"), verdict);
    }

    @Test
    void refersWhenAnIntermediateValueIsOutsideItsType() {
        var xml = Books.exampleWith(
                "<outputEntry id=\"ef1o\"><text>\"有利\"</text></outputEntry>",
                "<outputEntry id=\"ef1o\"><text>纠错状态</text></outputEntry>");
        var verdict = Books.compiled(xml).evaluate(Books.exempting()).verdict();
        assertNull(verdict.word());
        assertReason("outside-vocabulary", List.of("effect"), verdict);
    }

    @Test
    void refersWhenTheEngineFails() {
        var xml = Books.exampleWith("count(底线) &gt; 0", "abs(底线) &gt; 0");
        var verdict = Books.compiled(xml).evaluate(Books.exempting()).verdict();
        assertEquals("engine-error", verdict.reasons().get(0).code());
        assertEquals(List.of("bottomLineHit"), verdict.reasons().get(0).subjects());
    }

    @Test
    void refersWhenABottomLineIsHitAndTheTableIsLenientAllTheSame() {
        for (var word : List.of("免责", "减责")) {
            var xml = Books.exampleWith(
                    "<outputEntry id=\"to1o\"><text>\"不予容错\"</text></outputEntry>",
                    "<outputEntry id=\"to1o\"><text>\"" + word + "\"</text></outputEntry>");
            var verdict = Books.compiled(xml)
                    .evaluate(Books.exemptingBut("privateGain", "为单位"))
                    .verdict();
            assertEquals(word, verdict.word());
            assertReason("bottom-line-contradiction", List.of("bottomLine", "bottomLine_r1"), verdict);
        }
    }

    @Test
    void refersWhenOnlyACatchAllSpeaksForExemption() {
        var model = Books.compiled(
                Books.exampleWith("  <decision id=\"effect\"", CIRCUMSTANCES + "  <decision id=\"effect\""));
        var alone =
                model.evaluate(Books.exemptingBut("loss", new BigDecimal("7"))).verdict();
        assertEquals("免责", alone.word());
        assertReason("catch-all-only", List.of("circumstances", "circ_other"), alone);
        assertEquals(List.of(), model.evaluate(Books.exempting()).verdict().reasons(), "with a real circumstance");
        assertEquals(
                List.of(),
                model.evaluate(Books.exemptingBut("loss", new BigDecimal("9.5")))
                        .verdict()
                        .reasons(),
                "without any circumstance the table decides alone");
    }

    private static final String CIRCUMSTANCES = """
              <decision id="circumstances" name="情形"><variable name="情形" typeRef="命中清单"/>
                <informationRequirement id="ci1"><requiredInput href="#loss"/></informationRequirement>
                <decisionTable id="circT" hitPolicy="COLLECT"><input id="ciI"><inputExpression id="ciE" typeRef="number"><text>直接经济损失</text></inputExpression></input>
                <output id="ciO"/><annotation name="依据"/><annotation name="说明"/>
                <rule id="circ_small"><inputEntry><text>&lt;= 5</text></inputEntry><outputEntry><text>"先行先试"</text></outputEntry><annotationEntry><text>示例值</text></annotationEntry><annotationEntry><text></text></annotationEntry></rule>
                <rule id="circ_other" rc:catchAll="true"><inputEntry><text>&lt; 8</text></inputEntry><outputEntry><text>"其他"</text></outputEntry><annotationEntry><text>兜底</text></annotationEntry><annotationEntry><text></text></annotationEntry></rule>
                </decisionTable></decision>
            """;

    @Test
    void evaluationsAtOnceDoNotMixTheirRows() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tasks = IntStream.range(0, 4000)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        var collective = n % 2 == 0;
                        var facts = Books.exemptingBut("process", collective ? "集体民主决策" : "个人专断");
                        facts.put("loss", new BigDecimal(n % 3 == 0 ? 5 : 50));
                        var evaluation = EXAMPLE.evaluate(facts);
                        var outcome = evaluation.decision("tolerability").orElseThrow();
                        var row = collective ? (n % 3 == 0 ? "tolerability_r2" : "tolerability_r3") : "tolerability_r6";
                        assertEquals(
                                List.of(row),
                                outcome.rows().stream().map(RowHit::id).toList());
                        assertEquals(List.of(), evaluation.verdict().reasons());
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tellsTheEnginesVersionAsTheLibraryHasIt() {
        assertTrue(CompiledModel.engine().matches("kie-dmn \\d+\\.\\d+\\.\\d+"), CompiledModel.engine());
    }

    @Test
    void sameFactsGiveTheSameEvaluation() {
        Map<String, Object> facts = Books.exempting();
        assertEquals(EXAMPLE.evaluate(facts), Books.compiled(Books.example()).evaluate(facts));
    }

    static String removeRow(String xml, String id) {
        var start = xml.indexOf("<rule id=\"" + id + "\"");
        var end = xml.indexOf("</rule>", start) + "</rule>".length();
        if (start < 0) {
            throw new IllegalArgumentException("no row " + id);
        }
        return xml.substring(0, start) + xml.substring(end);
    }

    private static void assertReason(String code, List<String> subjects, Verdict verdict) {
        assertEquals(1, verdict.reasons().size(), verdict.reasons().toString());
        assertEquals(code, verdict.reasons().get(0).code());
        assertEquals(subjects, verdict.reasons().get(0).subjects());
    }
}
