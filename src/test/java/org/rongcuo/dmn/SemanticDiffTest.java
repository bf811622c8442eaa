package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.dmn.SemanticDiff.Outcome;
import org.rongcuo.dmn.SemanticDiff.Pair;
import org.rongcuo.dmn.SemanticDiff.Shift;
import org.rongcuo.dmn.SemanticDiff.Status;

/** Two versions differ as told, exactly where told, and not at all where that is said to be proven. */
@ExtendWith(EngineReady.class)
class SemanticDiffTest {
    private static final int PAIRS = 120;
    private static final int MUTATIONS = 4;
    private static final int VECTORS = 100_000;
    private static final int SMALL = 2_000;

    @Test
    void twoVersionsDifferWhereTryingAllAnswersShowsIt() {
        var told = new AtomicInteger();
        var equivalent = new AtomicInteger();
        var enumerated = new AtomicInteger();
        IntStream.range(0, PAIRS).parallel().forEach(seed -> {
            var random = new Random(seed);
            var xml = RandomBook.finiteXml(seed);
            var before = Books.compiled(xml);
            var changed = xml;
            for (var n = 0; n < MUTATIONS; n++) {
                changed = mutated(changed, random);
            }
            var after = Books.compiled(changed);
            var diff = SemanticDiff.of(before, after);
            assertNotEquals(Status.NOT_PROVEN, diff.status());
            told.addAndGet(examplesDiffer("book " + seed, diff, before, after));
            var vectors = vectors(before.outline().items());
            if (vectors.isPresent()) {
                enumerated.incrementAndGet();
                compare("book " + seed, diff, before, after, vectors.get());
            }
            if (diff.status() == Status.EQUIVALENT && equivalent.incrementAndGet() <= 6) {
                agree("book " + seed, before, after, random);
            }
        });
        assertTrue(told.get() > 100, "examples: " + told);
        assertTrue(equivalent.get() > 6, "equivalent: " + equivalent);
        assertTrue(enumerated.get() > 10, "enumerated: " + enumerated);
    }

    @Test
    void aBookIsEquivalentToItself() {
        for (var seed = 0; seed < 40; seed++) {
            var xml = RandomBook.finiteXml(seed);
            var diff = SemanticDiff.of(Books.compiled(xml), Books.compiled(xml));
            assertEquals(Status.EQUIVALENT, diff.status());
            assertTrue(diff.changes().isEmpty());
        }
    }

    @Test
    void theSeedBooksThresholdMatters() throws IOException {
        var xml = Files.readString(Path.of("dmn/330922/tolerance/v1.dmn"));
        var raised = xml.replaceAll("(id=\"minor_r\\d_c3\">\\s*<text>\\S+ )1<", "$11.5<");
        var before = Books.compiled(xml);
        var after = Books.compiled(raised);
        var diff = SemanticDiff.of(before, after);
        assertEquals(Status.DIFFERENT, diff.status());
        assertTrue(examplesDiffer("330922", diff, before, after) > 0);
        for (var change : diff.changes()) {
            assertTrue(
                    change.text().zh().contains("直接经济损失 大于1且不超过1.5"),
                    change.text().zh());
            for (var region : change.regions()) {
                assertTrue(
                        region.where().stream().anyMatch(where -> where.item().equals("loss")));
                assertEquals(after.outline().items().size(), region.example().size());
            }
        }
        assertEquals(
                Set.of(Shift.LIGHTER, Shift.FROM_PERSON),
                new HashSet<>(diff.changes().stream()
                        .map(SemanticDiff.Change::direction)
                        .toList()));
    }

    @Test
    void anAnswerThatOneVersionDoesNotAdmitLeavesItWithoutAWord() {
        var before = Books.compiled(Books.exampleWith("\"集体民主决策\",", ""));
        var after = Books.compiled(Books.example());
        var diff = SemanticDiff.of(before, after);
        assertEquals(Status.DIFFERENT, diff.status());
        assertTrue(diff.changes().stream().allMatch(change -> change.direction() == Shift.FROM_PERSON));
        examplesDiffer("example", diff, before, after);
    }

    @Test
    void aBookThatCalculatesIsNotGuessedAt() {
        var calculates = Books.compiled(Books.exampleWith("<text>直接经济损失</text>", "<text>直接经济损失 * 2</text>"));
        var diff = SemanticDiff.of(Books.compiled(Books.example()), calculates);
        assertEquals(Status.NOT_PROVEN, diff.status());
        assertTrue(diff.changes().isEmpty());
    }

    /** Every example comes to what is told, by the engine's own judgement; answers how many there are. */
    private static int examplesDiffer(String name, SemanticDiff diff, CompiledModel before, CompiledModel after) {
        var count = 0;
        for (var change : diff.changes()) {
            assertNotEquals(change.from(), change.to());
            assertEquals(Shift.of(change.from(), change.to()), change.direction());
            assertTrue(!change.regions().isEmpty() && change.regions().size() <= SemanticDiff.MOST_REGIONS);
            for (var region : change.regions()) {
                if (admits(before, region.example()) && admits(after, region.example())) {
                    assertEquals(change.from(), outcome(before, region.example()), name + region);
                    assertEquals(change.to(), outcome(after, region.example()), name + region);
                }
                assertEquals(change.from(), region.before(), name + region);
                assertEquals(change.to(), region.after(), name + region);
                count++;
            }
        }
        return count;
    }

