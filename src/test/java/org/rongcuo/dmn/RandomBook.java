package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random book that passes the gate: items of every type, tables of every hit policy, lists, {@code not()}, ranges,
 * dates, tests with {@code ?} and with names, expressions, and items that feed several decisions. Gaps and contradictions
 * are left in, since the reading of them is what is tested.
 */
final class RandomBook {
    private static final List<String> WORDS = List.of("甲", "乙", "丙", "丁");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Random random;
    private final boolean finite;
    private final List<Item> items = new ArrayList<>();
    private final StringBuilder decisions = new StringBuilder();
    private int ids;

    /** @param allowed FEEL text of the admissible values, empty for none */
    private record Item(String id, String name, String type, String allowed) {}

    private RandomBook(long seed, boolean finite) {
        this.random = new Random(seed);
        this.finite = finite;
    }

    /** Anything that the gate admits. */
    static String xml(long seed) {
        return new RandomBook(seed, false).write();
    }

    /** Without calculations on numbers and dates, so that literals alone cut the items' values. */
    static String finiteXml(long seed) {
        return new RandomBook(seed, true).write();
    }

    /** Facts on which a book may be evaluated, ends of intervals among them. */
    static Map<String, Object> facts(ModelOutline outline, Random random) {
        Map<String, Object> facts = new HashMap<>();
        for (var item : outline.items()) {
            facts.put(
                    item.id(),
                    switch (item.type()) {
                        case STRING ->
                            item.allowedValues()
                                    .get(random.nextInt(item.allowedValues().size()));
                        case BOOLEAN -> random.nextBoolean();
                        case NUMBER ->
                            random.nextInt(4) == 0
                                    ? new BigDecimal(random.nextInt(9))
                                    : new BigDecimal(random.nextInt(1000)).movePointLeft(2);
                        case DATE -> DAY.plusDays(random.nextInt(5));
                    });
        }
        return facts;
    }

    private String write() {
        var count = 4 + random.nextInt(3);
        for (var n = 0; n < count; n++) {
            var type = List.of("词", "词", "boolean", "数", "date").get(n < 4 ? n : random.nextInt(5));
            items.add(new Item("i" + n, "项" + n, type, ""));
        }
        table("bottomLine", "底线", "清单", "COLLECT", this::anyItems, () -> "\"底" + random.nextInt(3) + "\"", false);
        expression("bottomLineHit", "触及", "boolean", List.of("底线"), "count(底线) > 0");
        if (random.nextBoolean()) {
            table("circumstances", "情形", "清单", "COLLECT", this::anyItems, () -> "\"情" + random.nextInt(3) + "\"", true);
        } else {
            table("circumstances", "情形", "清单", "COLLECT", this::anyItems, () -> "\"其他\"", true);
        }
        grade("grade1", "评一", oneOf("UNIQUE", "FIRST", "ANY"));
        grade("grade2", "评二", oneOf("UNIQUE", "FIRST", "FIRST"));
        counted();
        expression(
                "kind",
                "类",
                "boolean",
                List.of("情形", "评一"),
                oneOf(
                        "count(情形) = 0",
                        "list contains(情形, \"情1\") and 评一 = \"上\"",
                        "if count(情形) > 1 then true else 评一 != \"下\"",
                        "count(情形) = 1 and list contains(情形, \"其他\")"));
        expression(
                "sum",
                "和",
                "number",
                List.of("评一", "评二", "底线"),
                oneOf(
                        "(if 评一 = \"上\" then 1 else 0) + (if 评二 = \"上\" then 1 else 0)",
                        "(if 评一 = \"下\" then 2 else 1) * (if 评二 = \"下\" then 2 else 0) - count(底线)"));
        if (!finite) {
            expression("worked", "算", "number", List.of("项3"), oneOf("项3 * 2 + 1", "项3 - 1", "abs(项3 - 4)"));
        }
        outcome();
        effects();
        return definitions();
    }

    /** A table that counts, sums or picks. */
    private void counted() {
        var aggregation = oneOf("SUM", "COUNT", "MIN", "MAX");
        table(
                "counted",
                "计",
                "number",
                "COLLECT\" aggregation=\"" + aggregation,
                this::anyItems,
                () -> String.valueOf(random.nextInt(3)),
                false);
        if (random.nextBoolean()) {
            table("listed", "列", "清单", "RULE ORDER", this::anyItems, () -> "\"列" + random.nextInt(2) + "\"", false);
        }
    }

    private void grade(String id, String name, String policy) {
        table(id, name, "评", policy, this::anyItems, () -> oneOf("\"上\"", "\"中\"", "\"下\""), false);
    }

    private List<String[]> anyItems() {
        var columns = new ArrayList<String[]>();
        var width = 1 + random.nextInt(3);
        IntStream.range(0, items.size())
                .boxed()
                .sorted((a, b) -> random.nextInt(3) - 1 == 0 ? a - b : b - a)
                .limit(width)
                .forEach(n -> columns.add(new String[] {items.get(n).name, items.get(n).type}));
        return columns;
    }

    private void outcome() {
        table(
                "tolerability",
                "认定",
                "认定词",
                oneOf("UNIQUE", "FIRST", "FIRST", "ANY"),
                () -> {
                    var columns = new ArrayList<String[]>();
                    columns.add(new String[] {"触及", "boolean"});
                    columns.add(new String[] {"和", "number"});
                    columns.add(new String[] {"类", "boolean"});
                    columns.add(random.nextBoolean() ? new String[] {"评一", "评"} : new String[] {"项0", "词"});
                    return columns;
                },
                () -> oneOf("\"免责\"", "\"减责\"", "\"不予容错\"", "\"提请会商\""),
                false);
    }

