package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.util.CoerceUtil;
import org.kie.dmn.feel.FEEL;

/**
 * A whole model evaluated on row indexes: its decisions in the order in which they rest on each other, tables by their
 * {@link RowIndex}, expressions by the engine's own FEEL. A second judge beside the engine, and a much faster one. Policy
 * contract, "Evaluation". Thread-safe.
 */
final class BookIndex {
    /** As many results of an expression are kept. */
    private static final int MOST_KEPT = 4096;

    private final FEEL feel;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final List<String> names;

    /**
     * One decision.
     *
     * @param requires names of what it rests on directly
     * @param table null for an expression
     * @param expression null for a table
     * @param known results of the expression so far, by the values that it rests on; null if these may be numbers or
     *     dates without end
     */
    record Decision(
            DecisionOutline outline,
            List<String> requires,
            RowIndex table,
            EngineLogic.Literal expression,
            BaseDMNTypeImpl type,
            Map<List<Object>, Worth> known,
            Map<Object, Boolean> fitting) {
        /** The text of the expression. */
        String text() {
            return expression.text();
        }
    }

    /** What an expression or table is worth. @param failed whether an error arose */
    record Worth(Object value, boolean failed) {}

    /** @param logic as the engine compiled it @param model the engine's model, for what requires what, and types */
    BookIndex(ModelOutline outline, EngineLogic logic, DMNModel model) {
        feel = logic.feel();
        names = new ArrayList<>();
        outline.items().forEach(item -> names.add(item.name()));
        outline.decisions().forEach(decision -> names.add(decision.name()));
        var nodes = new HashMap<String, DecisionNode>();
        model.getDecisions().forEach(node -> nodes.put(node.getId(), node));
        for (var decision : ordered(outline, nodes)) {
            decisions.put(decision.id(), decision(outline, decision, logic, nodes.get(decision.id())));
        }
    }

    /** The decisions such that each comes after those that it requires. */
    private static Collection<DecisionOutline> ordered(ModelOutline outline, Map<String, DecisionNode> nodes) {
        Set<DecisionOutline> ordered = new LinkedHashSet<>();
        outline.decisions().forEach(decision -> visit(decision, outline, nodes, ordered));
        return ordered;
    }

    private static void visit(
            DecisionOutline decision,
            ModelOutline outline,
            Map<String, DecisionNode> nodes,
            Set<DecisionOutline> ordered) {
        if (ordered.contains(decision)) {
            return;
        }
        for (var required :
                ((DMNBaseNode) nodes.get(decision.id())).getDependencies().values()) {
            outline.decision(required.getId()).ifPresent(before -> visit(before, outline, nodes, ordered));
        }
        ordered.add(decision);
    }

