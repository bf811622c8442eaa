package org.rongcuo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelGate;

/** The table of 1,000 rows that evaluation is measured on. */
class WideTableTest {
    private final ModelGate gate = new ModelGate();

    @Test
    void theWideTableLeavesNothingUnsaidAndBothEnginesSayTheSame() {
        var admitted = gate.admit(WideTable.dmn(), BookKind.STATUTE);
        var table = admitted.outline().decision("tolerability").orElseThrow();
        assertEquals(1000, table.rows().size());
        var ours = new CompiledModels(gate).of(admitted.contentHash(), BookKind.STATUTE, admitted::xml);
        var bare = new BareEngine(admitted);
        for (var facts : Vectors.of(admitted.outline(), 100, 7)) {
            var word = ours.evaluate(facts).verdict().word();
            assertNotNull(word);
            assertEquals(bare.word(bare.evaluate(BareEngine.named(admitted, facts))), word);
        }
    }
}