    private void effects() {
        if (random.nextBoolean()) {
            table(
                    "effects",
                    "运用",
                    "清单",
                    "COLLECT",
                    () -> {
                        var columns = new ArrayList<String[]>();
                        columns.add(new String[] {"认定", "认定词"});
                        columns.add(new String[] {"项1", "词"});
                        return columns;
                    },
                    () -> "\"用" + random.nextInt(3) + "\"",
                    false);
        }
    }

    private interface Columns {
        List<String[]> choose();
    }

    private interface Output {
        String text();
    }

    private void table(
            String id, String name, String type, String policy, Columns choice, Output output, boolean catchAll) {
        var columns = choice.choose();
        var xml = new StringBuilder("<decisionTable id=\"%sT\" hitPolicy=\"%s\">".formatted(id, policy));
        for (var column : columns) {
            xml.append(
                    "<input id=\"n%d\"><inputExpression id=\"n%d\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                            .formatted(ids++, ids++, column[1], column[0]));
        }
        xml.append("<output id=\"n%d\"/><annotation name=\"依据\"/><annotation name=\"说明\"/>".formatted(ids++));
        var rows = 1 + random.nextInt(5);
        for (var row = 0; row < rows; row++) {
            var last = row == rows - 1 && policy.equals("FIRST");
            xml.append(
                    "<rule id=\"%s_r%d\"%s>".formatted(id, row, catchAll && row == 0 ? " rc:catchAll=\"true\"" : ""));
            for (var column : columns) {
                xml.append("<inputEntry id=\"n%d\"><text>%s</text></inputEntry>"
                        .formatted(ids++, escaped(last ? "-" : cell(column[0], column[1]))));
            }
            xml.append(
                    "<outputEntry id=\"n%d\"><text>%s</text></outputEntry>".formatted(ids++, escaped(output.text())));
            xml.append("<annotationEntry><text>示例值</text></annotationEntry></rule>");
        }
        xml.append("</decisionTable>");
        decision(id, name, type, columns.stream().map(column -> column[0]).toList(), xml.toString());
    }

    private void expression(String id, String name, String type, List<String> reads, String text) {
        decision(
                id,
                name,
                type,
                reads,
                "<literalExpression id=\"%sL\"><text>%s</text></literalExpression>".formatted(id, escaped(text)));
    }

    private void decision(String id, String name, String type, List<String> reads, String logic) {
        decisions.append("<decision id=\"%s\" name=\"%s\"><variable id=\"%sV\" name=\"%s\" typeRef=\"%s\"/>"
                .formatted(id, name, id, name, type));
        decisions.append(logic).append("</decision>");
    }

    private String cell(String name, String type) {
        if (random.nextInt(4) == 0) {
            return "-";
        }
        return switch (type) {
            case "boolean" -> oneOf("true", "false", "not(true)", "true,false");
            case "date" -> date();
            case "数", "number" -> number(name);
            case "评" -> oneOf("\"上\"", "\"中\"", "\"下\"", "\"上\",\"下\"", "not(\"中\")");
            case "认定词" -> oneOf("\"免责\"", "\"减责\"", "not(\"免责\")", "\"免责\",\"减责\"");
            default -> word();
        };
    }

    private String word() {
        var words = WORDS.stream()
                .limit(1 + random.nextInt(3))
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(","));
        return random.nextInt(3) == 0
                ? "not(" + words + ")"
                : random.nextBoolean() ? words : "\"" + WORDS.get(random.nextInt(WORDS.size())) + "\"";
    }

    private String number(String name) {
        var low = random.nextInt(5);
        var high = low + 1 + random.nextInt(3);
        if (!finite && random.nextInt(8) == 0) {
            return oneOf("? + 1 > " + low, "? in [" + low + ".." + high + "]", "abs(?) < " + high, "> 项3", "[项3..9]");
        }
        return oneOf(
                "> " + low,
                "<= " + low,
                "[" + low + ".." + high + ")",
                "(" + low + ".." + high + "]",
                String.valueOf(low),
                low + "," + high,
                "not(" + low + ")",
                "not([" + low + ".." + high + "])",
                "< " + low + ", >= " + high);
    }

    private String date() {
        var from = DAY.plusDays(random.nextInt(4));
        var to = from.plusDays(1 + random.nextInt(2));
        return oneOf(
                "< date(\"" + from + "\")",
                ">= date(\"" + from + "\")",
                "[date(\"" + from + "\")..date(\"" + to + "\")]",
                "date(\"" + from + "\")",
                "not(date(\"" + from + "\"))",
                "(date(\"" + from + "\")..date(\"" + to + "\"))");
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String definitions() {
        var xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:rc="https://rongcuo.org/dmn" id="random" name="随机" namespace="https://rongcuo.org/random">
                <itemDefinition id="t1" name="词"><typeRef>string</typeRef><allowedValues><text>"甲","乙","丙","丁"</text></allowedValues></itemDefinition>
                <itemDefinition id="t2" name="数"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition>
                <itemDefinition id="t3" name="评"><typeRef>string</typeRef><allowedValues><text>"上","中","下"</text></allowedValues></itemDefinition>
                <itemDefinition id="t4" name="认定词"><typeRef>string</typeRef><allowedValues><text>"免责","减责","不予容错","提请会商"</text></allowedValues></itemDefinition>
                <itemDefinition id="t5" name="清单" isCollection="true"><typeRef>string</typeRef></itemDefinition>
                """);
        for (var item : items) {
            xml.append("<inputData id=\"%s\" name=\"%s\"><variable id=\"%sV\" name=\"%s\" typeRef=\"%s\"/></inputData>"
                    .formatted(item.id, item.name, item.id, item.name, item.type));
        }
        return xml.append(decisions).append("</definitions>").toString();
    }
}
