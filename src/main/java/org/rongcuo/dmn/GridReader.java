package org.rongcuo.dmn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.rongcuo.shared.Text;
import org.w3c.dom.Element;

/**
 * Reads decision tables of an admitted model into sets, with our own reading of each cell; it understands literals,
 * intervals, comparisons, lists of these and {@code not()}. What it does not understand is a cause why the table cannot
 * be proven. The engine's analysis understands no more and is held against this reading.
 */
final class GridReader {
    private static final Predicate<Comparable<?>> ANY = value -> true;

    /** As items admit them. */
    static final Predicate<Comparable<?>> ANY_DAY =
            value -> value instanceof LocalDate day && day.getYear() > 0 && day.getYear() < 10_000;

    private final ModelTypes types;
    private final Map<String, String> typeOfName;
    private final CellTests.Reader cellReader;

    GridReader(Element definitions, ModelTypes types) {
        this.types = types;
        this.typeOfName = typesByName(definitions);
        this.cellReader = new CellTests.Reader(typeOfName.keySet());
    }

    /** What types the items and decisions are declared to have, by their names; null where a variable names none. */
    static Map<String, String> typesByName(Element definitions) {
        Map<String, String> typeOfName = new HashMap<>();
        for (var kind : List.of("inputData", "decision")) {
            for (var element : Nodes.children(definitions, kind)) {
                var variable = Nodes.child(element, "variable");
                typeOfName.put(
                        Nodes.attribute(element, "name"),
                        variable == null ? null : Nodes.attribute(variable, "typeRef"));
            }
        }
        return typeOfName;
    }

    /**
     * What came of reading a table.
     *
     * @param grid null if a column or cell could not be read at all
     * @param causes why the table cannot be proven; empty if nothing stands in the way
     * @param findings cells that hold no value and words that are not admissible
     */
    record Result(TableGrid grid, List<NotProven> causes, List<AnalysisFinding> findings) {}

    Result read(Element decision) {
        return new TableReading(decision).read();
    }

    /** One table. */
    private final class TableReading {
        private final Element decision;
        private final Element table;
        private final String policy;
        private final List<Element> rules;
        private final List<NotProven> causes = new ArrayList<>();
        private final List<AnalysisFinding> findings = new ArrayList<>();
        private boolean unreadable;

        TableReading(Element decision) {
            this.decision = decision;
            this.table = Nodes.child(decision, "decisionTable");
            this.policy = TableChecks.hitPolicy(table);
            this.rules = Nodes.children(table, "rule");
        }

        Result read() {
            var columns = new ArrayList<TableGrid.Column>();
            var cells = new ArrayList<List<BitSet>>();
            rules.forEach(rule -> cells.add(new ArrayList<>()));
            var number = 0;
            for (var input : Nodes.children(table, "input")) {
                number++;
                var column = column(input, number, cells);
                if (column != null) {
                    columns.add(column);
                }
            }
            if (unreadable) {
                return new Result(null, causes, findings);
            }
            var rows = new ArrayList<TableGrid.Row>();
            for (var n = 0; n < rules.size(); n++) {
                var outputs = Nodes.children(rules.get(n), "outputEntry").stream()
                        .map(output -> Nodes.text(output).strip())
                        .toList();
                rows.add(new TableGrid.Row(Nodes.attribute(rules.get(n), "id"), cells.get(n), outputs));
            }
            return new Result(new TableGrid(decision, policy, columns, rows), causes, findings);
        }

        private TableGrid.Column column(Element input, int number, List<List<BitSet>> into) {
            var expression = Nodes.child(input, "inputExpression");
            var text = Nodes.text(expression).strip();
            var written = Nodes.attribute(expression, "typeRef");
            var type = types.of(typeOfName.containsKey(text) ? typeOfName.get(text) : written);
            if (type == null) {
                return refuse(NotProven.column(
                        "type-missing",
                        number,
                        "没有类型,请为输入表达式指定 typeRef",
                        "has no type: give its input expression a typeRef"));
            }
            if (type.collection() || type.base() == null || !ModelTypes.BUILT_IN.contains(type.base())) {
                return refuse(NotProven.column(
                        "type-not-analysable",
                        number,
                        "读取清单、结构或时长,无法分析;请先用一个决策求出是否或数字,例如 count(底线) > 0",
                        "reads a list, a structure or a duration, which cannot be analysed: let a decision make a truth"
                                + " value or a number of it, such as count(底线) > 0"));
            }
            var cells = cells(number, type);
            if (cells == null) {
                return null;
            }
            var pieces = pieces(type, cells, number);
            var readable = readable(input, types.of(written), pieces, number);
            for (var row = 0; row < cells.size(); row++) {
                var cell = cells.get(row);
                var set = pieces.matching(cell::holds);
                set.and(readable);
                if (set.isEmpty()) {
                    neverTrue(row + 1, number);
                }
                into.get(row).add(set);
            }
            var label = Nodes.attribute(input, "label");
            return new TableGrid.Column(typeOfName.containsKey(text) || label == null ? text : label, pieces, readable);
        }

        private <T> T refuse(NotProven cause) {
            unreadable = true;
            causes.add(cause);
            return null;
        }

