package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.kie.dmn.core.util.CoerceUtil;

/**
 * Works out what each decision of a book is as a function of the items, as decision diagrams: exact, since every cell,
 * output and operation is judged by the engine's own FEEL on each of the finitely many values that can reach it. Used by
 * one thread.
 */
final class BookSymbols {
    private final CompiledModel book;
    private final BookIndex index;
    private final Forest forest;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final ExpressionSymbols expressions;
    private final FeelContext nothing;

    /** @throws Forest.TooIntricate if the diagrams grow too large */
    BookSymbols(CompiledModel book, Atoms atoms, Forest forest) {
        this.book = book;
        this.index = book.index();
        this.forest = forest;
        this.expressions = new ExpressionSymbols(index, forest, symbols);
        this.nothing = index.context(Map.of());
        for (var item : book.outline().items()) {
            var number = atoms.number(item.id());
            var pieces = atoms.variables().get(number).pieces();
            // A value that another book admits is no answer to this one.
            symbols.put(item.name(), Symbol.of(forest.variable(number, piece -> {
                var sample = pieces.sample(piece);
                return item.read(sample) instanceof Reading.Admissible ? sample : Symbol.FAILED;
            })));
        }
        for (var decision : needed()) {
            symbols.put(decision.outline().name(), symbol(decision));
        }
    }

    /** What the outcome and the effects rest on; a route, for instance, changes no outcome. */
    private List<BookIndex.Decision> needed() {
        var wanted = new HashSet<>(Set.of(book.kind().outcome(), "bottomLine", "circumstances", "effects"));
        var needed = new ArrayList<BookIndex.Decision>();
        var names = new HashSet<String>();
        var all = List.copyOf(index.decisions());
        for (var n = all.size() - 1; n >= 0; n--) {
            var decision = all.get(n);
            if (wanted.contains(decision.outline().id())
                    || names.contains(decision.outline().name())) {
                needed.add(0, decision);
                names.addAll(decision.requires());
            }
        }
        return needed;
    }

    /** What the decision of that id is; null if the book has none, or none that matters. */
    Symbol decision(String id) {
        return book.outline()
                .decision(id)
                .map(decision -> symbols.get(decision.name()))
                .orElse(null);
    }

    /** The truth that something hit in the decision of that id. */
    int anyHit(Symbol.Hits hits) {
        return hits.rows().stream().reduce(forest.constant(false), forest::or);
    }

    /** The truth that a name has no value. */
    int failed(Symbol symbol) {
        return symbol.hits() != null
                ? symbol.hits().failed()
                : forest.map(symbol.value(), value -> value == Symbol.FAILED);
    }

    private Symbol symbol(BookIndex.Decision decision) {
        var skipped = forest.constant(false);
        for (var name : decision.requires()) {
            skipped = forest.or(skipped, failed(symbols.get(name)));
        }
        if (decision.table() == null) {
            var value = expressions.of(decision.text());
            return Symbol.of(typed(decision, skipped, value));
        }
        return table(decision, skipped);
    }

    /** A decision's value where it is of the declared type. */
    private int typed(BookIndex.Decision decision, int skipped, int value) {
        var typed = forest.map(value, worth -> {
            if (worth == Symbol.FAILED) {
                return worth;
            }
            var coerced = CoerceUtil.coerceValue(decision.type(), worth == Symbol.NULL ? null : worth);
            if (!index.fits(decision, coerced)) {
                return Symbol.FAILED;
            }
            return coerced == null ? Symbol.NULL : coerced;
        });
        return forest.choose(skipped, forest.constant(Symbol.FAILED), typed);
    }

