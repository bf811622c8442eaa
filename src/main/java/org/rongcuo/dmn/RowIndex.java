package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.runtime.decisiontables.DTDecisionRule;
import org.kie.dmn.feel.runtime.decisiontables.DTOutputClause;
import org.kie.dmn.feel.runtime.decisiontables.DecisionTableImpl;

/**
 * The row index of a decision table: each column gives the set of rows whose cells hold its value, the sets are
 * intersected, the hit policy is applied. What a cell, an output or an expression means is judged by the engine's own
 * FEEL; how rows come together is judged here, so that this and the engine's table are two judges. Thread-safe.
 */
final class RowIndex {
    private final DecisionOutline outline;
    private final List<ColumnIndex> columns;
    private final List<DTOutputClause> outputs;
    private final List<List<CompiledExpression>> cells;
    private final List<Output> fixed;
    private final BitSet all;

    /** The output of a row. @param sound whether it is of the declared type and values */
    record Output(Object value, boolean sound, boolean error) {}

    /**
     * What the table says.
     *
     * @param matched the rows that match, from 0; null if the table could not be read
     * @param selected the rows that the hit policy chose
     * @param violation whether a value was found outside what the table declares, or rows break the hit policy
     */
    record Outcome(Object value, boolean failed, BitSet matched, BitSet selected, boolean violation) {}

    /**
     * @param names all declared names
     * @param nothing a context without values
     */
    RowIndex(
            DecisionOutline outline,
            EngineLogic.Table table,
            List<ColumnIndex> columns,
            Collection<String> names,
            FeelContext nothing) {
        this.outline = outline;
        this.columns = List.copyOf(columns);
        this.outputs = table.outputs();
        this.cells = table.rows();
        this.all = new BitSet();
        all.set(0, cells.size());
        this.fixed = new ArrayList<>();
        for (var row = 0; row < cells.size(); row++) {
            var literal = outline.rows().get(row).outputs().stream()
                    .allMatch(text -> FeelNames.ofExpression(text, names).isEmpty());
            fixed.add(literal ? output(row, nothing) : null);
        }
    }

    List<ColumnIndex> columns() {
        return columns;
    }

    /** The row's output where it is the same whatever the facts are; null otherwise. */
    Output fixed(int row) {
        return fixed.get(row);
    }

    /**
     * The value of each column's expression.
     *
     * @param values by name
     */
    private Object[] inputs(Map<String, Object> values, FeelContext context) {
        var inputs = new Object[columns.size()];
        for (var n = 0; n < inputs.length; n++) {
            var column = columns.get(n);
            inputs[n] = column.reads() != null ? values.get(column.reads()) : context.evaluate(column.expression());
        }
        return inputs;
    }

    Outcome evaluate(Map<String, Object> values, FeelContext context) {
        if (cells.isEmpty()) {
            return new Outcome(null, false, null, new BitSet(), false);
        }
        var before = context.errors();
        var inputs = inputs(values, context);
        var failed = context.errors() > before;
        var judgements = new ColumnIndex.Judged[inputs.length];
        for (var n = 0; n < inputs.length; n++) {
            judgements[n] = columns.get(n).judge(inputs[n], context);
            if (!judgements[n].admitted()) {
                return new Outcome(null, true, null, new BitSet(), false);
            }
        }
        var matched = (BitSet) all.clone();
        for (var judgement : judgements) {
            // A cell behind one that does not hold is not looked at: its error does not count.
            failed |= judgement.errors().intersects(matched);
            matched.and(judgement.rows());
        }
        return hit(matched, failed, context);
    }

    /** Which cells of each row hold, and which do not. */
    TableExplanation explain(Map<String, Object> values, FeelContext context) {
        var inputs = inputs(values, context);
        var judgements = new ArrayList<BitSet>();
        var read = new ArrayList<TableExplanation.Input>();
        for (var n = 0; n < inputs.length; n++) {
            judgements.add(columns.get(n).judge(inputs[n], context).rows());
            read.add(new TableExplanation.Input(columns.get(n).text(), inputs[n]));
        }
        return new TableExplanation(outline.id(), read, new ExplainedRows(outline.rows(), judgements));
    }

    /** The rows, each worked out when it is looked at: of a thousand few are. */
    private static final class ExplainedRows extends AbstractList<TableExplanation.Row> {
        private final List<RowOutline> rows;
        private final List<BitSet> judgements;

        ExplainedRows(List<RowOutline> rows, List<BitSet> judgements) {
            this.rows = rows;
            this.judgements = judgements;
        }