    private static boolean admits(CompiledModel book, Map<String, Object> facts) {
        return book.outline().items().stream()
                .allMatch(item -> item.read(facts.get(item.id())) instanceof Reading.Admissible);
    }

    private static Outcome outcome(CompiledModel book, Map<String, Object> facts) {
        var verdict = book.evaluateByIndex(facts).verdict();
        return Outcome.ofWord(verdict.reasons().isEmpty() ? Optional.ofNullable(verdict.word()) : Optional.empty());
    }

    private static void agree(String name, CompiledModel before, CompiledModel after, Random random) {
        for (var n = 0; n < VECTORS; n++) {
            var facts = RandomBook.facts(before.outline(), random);
            assertEquals(outcome(before, facts), outcome(after, facts), name + facts);
        }
    }

    private static void compare(
            String name,
            SemanticDiff diff,
            CompiledModel before,
            CompiledModel after,
            List<Map<String, Object>> vectors) {
        var pairs = diagram(before, after);
        var differing = new HashSet<Pair>();
        for (var facts : vectors) {
            var pair = new Pair(outcome(before, facts), outcome(after, facts));
            assertEquals(Set.of(pair), pairs.given(facts).possible(), name + facts);
            if (pair.differs()) {
                differing.add(pair);
            }
        }
        var told = new HashSet<Pair>();
        diff.changes().forEach(change -> told.add(new Pair(change.from(), change.to())));
        assertEquals(differing, told, name);
        assertEquals(differing.isEmpty(), diff.status() == Status.EQUIVALENT, name);
    }

    private static Diagram<Pair> diagram(CompiledModel before, CompiledModel after) {
        try {
            var diagrams = BookDiagrams.over(List.of(after, before));
            return diagrams.exactly(
                    () -> SemanticDiff.pairs(diagrams, before, after).alone());
        } catch (BookDiagrams.NotExact notExact) {
            throw new AssertionError(notExact);
        }
    }

    /** All answers that reach whatever a random book distinguishes; empty if they are too many. */
    private static Optional<List<Map<String, Object>>> vectors(List<Item> items) {
        List<Map<String, Object>> vectors = List.of(Map.of());
        for (var item : items) {
            var values = values(item);
            if (vectors.size() * values.size() > SMALL) {
                return Optional.empty();
            }
            var longer = new ArrayList<Map<String, Object>>();
            for (var vector : vectors) {
                for (var value : values) {
                    var one = new HashMap<>(vector);
                    one.put(item.id(), value);
                    longer.add(one);
                }
            }
            vectors = longer;
        }
        return Optional.of(vectors);
    }

    private static List<Object> values(Item item) {
        return switch (item.type()) {
            case BOOLEAN -> List.of(true, false);
            case STRING -> List.copyOf(item.allowedValues());
            case DATE ->
                IntStream.range(-1, 8)
                        .<Object>mapToObj(day -> LocalDate.of(2026, 3, 1).plusDays(day))
                        .toList();
            case NUMBER ->
                IntStream.rangeClosed(0, 20)
                        .<Object>mapToObj(halves -> Item.inOneForm(new BigDecimal(halves * 5).movePointLeft(1)))
                        .toList();
        };
    }

    private static final Pattern TABLE = Pattern.compile("<decisionTable.*?</decisionTable>");
    private static final Pattern RULE = Pattern.compile("<rule .*?</rule>");
    private static final Pattern CELL = Pattern.compile("<inputEntry [^>]*><text>(.*?)</text>");
    private static final Pattern OUTPUT = Pattern.compile("<outputEntry [^>]*><text>(.*?)</text>");

    /** The book with a cell, an output or a row of one table otherwise. */
    private static String mutated(String xml, Random random) {
        var tables = TABLE.matcher(xml).results().toList();
        for (var tries = 0; tries < 50; tries++) {
            var table = tables.stream()
                    .filter(one -> random.nextInt(3) == 0 && one.group().contains("tolerabilityT"))
                    .findFirst()
                    .orElse(tables.get(random.nextInt(tables.size())));
            var rules = RULE.matcher(table.group()).results().toList();
            if (rules.size() < 2) {
                continue;
            }
            var one = rules.get(random.nextInt(rules.size()));
            var other = rules.get(random.nextInt(rules.size()));
            var start = table.start() + one.start();
            var end = table.start() + one.end();
            var rule =
                    switch (random.nextInt(4)) {
                        case 0 -> "";
                        case 1 -> exchanged(OUTPUT, one.group(), other.group(), random);
                        default -> exchanged(CELL, one.group(), other.group(), random);
                    };
            if (!rule.equals(one.group())) {
                return xml.substring(0, start) + rule + xml.substring(end);
            }
        }
        return xml;
    }

    /** A row with one of its cells as in another row. */
    private static String exchanged(Pattern cell, String one, String other, Random random) {
        var cells = cell.matcher(one).results().toList();
        var others = cell.matcher(other).results().toList();
        var n = random.nextInt(cells.size());
        return one.substring(0, cells.get(n).start(1))
                + others.get(n).group(1)
                + one.substring(cells.get(n).end(1));
    }
}