        private List<CellTests> cells(int number, ModelTypes.Declared type) {
            var cells = new ArrayList<CellTests>();
            for (var row = 0; row < rules.size(); row++) {
                var text = Nodes.text(
                                Nodes.children(rules.get(row), "inputEntry").get(number - 1))
                        .strip();
                var cell = cellReader.read(text);
                if (cell == null) {
                    return refuse(
                            NotProven.cell(
                                    "cell-not-analysable",
                                    row + 1,
                                    number,
                                    "“" + Findings.quote(text) + "”含名称、函数、? 或算式,无法分析;请用字面值、区间或 not(…),算式放到前一个决策里",
                                    "\"" + Findings.quote(text)
                                            + "\" holds a name, a function, ? or a calculation, which cannot"
                                            + " be analysed: use literals, intervals or not(…), and calculate in a decision before"));
                }
                if (!cell.isOf(ModelTypes.classOf(type.base()))) {
                    return refuse(NotProven.cell(
                            "cell-wrong-type",
                            row + 1,
                            number,
                            "“" + Findings.quote(text) + "”与该列的类型 " + type.base() + " 不符",
                            "\"" + Findings.quote(text) + "\" does not fit the column's type " + type.base()));
                }
                beyondDomain(cell, type, row + 1, number);
                cells.add(cell);
            }
            return cells;
        }

        /** A word that the item does not admit is mostly a slip of the pen; the engine's analysis gives up on it. */
        private void beyondDomain(CellTests cell, ModelTypes.Declared type, int row, int number) {
            if (!type.words().isEmpty()) {
                for (var end : new LinkedHashSet<>(cell.ends())) {
                    if (!type.words().contains(end)) {
                        finding(
                                AnalysisFinding.Severity.ERROR,
                                "word-not-admissible",
                                row,
                                number,
                                "“" + Findings.quote(end.toString()) + "”不是该列的可选值;可选:" + String.join("、", type.words()),
                                "\"" + Findings.quote(end.toString()) + "\" is not an admissible value of the column: "
                                        + String.join(", ", type.words()));
                        beyond(row, number);
                    }
                }
            } else if (type.range() != null) {
                var domain = AllowedRange.of(type.range());
                if (cell.ends().stream().anyMatch(domain::isBeyond)) {
                    beyond(row, number);
                }
            }
        }

        private void beyond(int row, int number) {
            causes.add(NotProven.cell(
                    "cell-outside-domain",
                    row,
                    number,
                    "超出该列允许的取值范围,无法分析;请写在范围之内",
                    "reaches outside the column's admissible values and cannot be analysed: keep it within"));
        }

        private ValuePieces pieces(ModelTypes.Declared type, List<CellTests> cells, int number) {
            var ends = new LinkedHashSet<Comparable<?>>();
            cells.forEach(cell -> ends.addAll(cell.ends()));
            var range = type.range() == null ? null : AllowedRange.of(type.range());
            if (range != null) {
                ends.addAll(range.ends());
                if (range.intervals().size() > 1 && !range.singlesOnly()) {
                    causes.add(NotProven.column(
                            "domain-of-several-ranges",
                            number,
                            "的允许值由多个区间组成,无法分析;请合并为一个区间",
                            "admits several ranges, which cannot be analysed: make it one"));
                }
            }
            return switch (type.base()) {
                case "boolean" -> ValuePieces.ofTruth();
                case "number" -> ValuePieces.ofNumbers(ends, range == null ? ANY : range::admits);
                case "date" -> ValuePieces.ofDates(ends, range == null ? ANY_DAY : ANY_DAY.and(range::admits));
                default -> type.words().isEmpty() ? freeText(ends, number) : ValuePieces.ofWords(type.words());
            };
        }

        /** Words that are mentioned, and one that stands for all others. */
        private ValuePieces freeText(Collection<Comparable<?>> ends, int number) {
            if (!policy.equals("COLLECT") && !policy.equals("RULE ORDER")) {
                causes.add(
                        NotProven.column(
                                "domain-missing",
                                number,
                                "是没有可选值的文字,无法分析是否有遗漏;请用带 allowedValues 的类型",
                                "is text without admissible values, so that gaps cannot be told: use a type with allowedValues"));
            }
            var words = new ArrayList<>(ValuePieces.of(String.class, ends));
            words.add("其他文字 (other text)");
            return ValuePieces.ofWords(words);
        }

        /** What the engine lets in: less than the item admits where the column's own type or values are narrower. */
        private BitSet readable(Element input, ModelTypes.Declared written, ValuePieces pieces, int number) {
            var readable = pieces.all();
            if (written != null && !written.words().isEmpty()) {
                readable.and(pieces.matching(written.words()::contains));
            }
            var values = Nodes.child(input, "inputValues");
            if (values != null) {
                var cell = cellReader.read(Nodes.text(values));
                if (cell == null) {
                    causes.add(NotProven.column(
                            "domain-not-analysable",
                            number,
                            "的 inputValues 无法分析,请删去,改用类型的 allowedValues",
                            "has inputValues that cannot be analysed: use the allowedValues of its type instead"));
                } else {
                    readable.and(pieces.matching(cell::holds));
                }
            }
            return readable;
        }

        private void neverTrue(int row, int number) {
            finding(
                    AnalysisFinding.Severity.ERROR,
                    "cell-never-true",
                    row,
                    number,
                    "没有任何允许的值能满足,该行永远不会适用",
                    "is met by no admissible value, so that the row never applies");
        }

        private void finding(
                AnalysisFinding.Severity severity, String code, int row, int number, String zh, String en) {
            findings.add(new AnalysisFinding(
                    severity,
                    code,
                    Nodes.attribute(rules.get(row - 1), "id"),
                    Nodes.attribute(decision, "id"),
                    row,
                    List.of(row),
                    number,
                    List.of(),
                    new Text(
                            "「" + Nodes.attribute(decision, "name") + "」表第" + row + "行第" + number + "列:" + zh,
                            "table \"" + Nodes.attribute(decision, "name") + "\", row " + row + ", column " + number
                                    + ": " + en)));
        }
    }
}
