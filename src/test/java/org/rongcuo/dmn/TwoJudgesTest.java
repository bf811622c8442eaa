package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine and the row index judge alike; where they do not, a person is asked. */
@ExtendWith(EngineReady.class)
class TwoJudgesTest {
    private static final int BOOKS = 560;
    private static final int VECTORS = Integer.getInteger("rongcuo.differential.vectors", 2000);

    @Test
    void agreeOnRandomBooks(TestReporter reporter) {
        var judged = IntStream.range(0, BOOKS)
                .parallel()
                .mapToLong(
                        seed -> agree("book " + seed, Books.compiled(RandomBook.xml(seed)), new Random(seed), VECTORS))
                .sum();
        reporter.publishEntry("different vectors judged twice", String.valueOf(judged));
        assertTrue(judged > 450L * BOOKS * VECTORS / 500, "of the vectors drawn most differ: " + judged);
    }

    @Test
    void agreeOnTheSeedBooks() throws IOException {
        try (var files = Files.walk(Path.of("dmn"))) {
            var models = files.filter(file -> file.toString().endsWith(".dmn")).toList();
            assertTrue(models.size() >= 7, "the seed books are read");
            for (var model : models) {
                agree(model.toString(), SeedModels.compiled(model), new Random(7), VECTORS);
            }
        }
    }

    /** @return how many different vectors were judged */
    private static int agree(String name, CompiledModel book, Random random, int vectors) {
        var seen = new HashSet<Map<String, Object>>();
        for (var n = 0; n < vectors; n++) {
            var facts = RandomBook.facts(book.outline(), random);
            if (seen.add(facts)) {
                assertEquals(book.byEngineAlone(facts), book.evaluateByIndex(facts), name + " on " + facts);
            }
        }
        return seen.size();
    }

    @Test
    void referWhenOneOfThemIsWrong() {
        var registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            var wrong = Books.compiled(Books.exampleWith("&lt;= 10", "&lt;= 4"));
            var book = new CompiledModel(Books.admit(Books.example()), BookKind.TOLERANCE, wrong);
            var verdict = book.evaluate(Books.exempting()).verdict();
            assertNull(verdict.word());
            assertEquals("engine-disagreement", verdict.reasons().get(0).code());
            assertTrue(verdict.reasons().get(0).subjects().contains("tolerability"));
            assertEquals(1, registry.counter(TwoJudges.METRIC).count());
        } finally {
            Metrics.removeRegistry(registry);
        }
    }
}
