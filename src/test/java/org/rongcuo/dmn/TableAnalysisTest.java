package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableAnalysisTest {
    static final Duration BUDGET = Duration.ofSeconds(30);
    private static final TableAnalysis ANALYSIS = new TableAnalysis();

    @Test
    void theExampleIsProven() {
        var analysis = ANALYSIS.analyse(Books.admit(Books.example()), BookKind.TOLERANCE, BUDGET);
        assertEquals(List.of(), analysis.findings());
    }
}
