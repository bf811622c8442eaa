package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * An input column of a table: for a value of its expression, the rows whose cells hold it. Each distinct cell is judged
 * once for each value by the engine's own FEEL; of a number or a day that only literals cut, once for each piece between
 * the ends that its cells mention. Thread-safe.
 */
final class ColumnIndex {
    /** Of values without number the first so many are kept. */
    private static final int MOST_KEPT = 4096;

    private static final Object NOTHING = new Object();

    private final EngineLogic.Column column;
    private final String reads;
    private final ValuePieces pieces;
    private final List<Cell> cells = new ArrayList<>();
    private final boolean contextual;
    private final Map<Object, Judged> judged = new ConcurrentHashMap<>();

    /** A distinct cell. @param contextual whether it mentions names, so that the value alone does not decide it */
    private record Cell(List<UnaryTest> tests, BitSet rows, boolean contextual) {}

    /**
     * What the column says of a value.
     *
     * @param admitted whether the table may be read with it at all
     * @param rows the rows whose cells hold it; not to be changed
     * @param errors the rows whose cells brought the engine's FEEL to report an error; not to be changed
     */
    record Judged(boolean admitted, BitSet rows, BitSet errors) {}

    /**
     * @param reads the name that the column reads, or null if its expression is more than a name
     * @param names all declared names
     * @param pieces of the item that it reads if only literals cut it; null otherwise
     */
    ColumnIndex(EngineLogic.Column column, String reads, Collection<String> names, ValuePieces pieces) {
        this.column = column;
        this.reads = reads;
        this.pieces = pieces;
        var byText = new HashMap<String, Cell>();
        for (var row = 0; row < column.texts().size(); row++) {
            byText.computeIfAbsent(column.texts().get(row), text -> cell(text, names))
                    .rows
                    .set(row);
        }
        cells.addAll(byText.values());
        contextual = cells.stream().anyMatch(Cell::contextual);
    }

    private Cell cell(String text, Collection<String> names) {
        return new Cell(
                column.tests().get(text),
                new BitSet(),
                !FeelNames.of(text, names).isEmpty());
    }

    /** The name that the column reads; null if its expression is more than a name. */
    String reads() {
        return reads;
    }

    /** The text of its expression. */
    String text() {
        return column.text();
    }

    /** The texts of its cells, by row. */
    List<String> texts() {
        return column.texts();
    }

    CompiledExpression expression() {
        return column.expression();
    }

    /** Whether a cell mentions names, so that the value alone does not decide the column. */
    boolean contextual() {
        return contextual;
    }

    /** @param value of the column's expression, null included @param context holds the values of all names known so far */
    Judged judge(Object value, FeelContext context) {
        if (contextual) {
            return judgeNow(value, context);
        }
        var key = key(value);
        var known = judged.get(key);
        if (known == null) {
            known = judgeNow(value, context);
            if (judged.size() < MOST_KEPT) {
                judged.put(key, known);
            }
        }
        return known;
    }

    private Object key(Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (pieces != null && value instanceof Comparable<?> comparable) {
            var piece = pieces.indexOf(comparable);
            if (piece >= 0) {
                return piece;
            }
        }
        // Of 2 and 2.0 the engine makes no difference.
        return value instanceof BigDecimal number ? Item.inOneForm(number) : value;
    }

    private Judged judgeNow(Object value, FeelContext context) {
        if (!admits(value, context)) {
            return new Judged(false, new BitSet(), new BitSet());
        }
        var rows = new BitSet();
        var errors = new BitSet();
        context.feel().setValue("?", value);
        for (var cell : cells) {
            var before = context.errors();
            if (cell.tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context.feel(), value)))) {
                rows.or(cell.rows);
            }
            if (context.errors() > before) {
                errors.or(cell.rows);
            }
        }
        return new Judged(true, rows, errors);
    }

    /** As the engine reads the values that a column admits: of a list, each element must be admitted. */
    private boolean admits(Object value, FeelContext context) {
        if (column.admitted().isEmpty()) {
            return true;
        }
        if (column.collection() && value instanceof Collection<?> elements) {
            return elements.stream().allMatch(element -> admitted(element, context.feel()));
        }
        return admitted(value, context.feel());
    }

    private boolean admitted(Object value, EvaluationContext context) {
        return column.admitted().stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context, value)));
    }
}