        @Override
        public TableExplanation.Row get(int index) {
            var failed = new ArrayList<Integer>();
            for (var n = 0; n < judgements.size(); n++) {
                if (!judgements.get(n).get(index)) {
                    failed.add(n + 1);
                }
            }
            return new TableExplanation.Row(
                    rows.get(index).id(), rows.get(index).number(), failed);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    private Outcome hit(BitSet matched, boolean failedBefore, FeelContext context) {
        if (matched.isEmpty()) {
            return new Outcome(nothing(), failedBefore, matched, new BitSet(), false);
        }
        var failed = failedBefore;
        var results = new ArrayList<Object>();
        var sound = true;
        for (var row = matched.nextSetBit(0); row >= 0; row = matched.nextSetBit(row + 1)) {
            var output = fixed.get(row) != null ? fixed.get(row) : output(row, context);
            results.add(output.value);
            sound &= output.sound;
            failed |= output.error;
            if (outline.hitPolicy().equals("FIRST")) {
                break;
            }
        }
        if (!sound) {
            return new Outcome(null, true, matched, new BitSet(), true);
        }
        return apply(matched, results, failed);
    }

    private Object nothing() {
        return outline.hitPolicy().equals("COLLECT") ? List.of() : aggregate(List.of());
    }

    /** What the table yields of these outputs, none included, if it sums, counts or picks; null for every other table. */
    Object aggregate(List<?> outputs) {
        return outline.hitPolicy().startsWith("COLLECT ") && (!outputs.isEmpty() || isCount())
                ? aggregate(outline.hitPolicy(), outputs)
                : null;
    }

    private boolean isCount() {
        return outline.hitPolicy().equals("COLLECT COUNT");
    }

    /** Outputs of several rows made one. */
    static Object aggregate(String policy, List<?> outputs) {
        return switch (policy) {
            case "COLLECT COUNT" -> new BigDecimal(new HashSet<>(outputs).size());
            case "COLLECT SUM" -> Aggregate.sum(outputs);
            case "COLLECT MIN" -> Aggregate.least(outputs);
            case "COLLECT MAX" -> Aggregate.greatest(outputs);
            default -> throw new IllegalArgumentException("no aggregation");
        };
    }

    private Outcome apply(BitSet matched, List<Object> results, boolean failed) {
        var first = new BitSet();
        first.set(matched.nextSetBit(0));
        return switch (outline.hitPolicy()) {
            case "FIRST" -> new Outcome(results.get(0), failed, matched, first, false);
            case "UNIQUE" ->
                results.size() > 1
                        ? new Outcome(null, true, matched, new BitSet(), true)
                        : new Outcome(results.get(0), failed, matched, first, false);
            case "ANY" ->
                results.stream().distinct().limit(2).count() > 1
                        ? new Outcome(null, true, matched, new BitSet(), true)
                        : new Outcome(results.get(0), failed, matched, first, false);
            case "COLLECT", "RULE ORDER" -> new Outcome(results, failed, matched, matched, false);
            case "COLLECT SUM", "COLLECT COUNT" ->
                new Outcome(aggregate(outline.hitPolicy(), results), failed, matched, matched, false);
            // The engine tells of these an id that no row has.
            case "COLLECT MIN", "COLLECT MAX" ->
                new Outcome(aggregate(outline.hitPolicy(), results), failed, matched, new BitSet(), false);
            default -> throw new IllegalStateException("a hit policy that the gate does not admit");
        };
    }

    /** Works out the output of a row. */
    Output output(int row, FeelContext context) {
        var before = context.errors();
        var entries = cells.get(row);
        Object value;
        if (entries.size() == 1) {
            value = context.evaluate(entries.get(0));
        } else {
            var parts = new HashMap<String, Object>();
            for (var n = 0; n < entries.size(); n++) {
                parts.put(outputs.get(n).getName(), context.evaluate(entries.get(n)));
            }
            value = parts;
        }
        return new Output(value, isSound(row, value, context), context.errors() > before);
    }

    /** Whether a row's output is of the type and among the values that the table declares. */
    boolean isSound(int row, Object value, FeelContext context) {
        var results = new ArrayList<Object>();
        results.add(value);
        return DecisionTableImpl.checkResults(outputs, context.feel(), List.of(new DTDecisionRule(row, null)), results)
                .isEmpty();
    }

    /** Values of several rows made one. */
    private static final class Aggregate {
        static Object sum(List<?> results) {
            return results.stream().allMatch(Number.class::isInstance)
                    ? results.stream()
                            .map(number -> new BigDecimal(number.toString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : null;
        }

        static Object least(List<?> results) {
            return results.stream()
                    .map(Aggregate::comparable)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        static Object greatest(List<?> results) {
            return results.stream()
                    .map(Aggregate::comparable)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        @SuppressWarnings("unchecked")
        private static Comparable<Object> comparable(Object value) {
            return (Comparable<Object>) Objects.requireNonNull(value, "an output without order");
        }
    }
}
