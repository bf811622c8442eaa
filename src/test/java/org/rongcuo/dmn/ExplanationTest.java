package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why each row matches or not. */
@ExtendWith(EngineReady.class)
class ExplanationTest {
    @Test
    void aRowThatFailsOnOneCellIsANearMissAndTellsWhichFactItFailedOn() {
        var book = Books.compiled(Books.example());
        var effect = book.explain(Books.exempting()).stream()
                .filter(table -> table.decision().equals("effect"))
                .findFirst()
                .orElseThrow();
        assertEquals("直接经济损失", effect.inputs().get(0).text());
        assertEquals("5", effect.inputs().get(0).value().toString());
        var first = effect.rows().get(0);
        assertTrue(first.matched(), "at most 10, made good");
        var second = effect.rows().get(1);
        assertEquals("effect_r2", second.id());
        assertEquals(List.of(1), second.failed(), "more than 10: it is 5");
        assertTrue(second.nearMiss());
    }

    @Test
    void whatIsExplainedIsWhatTheEngineMatched() {
        IntStream.range(0, 60).parallel().forEach(seed -> {
            var book = Books.compiled(RandomBook.xml(seed));
            var random = new Random(seed);
            for (var n = 0; n < 40; n++) {
                var facts = RandomBook.facts(book.outline(), random);
                var engine = book.byEngineAlone(facts);
                for (var table : book.explain(facts)) {
                    assertEquals(
                            engine.decision(table.decision()).orElseThrow().rows().stream()
                                    .map(RowHit::id)
                                    .toList(),
                            table.rows().stream()
                                    .filter(TableExplanation.Row::matched)
                                    .map(TableExplanation.Row::id)
                                    .toList(),
                            "book " + seed + " on " + facts);
                }
            }
        });
    }
}
