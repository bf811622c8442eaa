package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rongcuo.dmn.AnalysisFinding.ColumnFacts;

/** Whatever the analysis says of small tables at random is held against evaluating every vector of facts. */
class BruteForceTest {
    private static final int TABLES = 40;

    static final Map<String, List<String>> CELLS = Map.of(
            "丙甲乙丁",
            List.of("-", "\"甲\"", "\"乙\",\"丁\"", "not(\"丙\")", "not(\"甲\",\"乙\")", "\"丙\",\"甲\",\"乙\"", "\"丁\""),
            "甲乙丙",
            List.of("-", "\"甲\"", "\"乙\"", "not(\"乙\")", "\"甲\",\"丙\""),
            "boolean",
            List.of("-", "true", "false", "not(true)"),
            "number",
            List.of(
                    "-",
                    "<= 5",
                    "> 5",
                    "[0..5]",
                    "(5..9)",
                    ">= 9",
                    "5",
                    "< 0",
                    ">= 5",
                    "not(5)",
                    "< 5",
                    "not([0..5],9)"),
            "百分",
            List.of("-", "<= 5", "> 5", "[0..5]", "(5..100]", "(0..100)", "0", ">= 5", "100", "not(0,100)"),
            "date",
            List.of(
                    "-",
                    "< date(\"2026-01-01\")",
                    ">= date(\"2026-01-01\")",
                    "[date(\"2026-01-01\")..date(\"2026-01-03\")]",
                    "> date(\"2026-01-03\")",
                    ">= date(\"2026-01-04\")",
                    "date(\"2026-01-02\")",
                    "not(date(\"2026-01-02\"))"));

