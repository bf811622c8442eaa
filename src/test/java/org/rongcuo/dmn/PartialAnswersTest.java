package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is possible, and what matters, is exactly what trying all answers shows. */
@ExtendWith(EngineReady.class)
class PartialAnswersTest {
    private static final int BOOKS = 500;
    private static final int FACT_SETS = 4;

    @Test
    void possibleAndMaterialAreThoseOfBruteForceOnRandomBooks() {
        var proven = new AtomicInteger();
        IntStream.range(0, BOOKS).parallel().forEach(seed -> {
            var book = Books.compiled(RandomBook.finiteXml(seed));
            var random = new Random(seed);
            var diagram = word(book);
            for (var n = 0; n < FACT_SETS; n++) {
                var facts = RandomBook.facts(book.outline(), random);
                var open = open(book, facts, 1 + random.nextInt(3), random);
                compare("book " + seed, book, diagram, facts, open);
                proven.incrementAndGet();
            }
        });
        assertEquals(BOOKS * FACT_SETS, proven.get());
    }

    @Test
    void possibleAndMaterialAreThoseOfBruteForceOnTheSeedBooks() throws IOException {
        for (var path : List.of("dmn/330900/tolerance/v1.dmn", "dmn/330922/tolerance/v1.dmn")) {
            var book = SeedModels.compiled(Path.of(path));
            var diagram = word(book);
            var random = new Random(5);
            for (var n = 0; n < 300; n++) {
                var facts = RandomBook.facts(book.outline(), random);
                compare(path, book, diagram, facts, open(book, facts, 1 + random.nextInt(4), random));
            }
        }
    }

    @Test
    void aBookThatCalculatesWithANumberIsNotGuessedAt() {
        assertThrows(
                BookDiagrams.NotExact.class,
                () -> BookDiagrams.over(
                        List.of(Books.compiled(Books.exampleWith("<text>直接经济损失</text>", "<text>直接经济损失 * 2</text>")))));
    }

    private static Diagram<Optional<String>> word(CompiledModel book) {
        try {
            var diagrams = BookDiagrams.over(List.of(book));
            return diagrams.exactly(() -> diagrams.of(book).word().alone());
        } catch (BookDiagrams.NotExact notExact) {
            throw new AssertionError(notExact);
        }
    }

    /** Takes some facts away; answers which. */
    private static List<Item> open(CompiledModel book, Map<String, Object> facts, int count, Random random) {
        var items = new ArrayList<>(book.outline().items());
        var open = new ArrayList<Item>();
        for (var n = 0; n < count; n++) {
            open.add(items.remove(random.nextInt(items.size())));
        }
        open.forEach(item -> facts.remove(item.id()));
        return open;
    }

    private static void compare(
            String name,
            CompiledModel book,
            Diagram<Optional<String>> diagram,
            Map<String, Object> facts,
            List<Item> open) {
        Map<List<Object>, Optional<String>> tried = new HashMap<>();
        tryAll(book, new HashMap<>(facts), open, 0, new ArrayList<>(), tried);
        var outlook = diagram.given(facts);
        assertEquals(new HashSet<>(tried.values()), outlook.possible(), name + " possible on " + facts);
        assertEquals(material(open, tried), new HashSet<>(outlook.material()), name + " material on " + facts);
        assertFalse(outlook.possible().isEmpty(), "something is always possible");
        assertTrue(outlook.possible().size() > 1 || outlook.material().isEmpty(), "one outcome, nothing to ask");
    }

    private static void tryAll(
            CompiledModel book,
            Map<String, Object> facts,
            List<Item> open,
            int n,
            List<Object> chosen,
            Map<List<Object>, Optional<String>> into) {
        if (n == open.size()) {
            var verdict = book.evaluateByIndex(facts).verdict();
            into.put(List.copyOf(chosen), verdict.reasons().isEmpty() ? Optional.of(verdict.word()) : Optional.empty());
            return;
        }
        for (var value : values(open.get(n))) {
            facts.put(open.get(n).id(), value);
            chosen.add(value);
            tryAll(book, facts, open, n + 1, chosen, into);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Answers that reach whatever any of the books here distinguishes. */
    private static List<Object> values(Item item) {
        return switch (item.type()) {
            case BOOLEAN -> List.of(true, false);
            case STRING -> List.copyOf(item.allowedValues());
            case DATE ->
                IntStream.range(-1, 8)
                        .<Object>mapToObj(day -> LocalDate.of(2026, 3, 1).plusDays(day))
                        .toList();
            case NUMBER ->
                IntStream.of(
                                0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 101, 500,
                                501, 5000)
                        .filter(tenths -> item.range() == null || tenths <= 100 && (tenths % 10 == 0 || tenths < 80))
                        .<Object>mapToObj(tenths -> Item.inOneForm(new BigDecimal(tenths).movePointLeft(1)))
                        .toList();
        };
    }

    /** The items of which another answer, all else equal, changes the outcome. */
    private static Set<String> material(List<Item> open, Map<List<Object>, Optional<String>> tried) {
        var material = new HashSet<String>();
        for (var n = 0; n < open.size(); n++) {
            var item = n;
            Map<List<Object>, Optional<String>> byOthers = new HashMap<>();
            tried.forEach((values, outcome) -> {
                var others = new ArrayList<>(values);
                others.remove(item);
                var before = byOthers.putIfAbsent(others, outcome);
                if (before != null && !before.equals(outcome)) {
                    material.add(open.get(item).id());
                }
            });
        }
        return material;
    }
}
