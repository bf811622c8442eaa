package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.rongcuo.dmn.DecisionChange.RowChange;

/** The diff of small books at random, held against itself turned round and against the engine's own answers. */
class ModelDiffPropertyTest {
    /** Types whose values are of one base type, so that an item may go from one to the other. */
    private static final Map<String, String> OTHER_TYPE =
            Map.of("甲乙丙", "丙甲乙丁", "丙甲乙丁", "甲乙丙", "number", "百分", "百分", "number");

    private static final Map<String, List<Object>> FACTS = Map.of(
            "甲乙丙", List.of("甲", "乙", "丙"),
            "丙甲乙丁", List.of("甲", "乙", "丙", "丁"),
            "boolean", List.of(true, false),
            "number", numbers("-1", "0", "2", "5", "7", "9", "11", "100", "101"),
            "百分", numbers("0", "2", "5", "7", "9", "11", "100"),
            "date",
                    List.copyOf(LocalDate.of(2025, 12, 31)
                            .datesUntil(LocalDate.of(2026, 1, 6))
                            .toList()));

    private static List<Object> numbers(String... numbers) {
        return Stream.of(numbers).<Object>map(BigDecimal::new).toList();
    }

    @Property(tries = 40)
    void aBookDoesNotDifferFromItself(@ForAll long seed) {
        var book = Book.atRandom(new Random(seed), "FIRST");
        var model = book.model();
        assertTrue(ModelDiff.of(model, model).nothing());
        var again = Books.admit(model.xml().replace("><", ">\n<"), BookKind.STATUTE);
        assertEquals(model.contentHash(), again.contentHash());
        assertTrue(ModelDiff.of(model, again).nothing());
    }

    @Property(tries = 80)
    void turnedRoundItTellsTheOpposite(@ForAll long seed) {
        var random = new Random(seed);
        var policy = random.nextBoolean() ? "FIRST" : "UNIQUE";
        var book = Book.atRandom(random, policy);
        var other = book.changed(random, policy.equals("FIRST") && random.nextInt(4) == 0 ? "UNIQUE" : policy);
        var there = ModelDiff.of(book.model(), other.model());
        var back = ModelDiff.of(other.model(), book.model());
        assertEquals(told(there, false), told(back, true));
        assertEquals(moved(there), moved(back));
    }

    @Property(tries = 60)
    void narrowedAndWidenedIsWhatTheEngineAnswers(@ForAll long seed) {
        var random = new Random(seed);
        var before = Book.atRandom(random, "UNIQUE");
        var after = before.changed(random, "UNIQUE");
        var diff = ModelDiff.of(before.model(), after.model());
        var was = before.matches();
        var is = after.matches();
        var changes = diff.decisions().stream()
                .flatMap(decision -> decision.rows().stream())
                .filter(row -> row.direction() != null)
                .collect(Collectors.toMap(row -> row.after().row(), row -> row));
        for (var id : is.keySet()) {
            var row = changes.get(id);
            if (!was.containsKey(id) || row == null) {
                continue;
            }
            var context = row + before.table().xml() + after.table().xml();
            for (var change : row.conditions()) {
                var item = "i" + change.expression().charAt(1);
                assertEquals(
                        direction(column(was.get(id), item), column(is.get(id), item)), change.direction(), context);
            }
            if (before.types.equals(after.types)) {
                assertEquals(direction(was.get(id), is.get(id)), row.direction(), context);
            }
        }
        if (before.types.equals(after.types)) {
            for (var id : is.keySet()) {
                assertTrue(
                        changes.containsKey(id)
                                || !was.containsKey(id)
                                || was.get(id).equals(is.get(id)),
                        "a row that is not told matches what it matched");
            }
        }
        for (var item : diff.items()) {
            var number = Integer.parseInt(item.item().substring(1)) - 1;
            assertEquals(
                    direction(
                            Set.copyOf(FACTS.get(before.types.get(number))),
                            Set.copyOf(FACTS.get(after.types.get(number)))),
                    item.values().direction());
        }
        assertEquals(before.model().contentHash().equals(after.model().contentHash()), before.equals(after));
    }

    private static Direction direction(Set<?> before, Set<?> after) {
        if (before.equals(after)) {
            return Direction.EQUIVALENT;
        }
        if (before.containsAll(after)) {
            return Direction.NARROWED;
        }
        return after.containsAll(before) ? Direction.WIDENED : Direction.OTHER;
    }

    private static Set<Object> column(Set<Map<String, Object>> vectors, String item) {
        return vectors.stream().map(vector -> vector.get(item)).collect(Collectors.toSet());
    }

    /** Everything that a diff tells but the sentences and which rows moved, which may be told in several ways. */
    private static Set<String> told(ModelDiff diff, boolean turned) {
        Set<String> told = new TreeSet<>();
        for (var item : diff.items()) {
            told.add(item.item() + turned(item.kind(), turned) + fields(item.fields(), turned));
            var values = item.values();
            told.add(item.item()
                    + (turned ? values.removed() : values.added())
                    + (turned ? values.added() : values.removed())
                    + pair(values.rangeBefore(), values.rangeAfter(), turned)
                    + turned(values.direction(), turned));
        }
        for (var decision : diff.decisions()) {
            told.add(decision.decision() + turned(decision.kind(), turned) + fields(decision.fields(), turned));
            decision.columns().forEach(column -> told.add(column.expression() + turned(column.kind(), turned)));
            decision.rows().stream()
                    .filter(row -> row.kind() != ChangeKind.MOVED)
                    .forEach(row -> told.add(row(row, turned)));
        }
        return told;
    }