    private Symbol table(BookIndex.Decision decision, int skipped) {
        var table = decision.table();
        var failed = skipped;
        var columns = new ArrayList<Column>();
        for (var column : table.columns()) {
            var input = column.reads() == null ? expressions.of(column.text()) : expressions.name(column.reads());
            var read = new Column(column, input);
            columns.add(read);
            failed = forest.or(failed, read.unreadable());
        }
        var rows = new ArrayList<Integer>();
        for (var row = 0; row < decision.outline().rows().size(); row++) {
            var holds = forest.constant(true);
            for (var column : columns) {
                holds = fromTheLeft(holds, column.holds(row));
            }
            failed = forest.or(failed, forest.map(holds, truth -> truth == Symbol.FAILED));
            rows.add(forest.map(holds, Boolean.TRUE::equals));
        }
        return switch (decision.outline().hitPolicy()) {
            case "UNIQUE" -> single(decision, failed, rows, unique(rows));
            case "FIRST" -> single(decision, failed, rows, first(rows));
            case "ANY" -> Symbol.of(typed(decision, failed, any(decision, rows)));
            case "COLLECT", "RULE ORDER" -> hits(decision, failed, rows);
            default -> Symbol.of(typed(decision, failed, aggregate(decision, rows)));
        };
    }

    /** As the engine reads a row: from the left, no further than the first cell that does not hold. */
    private int fromTheLeft(int left, int right) {
        return forest.combine(left, right, (a, b) -> Boolean.TRUE.equals(a) ? b : a);
    }

    /** A column over the diagram of its expression's value. */
    private final class Column {
        private final ColumnIndex column;
        private final int input;
        private final Map<String, Integer> byText = new HashMap<>();

        Column(ColumnIndex column, int input) {
            this.column = column;
            this.input = input;
        }

        private ColumnIndex.Judged judge(Object value) {
            return column.judge(value == Symbol.NULL ? null : value, nothing);
        }

        int unreadable() {
            return forest.map(
                    input, value -> value == Symbol.FAILED || !judge(value).admitted());
        }

        int holds(int row) {
            return byText.computeIfAbsent(
                    column.texts().get(row),
                    text -> forest.map(input, value -> {
                        if (value == Symbol.FAILED) {
                            return false;
                        }
                        var judged = judge(value);
                        return judged.errors().get(row)
                                ? Symbol.FAILED
                                : (Object) judged.rows().get(row);
                    }));
        }
    }

    private int unique(List<Integer> rows) {
        var chosen = forest.constant(Symbol.NULL);
        for (var n = 0; n < rows.size(); n++) {
            var row = n;
            chosen = forest.combine(chosen, rows.get(n), (before, holds) -> {
                if (!Boolean.TRUE.equals(holds)) {
                    return before;
                }
                return before == Symbol.NULL ? (Object) row : Symbol.FAILED;
            });
        }
        return chosen;
    }

    private int first(List<Integer> rows) {
        var chosen = forest.constant(Symbol.NULL);
        for (var n = rows.size() - 1; n >= 0; n--) {
            chosen = forest.choose(rows.get(n), forest.constant(n), chosen);
        }
        return chosen;
    }

    /** @param chosen the row that decides, {@link Symbol#NULL} for none */
    private Symbol single(BookIndex.Decision decision, int failed, List<Integer> rows, int chosen) {
        var value = forest.map(
                chosen,
                row -> row instanceof Integer number && decision.table().fixed(number) != null
                        ? fixed(decision, number)
                        : row);
        for (var n = 0; n < rows.size(); n++) {
            if (decision.table().fixed(n) == null) {
                var row = n;
                var here = forest.map(chosen, number -> Objects.equals(number, row));
                value = forest.choose(here, output(decision, n), value);
            }
        }
        return Symbol.of(typed(decision, failed, value));
    }

    /** The output of a row whose cells hold no more than literals; failed where it is not what the table declares. */
    private static Object fixed(BookIndex.Decision decision, int row) {
        var output = decision.table().fixed(row);
        if (!output.sound() || output.error()) {
            return Symbol.FAILED;
        }
        return output.value() == null ? Symbol.NULL : output.value();
    }

