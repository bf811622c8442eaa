package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Models as others write them: accepted after normalisation, or refused with the element, the row and the fix named. */
class ForeignModelsTest {
    @Test
    void aSoundRuleBookOfAnotherEditorAndVersionIsAccepted() {
        var model = Books.admit(Books.resource("foreign/leave-statute.dmn"), BookKind.STATUTE);
        assertTrue(model.xml().contains("https://www.omg.org/spec/DMN/20191111/MODEL/"), "DMN 1.3 from then on");
        var table = model.outline().decision("tolerability").orElseThrow();
        assertEquals("-", table.rows().get(1).conditions().get(0), "the blank cell");
        assertTrue(table.items().contains("amount"), "the requirement that was forgotten");
        var compiled = new CompiledModel(model, BookKind.STATUTE);
        assertEquals(
                "免责",
                compiled.evaluate(Map.of("purpose", "科研", "amount", new BigDecimal("50")))
                        .verdict()
                        .word());
        assertEquals(
                "不适用",
                compiled.evaluate(Map.of("purpose", "科研", "amount", new BigDecimal("50.01")))
                        .verdict()
                        .word());
        var analysis = new TableAnalysis().analyse(model, BookKind.STATUTE, Duration.ofSeconds(20));
        assertFalse(analysis.hasErrors(), analysis.findings().toString());
        assertTrue(
                analysis.findings().stream().noneMatch(finding -> finding.code().equals("engine-remark")));
        assertEquals(model, Books.admit(model.xml(), BookKind.STATUTE));
    }

    @Test
    void anAlienModelIsRefusedWithElementRowAndFix() {
        var findings =
                Books.findingsOf(Books.resource("foreign/dish.dmn").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var byCode = findings.stream().collect(Collectors.groupingBy(Finding::code));
        assertTrue(
                byCode.keySet().stream().noneMatch("engine-validation"::equals),
                byCode.keySet().toString());
        assertTrue(
                findings.stream().anyMatch(finding -> finding.message().zh().contains("number")),
                "integer is refused with the fix named: " + findings);
        assertTrue(
                byCode.get("blank-output").stream().anyMatch(finding -> finding.row() == 2 && finding.column() == 3),
                findings.toString());
        assertTrue(byCode.containsKey("annotation-missing"), byCode.keySet().toString());
        findings.forEach(finding -> {
            assertTrue(finding.message().zh().codePoints().anyMatch(Character::isIdeographic), finding.toString());
            assertFalse(finding.message().en().isBlank(), finding.toString());
        });
    }
}