    private static String row(RowChange row, boolean turned) {
        return pair(row.before(), row.after(), turned)
                + turned(row.kind(), turned)
                + turned(row.direction(), turned)
                + row.conditions().stream()
                        .map(change -> change.expression()
                                + pair(change.before(), change.after(), turned)
                                + turned(change.direction(), turned))
                        .sorted()
                        .toList()
                + row.outputs().stream()
                        .map(change -> pair(change.before(), change.after(), turned))
                        .toList()
                + fields(row.fields(), turned);
    }

    private static String fields(List<FieldChange> fields, boolean turned) {
        return fields.stream()
                .map(field -> field.field() + pair(field.before(), field.after(), turned))
                .toList()
                .toString();
    }

    private static String pair(Object before, Object after, boolean turned) {
        return turned ? after + "->" + before : before + "->" + after;
    }

    private static Object turned(ChangeKind kind, boolean turned) {
        if (turned && (kind == ChangeKind.ADDED || kind == ChangeKind.REMOVED)) {
            return kind == ChangeKind.ADDED ? ChangeKind.REMOVED : ChangeKind.ADDED;
        }
        return kind;
    }

    private static Object turned(Direction direction, boolean turned) {
        if (turned && (direction == Direction.NARROWED || direction == Direction.WIDENED)) {
            return direction == Direction.NARROWED ? Direction.WIDENED : Direction.NARROWED;
        }
        return direction;
    }

    private static long moved(ModelDiff diff) {
        return diff.decisions().stream()
                .flatMap(decision -> decision.rows().stream())
                .filter(RowChange::moved)
                .count();
    }

    /** A book with one table. @param rows cells by row id, the last of a row its output */
    private record Book(String policy, List<String> types, Map<String, List<String>> rows) {
        static Book atRandom(Random random, String policy) {
            var all = List.of("甲乙丙", "丙甲乙丁", "boolean", "number", "百分", "date");
            var types = Stream.generate(() -> all.get(random.nextInt(all.size())))
                    .limit(1 + random.nextInt(3))
                    .toList();
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (var n = 1 + random.nextInt(5); n > 0; n--) {
                rows.put("r" + n, row(random, types));
            }
            return new Book(policy, types, rows);
        }

        private static List<String> row(Random random, List<String> types) {
            var cells = new ArrayList<String>();
            types.forEach(type -> cells.add(cell(random, type)));
            cells.add(random.nextBoolean() ? "免责" : "不适用");
            return cells;
        }

        private static String cell(Random random, String type) {
            var choice = BruteForceTest.CELLS.get(type);
            return choice.get(random.nextInt(choice.size()));
        }

        /** The book with some cells, rows, their order and an item's type otherwise. */
        Book changed(Random random, String otherPolicy) {
            var others = new ArrayList<>(types);
            var one = random.nextInt(types.size());
            if (random.nextInt(3) == 0 && OTHER_TYPE.containsKey(types.get(one))) {
                others.set(one, OTHER_TYPE.get(types.get(one)));
            }
            var ids = new ArrayList<>(rows.keySet());
            if (random.nextBoolean()) {
                Collections.shuffle(ids, random);
            }
            Map<String, List<String>> otherRows = new LinkedHashMap<>();
            for (var id : ids) {
                var cells = new ArrayList<>(rows.get(id));
                for (var n = 0; n < types.size(); n++) {
                    if (random.nextInt(3) == 0 || !others.get(n).equals(types.get(n))) {
                        cells.set(n, cell(random, others.get(n)));
                    }
                }
                switch (random.nextInt(6)) {
                    case 0 -> otherRows.put("n" + id, row(random, others));
                    case 1 -> otherRows.put("n" + id, cells);
                    default -> otherRows.put(id, cells);
                }
            }
            return new Book(otherPolicy, List.copyOf(others), otherRows);
        }

        OneTable table() {
            var table = OneTable.of(policy, types.toArray(String[]::new));
            rows.forEach((id, cells) -> table.rowOf(id, cells.toArray(String[]::new)));
            return table;
        }

        AdmittedModel model() {
            return table().admitted();
        }

        /** For each row the facts that the engine says it matches. */
        Map<String, Set<Map<String, Object>>> matches() {
            var compiled = new CompiledModel(model(), BookKind.STATUTE);
            Map<String, Set<Map<String, Object>>> matches = new HashMap<>();
            rows.keySet().forEach(id -> matches.put(id, new HashSet<>()));
            for (var facts : vectors()) {
                compiled.evaluate(facts)
                        .decision("tolerability")
                        .orElseThrow()
                        .rows()
                        .forEach(hit -> matches.get(hit.id()).add(facts));
            }
            matches.values().forEach(vectors -> assertNotEquals(Set.of(), vectors, "every row can match"));
            return matches;
        }

        private List<Map<String, Object>> vectors() {
            List<Map<String, Object>> vectors = List.of(Map.of());
            for (var n = 1; n <= types.size(); n++) {
                var item = "i" + n;
                var facts = FACTS.get(types.get(n - 1));
                vectors = vectors.stream()
                        .flatMap(vector -> facts.stream().map(fact -> {
                            Map<String, Object> longer = new HashMap<>(vector);
                            longer.put(item, fact);
                            return longer;
                        }))
                        .toList();
            }
            return vectors;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Book book
                    && policy.equals(book.policy)
                    && types.equals(book.types)
                    && List.copyOf(rows.entrySet()).equals(List.copyOf(book.rows.entrySet()));
        }

        @Override
        public int hashCode() {
            return Objects.hash(policy, types, rows);
        }
    }
}