    /** The output of a row that has to be worked out. */
    private int output(BookIndex.Decision decision, int row) {
        var texts = decision.outline().rows().get(row).outputs();
        if (texts.size() != 1) {
            throw new Forest.TooIntricate("several outputs with names");
        }
        var table = decision.table();
        return forest.map(expressions.of(texts.get(0)), value -> {
            if (value == Symbol.FAILED) {
                return value;
            }
            return table.isSound(row, value == Symbol.NULL ? null : value, nothing) ? value : Symbol.FAILED;
        });
    }

    private int any(BookIndex.Decision decision, List<Integer> rows) {
        var value = forest.constant(Unhit.NONE);
        for (var n = 0; n < rows.size(); n++) {
            var output = decision.table().fixed(n) == null ? output(decision, n) : forest.constant(fixed(decision, n));
            var mine = forest.choose(rows.get(n), output, forest.constant(Unhit.NONE));
            value = forest.combine(value, mine, (before, now) -> {
                if (before == Unhit.NONE || now == Unhit.NONE) {
                    return before == Unhit.NONE ? now : before;
                }
                return before.equals(now) ? before : Symbol.FAILED;
            });
        }
        return forest.map(value, worth -> worth == Unhit.NONE ? Symbol.NULL : worth);
    }

    /** No row so far. */
    private enum Unhit {
        NONE
    }

    private Symbol hits(BookIndex.Decision decision, int failedBefore, List<Integer> rows) {
        var failed = failedBefore;
        var outputs = new ArrayList<>();
        var nullIfNone = decision.outline().hitPolicy().equals("RULE ORDER");
        for (var n = 0; n < rows.size(); n++) {
            if (decision.table().fixed(n) == null) {
                throw new Forest.TooIntricate("a list of outputs with names");
            }
            var output = fixed(decision, n);
            outputs.add(output);
            if (output == Symbol.FAILED || output == Symbol.NULL || !index.fits(decision, List.of(output))) {
                failed = forest.or(failed, rows.get(n));
            }
        }
        return Symbol.of(new Symbol.Hits(failed, rows, outputs, nullIfNone));
    }

    private int aggregate(BookIndex.Decision decision, List<Integer> rows) {
        var lists = forest.constant(List.of());
        for (var n = 0; n < rows.size(); n++) {
            if (decision.table().fixed(n) == null) {
                throw new Forest.TooIntricate("a sum of outputs with names");
            }
            var output = fixed(decision, n);
            lists = forest.combine(lists, rows.get(n), (sofar, holds) -> {
                if (!Boolean.TRUE.equals(holds) || sofar == Symbol.FAILED) {
                    return sofar;
                }
                return output == Symbol.FAILED || output == Symbol.NULL
                        ? Symbol.FAILED
                        : shortened(decision.outline().hitPolicy(), (List<?>) sofar, output);
            });
        }
        return forest.map(
                lists,
                list -> list == Symbol.FAILED
                        ? list
                        : Objects.requireNonNullElse(decision.table().aggregate((List<?>) list), Symbol.NULL));
    }

    /** What of the outputs so far still matters: their sum, their least, those that differ. */
    private static Object shortened(String policy, List<?> sofar, Object output) {
        if (policy.equals("COLLECT COUNT")) {
            var distinct = new TreeMap<String, Object>();
            sofar.forEach(value -> distinct.put(value.toString(), value));
            distinct.put(output.toString(), output);
            return List.copyOf(distinct.values());
        }
        if (policy.equals("COLLECT SUM") && !sofar.isEmpty() && sofar.get(0) instanceof BigDecimal sum) {
            return output instanceof BigDecimal number ? List.of(sum.add(number)) : Symbol.FAILED;
        }
        if (sofar.isEmpty()) {
            return List.of(output);
        }
        var both = List.of(sofar.get(0), output);
        return List.of(RowIndex.aggregate(policy, both));
    }
}
