package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A procedure book says no word: its value is in the decision {@code limit}. */
class ProcedureBookTest {
    private final AdmittedModel admitted = Books.admit(Books.resource("procedure.dmn"), BookKind.PROCEDURE);
    private final CompiledModel model = new CompiledModel(admitted, BookKind.PROCEDURE);

    @Test
    void givesTheLimitAsAStructure() {
        var evaluation = model.evaluate(Map.of("step", "受理", "complex", true));
        assertEquals(new Verdict(null, List.of()), evaluation.verdict());
        assertEquals(
                Map.of("limit", new BigDecimal("5"), "unit", "工作日"),
                evaluation.decision("limit").orElseThrow().value());
        var row = admitted.outline().decision("limit").orElseThrow().rows().get(0);
        assertEquals("2024-01-01", row.since());
        assertEquals(List.of("5", "\"工作日\""), row.outputs());
    }

    @Test
    void saysThatNoRowApplies() {
        var verdict = model.evaluate(Map.of("step", "调查核实", "complex", true)).verdict();
        assertNull(verdict.word());
        assertEquals(
                List.of("no-row"),
                verdict.reasons().stream().map(ReferReason::code).toList());
    }
}