    private static final Map<String, List<Object>> FACTS = Map.of(
            "丙甲乙丁", List.of("甲", "乙", "丙", "丁"),
            "甲乙丙", List.of("甲", "乙", "丙"),
            "boolean", List.of(true, false),
            "number", numbers("-1", "0", "2", "5", "7", "9", "11"),
            "百分", numbers("0", "2", "5", "7", "100"),
            "date",
                    List.<Object>of(
                            LocalDate.of(2025, 12, 31),
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 1, 2),
                            LocalDate.of(2026, 1, 3),
                            LocalDate.of(2026, 1, 4)));

    private static List<Object> numbers(String... numbers) {
        return Stream.of(numbers).<Object>map(BigDecimal::new).toList();
    }

    @TestFactory
    Stream<DynamicTest> gapsAndOverlapsAreThoseThatEvaluationMeets() {
        return seeds().mapToObj(seed -> DynamicTest.dynamicTest("table " + seed, () -> {
            var table = atRandom(seed, "UNIQUE");
            var model = table.built.admitted();
            var analysis = new TableAnalysis().analyse(model, BookKind.STATUTE, TableAnalysisTest.BUDGET);
            var compiled = new CompiledModel(model, BookKind.STATUTE);
            Set<String> pairs = new TreeSet<>();
            for (var facts : table.vectors()) {
                var rows = matched(compiled, facts);
                assertEquals(rows.isEmpty(), inGap(analysis, table, facts), facts + " " + table.built.xml());
                rows.forEach(a -> rows.stream().filter(b -> a < b).forEach(b -> pairs.add(a + "-" + b)));
            }
            assertEquals(pairs, pairs(analysis), table.built.xml());
            var proof = analysis.tables().get(0).proof();
            assertNotEquals(TableProof.Proof.NOT_PROVEN, proof, () -> analysis.tables() + table.built.xml());
            assertEquals(analysis.findings().isEmpty(), proof == TableProof.Proof.PROVEN);
        }));
    }

    @TestFactory
    Stream<DynamicTest> maskedRowsAreThoseThatNoFactsReach() {
        return seeds().mapToObj(seed -> DynamicTest.dynamicTest("table " + seed, () -> {
            var table = atRandom(seed, "FIRST");
            var model = table.built.admitted();
            var analysis = new TableAnalysis().analyse(model, BookKind.STATUTE, TableAnalysisTest.BUDGET);
            var compiled = new CompiledModel(model, BookKind.STATUTE);
            Set<Integer> unreached = new TreeSet<>();
            for (var n = 1; n <= table.rows; n++) {
                unreached.add(n);
            }
            for (var facts : table.vectors()) {
                matched(compiled, facts).stream().min(Integer::compare).ifPresent(unreached::remove);
            }
            Set<Integer> masked = new TreeSet<>();
            analysis.findings().stream()
                    .filter(finding -> finding.code().equals("masked-row"))
                    .forEach(finding -> masked.add(finding.row()));
            assertEquals(unreached, masked, table.built.xml());
        }));
    }

    private static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, TABLES);
    }

    private static List<Integer> matched(CompiledModel compiled, Map<String, Object> facts) {
        return compiled.evaluate(facts).decision("tolerability").orElseThrow().rows().stream()
                .map(RowHit::number)
                .toList();
    }

    private static Set<String> pairs(Analysis analysis) {
        Set<String> pairs = new TreeSet<>();
        for (var finding : analysis.findings()) {
            if (finding.code().equals("overlap") || finding.code().equals("duplicate-row")) {
                finding.rows()
                        .forEach(a -> finding.rows().stream().filter(b -> a < b).forEach(b -> pairs.add(a + "-" + b)));
            }
        }
        return pairs;
    }

    private static boolean inGap(Analysis analysis, Table table, Map<String, Object> facts) {
        var gaps = analysis.findings().stream()
                .filter(finding -> finding.code().equals("gap"))
                .filter(gap -> gap.where().stream().allMatch(column -> holds(column, facts)))
                .count();
        assertTrue(gaps <= 1, "gaps do not overlap");
        return gaps == 1;
    }

    /** Whether the column's values, as people read them, hold the fact. */
    private static boolean holds(ColumnFacts column, Map<String, Object> facts) {
        var fact = facts.get("i" + column.column());
        return column.values().stream().anyMatch(value -> holds(value.en(), fact));
    }

    private static boolean holds(String words, Object fact) {
        if (fact instanceof Boolean flag) {
            return words.equals(flag ? "yes" : "no");
        }
        if (fact instanceof BigDecimal number) {
            return Stream.of(words.split(" and ")).allMatch(part -> {
                var order = number.compareTo(new BigDecimal(part.replaceAll("[<>= ]", "")));
                return switch (part.replaceAll("[-0-9. ]", "")) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> order == 0;
                };
            });
        }
        if (fact instanceof LocalDate day) {
            var parts = words.split(" ");
            var last = LocalDate.parse(parts[parts.length - 1]);
            return switch (parts.length == 1 ? "is" : parts[0] + " " + parts[1]) {
                case "is" -> day.equals(last);
                case "on or" -> parts[2].equals("before") ? !day.isAfter(last) : !day.isBefore(last);
                default -> !day.isBefore(LocalDate.parse(parts[1])) && !day.isAfter(last);
            };
        }
        return words.equals(fact);
    }

    private static Table atRandom(int seed, String policy) {
        var random = new Random(seed);
        var types = new ArrayList<String>();
        var all = new ArrayList<>(new TreeSet<>(CELLS.keySet()));
        for (var n = 1 + random.nextInt(3); n > 0; n--) {
            types.add(all.get(random.nextInt(all.size())));
        }
        var built = OneTable.of(policy, types.toArray(String[]::new));
        var rows = 1 + random.nextInt(5);
        for (var n = 0; n < rows; n++) {
            var cells = new ArrayList<String>();
            for (var type : types) {
                var choice = CELLS.get(type);
                cells.add(choice.get(random.nextInt(choice.size())));
            }
            cells.add(random.nextBoolean() ? "免责" : "不适用");
            built.row(cells.toArray(String[]::new));
        }
        return new Table(built, types, rows);
    }

    private record Table(OneTable built, List<String> types, int rows) {
        List<Map<String, Object>> vectors() {
            List<Map<String, Object>> vectors = new ArrayList<>();
            vectors.add(Map.of());
            for (var n = 1; n <= types.size(); n++) {
                List<Map<String, Object>> longer = new ArrayList<>();
                for (var vector : vectors) {
                    for (var fact : FACTS.get(types.get(n - 1))) {
                        var next = new HashMap<>(vector);
                        next.put("i" + n, fact);
                        longer.add(next);
                    }
                }
                vectors = longer;
            }
            return vectors;
        }
    }
}