    private Decision decision(ModelOutline outline, DecisionOutline decision, EngineLogic logic, DecisionNode node) {
        var requires = List.copyOf(((DMNBaseNode) node).getDependencies().keySet());
        var table = logic.table(decision.id());
        var endless = outline.items().stream()
                .anyMatch(item -> requires.contains(item.name())
                        && (item.type() == ItemType.NUMBER || item.type() == ItemType.DATE));
        return new Decision(
                decision,
                requires,
                table == null ? null : index(outline, decision, table),
                logic.expression(decision.id()),
                (BaseDMNTypeImpl) node.getResultType(),
                endless ? null : new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    private RowIndex index(ModelOutline outline, DecisionOutline decision, EngineLogic.Table table) {
        var columns = table.columns().stream()
                .map(column -> {
                    var reads = names.contains(column.text()) ? column.text() : null;
                    return new ColumnIndex(column, reads, names, pieces(outline, column));
                })
                .toList();
        return new RowIndex(decision, table, columns, names, new FeelContext(feel, Map.of()));
    }

    /** Where literals alone cut a number or date, what lies between them is judged once. */
    private ValuePieces pieces(ModelOutline outline, EngineLogic.Column column) {
        var item = outline.items().stream()
                .filter(each -> each.name().equals(column.text()))
                .findFirst();
        if (item.isEmpty() || item.get().type() != ItemType.NUMBER && item.get().type() != ItemType.DATE) {
            return null;
        }
        var ends = new LinkedHashSet<Comparable<?>>();
        var cells = new CellTests.Reader(names);
        for (var text : column.tests().keySet()) {
            var cell = cells.read(text);
            if (cell == null) {
                return null;
            }
            ends.addAll(cell.ends());
        }
        if (item.get().range() != null) {
            ends.addAll(AllowedRange.of(item.get().range()).ends());
        }
        return item.get().type() == ItemType.NUMBER
                ? ValuePieces.ofNumbers(ends, value -> true)
                : ValuePieces.ofDates(ends, value -> true);
    }

    /** Its decisions, each after those that it requires. */
    Collection<Decision> decisions() {
        return decisions.values();
    }

    /** All declared names. */
    List<String> names() {
        return names;
    }

    /** A context of the engine's FEEL. @param values by name */
    FeelContext context(Map<String, Object> values) {
        return new FeelContext(feel, values);
    }

    /**
     * Evaluates all decisions.
     *
     * @param facts by name, complete and typed
     * @return by the decision's id
     */
    Map<String, DecisionRun> evaluate(Map<String, Object> facts) {
        return evaluate(facts, Map.of());
    }

    /**
     * Evaluates the decisions that are not given, as far as the facts reach.
     *
     * @param facts by name, typed; may be incomplete
     * @param given values of decisions by name, in place of what they would come to
     * @return by the decision's id, without those given
     */
    Map<String, DecisionRun> evaluate(Map<String, Object> facts, Map<String, Object> given) {
        var values = new HashMap<>(facts);
        values.putAll(given);
        var runs = new HashMap<String, DecisionRun>();
        for (var decision : decisions.values()) {
            if (!given.containsKey(decision.outline.name())) {
                runs.put(decision.outline.id(), run(decision, values));
            }
        }
        return runs;
    }

    /** How many rows of a decision's table name a value of what a column reads, rather than admit any. */
    int namedBy(String decision, String name, Object value) {
        var found = decisions.get(decision);
        if (found == null || found.table == null) {
            return 0;
        }
        var named = 0;
        for (var column : found.table.columns()) {
            if (name.equals(column.reads())) {
                var rows = column.judge(value, context(Map.of())).rows();
                named += (int) rows.stream()
                        .filter(row -> !column.texts().get(row).equals("-"))
                        .count();
            }
        }
        return named;
    }

    /**
     * Why each row of each table matches or not.
     *
     * @param facts by name
     * @param runs as {@link #evaluate} gave them for these facts
     */
    List<TableExplanation> explain(Map<String, Object> facts, Map<String, DecisionRun> runs) {
        var values = new HashMap<>(facts);
        decisions.values().forEach(decision -> {
            var run = runs.get(decision.outline.id());
            if (run.status() == DecisionResult.Status.SUCCEEDED) {
                values.put(decision.outline.name(), run.value());
            }
        });
        return decisions.values().stream()
                .filter(decision -> decision.table != null
                        && runs.get(decision.outline.id()).matched() != null)
                .map(decision -> decision.table.explain(values, context(values)))
                .toList();
    }

    private DecisionRun run(Decision decision, Map<String, Object> values) {
        if (!values.keySet().containsAll(decision.requires)) {
            return DecisionRun.SKIPPED;
        }
        DecisionRun run;
        try {
            run = decision.table == null
                    ? DecisionRun.of(worth(decision, values))
                    : DecisionRun.of(decision.table.evaluate(values, context(values)));
        } catch (RuntimeException broken) {
            // As the engine does: what breaks a decision fails it.
            return DecisionRun.BROKEN;
        }
        if (run.status() != DecisionResult.Status.SUCCEEDED) {
            return run;
        }
        var value = CoerceUtil.coerceValue(decision.type, run.value());
        if (!fits(decision, value)) {
            return run.outside();
        }
        values.put(decision.outline.name(), value);
        return run.with(value);
    }

    private Worth worth(Decision decision, Map<String, Object> values) {
        if (decision.known == null) {
            return workOut(decision, values);
        }
        var key = decision.requires.stream().map(name -> key(values.get(name))).toList();
        var known = decision.known.get(key);
        if (known == null) {
            known = workOut(decision, values);
            if (decision.known.size() < MOST_KEPT) {
                decision.known.put(key, known);
            }
        }
        return known;
    }

    /** Null has no place in a key. */
    private static Object key(Object value) {
        return value == null ? BookIndex.class : value;
    }

    private Worth workOut(Decision decision, Map<String, Object> values) {
        var context = context(values);
        var value = context.evaluate(decision.expression.compiled());
        return new Worth(value, context.errors() > 0);
    }

    /** Whether the value is of the decision's declared type, by the engine's own reading of types. */
    boolean fits(Decision decision, Object value) {
        if (value == null || value instanceof BigDecimal || value instanceof LocalDate || value instanceof Collection) {
            return decision.type.isAssignableValue(value);
        }
        var known = decision.fitting.get(value);
        if (known == null) {
            known = decision.type.isAssignableValue(value);
            if (decision.fitting.size() < MOST_KEPT) {
                decision.fitting.put(value, known);
            }
        }
        return known;
    }

    /** The rows of a table that a set holds, by number. */
    static List<RowHit> hits(DecisionOutline decision, BitSet matched, BitSet selected) {
        var hits = new ArrayList<RowHit>();
        for (var row = matched.nextSetBit(0); row >= 0; row = matched.nextSetBit(row + 1)) {
            hits.add(decision.rows().get(row).hit(selected.get(row)));
        }
        return hits;
    }
}
