package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.types.BuiltInType;

/**
 * What an expression is as a function of the items: operations and conditions part by part, counting and looking into the
 * hits of a table without working out all their combinations, anything else on each combination of the values of the names
 * in it. Each operation is the engine's own, on values. Used by one thread.
 */
final class ExpressionSymbols {
    private static final String LEFT = "左";
    private static final String RIGHT = "右";

    private final BookIndex index;
    private final Forest forest;
    private final Map<String, Symbol> symbols;

    ExpressionSymbols(BookIndex index, Forest forest, Map<String, Symbol> symbols) {
        this.index = index;
        this.forest = forest;
        this.symbols = symbols;
    }

    /** The diagram of an admitted expression. */
    int of(String text) {
        var parse = FeelParse.expression(text, index.names());
        if (parse.tree() == null) {
            throw new IllegalStateException("an admitted expression does not parse");
        }
        return of(parse.tree());
    }

    private int of(BaseNode node) {
        var names = names(node);
        if (names.isEmpty()) {
            return forest.constant(evaluate(node, Map.of()));
        }
        if (node instanceof NameRefNode) {
            return name(node.getText());
        }
        if (node instanceof InfixOpNode operation) {
            return operation(operation);
        }
        if (node instanceof IfExpressionNode choice) {
            return choice(choice);
        }
        if (node instanceof FunctionInvocationNode call) {
            var hits = ofHits(call);
            if (hits != null) {
                return hits;
            }
        }
        return combinations(node, names);
    }

    /** The diagram of a name; the combinations of a table's hits if it stands for these. */
    int name(String name) {
        var symbol = symbols.get(name);
        return symbol.hits() == null ? symbol.value() : lists(symbol.hits());
    }

    private int lists(Symbol.Hits hits) {
        var lists = forest.constant(List.of());
        for (var n = 0; n < hits.rows().size(); n++) {
            var output = hits.outputs().get(n);
            lists = forest.combine(lists, hits.rows().get(n), (sofar, holds) -> {
                if (!Boolean.TRUE.equals(holds)) {
                    return sofar;
                }
                var more = new ArrayList<Object>((List<?>) sofar);
                more.add(output);
                return List.copyOf(more);
            });
        }
        var read =
                hits.nullIfNone() ? forest.map(lists, list -> ((List<?>) list).isEmpty() ? Symbol.NULL : list) : lists;
        return forest.choose(hits.failed(), forest.constant(Symbol.FAILED), read);
    }

    private int operation(InfixOpNode operation) {
        var apply = new InfixOpNode(
                operation.getOperator(),
                new NameRefNode(BuiltInType.UNKNOWN, LEFT),
                new NameRefNode(BuiltInType.UNKNOWN, RIGHT),
                operation.getText());
        return forest.combine(of(operation.getLeft()), of(operation.getRight()), (left, right) -> {
            if (left == Symbol.FAILED || right == Symbol.FAILED) {
                return Symbol.FAILED;
            }
            var values = new HashMap<String, Object>();
            values.put(LEFT, left == Symbol.NULL ? null : left);
            values.put(RIGHT, right == Symbol.NULL ? null : right);
            return evaluate(apply, values);
        });
    }

    private int choice(IfExpressionNode choice) {
        var condition = of(choice.getCondition());
        var chosen = forest.choose(
                forest.map(condition, Boolean.TRUE::equals),
                of(choice.getThenExpression()),
                of(choice.getElseExpression()));
        return forest.choose(
                forest.map(condition, value -> value == Symbol.FAILED), forest.constant(Symbol.FAILED), chosen);
    }

    /** {@code count(hits)} and {@code list contains(hits, literal)}; null for any other call. */
    private Integer ofHits(FunctionInvocationNode call) {
        var arguments = call.getParams().getElements();
        if (!(arguments.get(0) instanceof NameRefNode name)
                || symbols.get(name.getText()).hits() == null) {
            return null;
        }
        var hits = symbols.get(name.getText()).hits();
        var function = call.getName().getText().strip().replaceAll("\\s+", " ");
        if (hits.nullIfNone()) {
            return null;
        }
        if (function.equals("count")) {
            return guarded(hits, count(hits));
        }
        if (function.equals("list contains") && names(arguments.get(1)).isEmpty()) {
            return guarded(hits, contains(hits, evaluate(arguments.get(1), Map.of())));
        }
        return null;
    }

    private int guarded(Symbol.Hits hits, int value) {
        return forest.choose(hits.failed(), forest.constant(Symbol.FAILED), value);
    }

    private int count(Symbol.Hits hits) {
        var count = forest.constant(BigDecimal.ZERO);
        for (var row : hits.rows()) {
            count = forest.combine(
                    count,
                    row,
                    (sofar, holds) -> Boolean.TRUE.equals(holds) ? ((BigDecimal) sofar).add(BigDecimal.ONE) : sofar);
        }
        return count;
    }

    private int contains(Symbol.Hits hits, Object wanted) {
        var contains = forest.constant(false);
        for (var n = 0; n < hits.rows().size(); n++) {
            if (hits.outputs().get(n).equals(wanted)) {
                contains = forest.or(contains, hits.rows().get(n));
            }
        }
        return contains;
    }

    /** Anything: worked out on each combination of the values of the names in it. */
    private int combinations(BaseNode node, Set<String> names) {
        var tuples = forest.constant(List.of());
        for (var name : names) {
            tuples = forest.combine(tuples, name(name), (tuple, value) -> {
                if (tuple == Symbol.FAILED || value == Symbol.FAILED) {
                    return Symbol.FAILED;
                }
                var more = new ArrayList<Object>((List<?>) tuple);
                more.add(value);
                return List.copyOf(more);
            });
        }
        return forest.map(tuples, tuple -> {
            if (tuple == Symbol.FAILED) {
                return tuple;
            }
            var values = new HashMap<String, Object>();
            var n = 0;
            for (var name : names) {
                var value = ((List<?>) tuple).get(n++);
                values.put(name, value == Symbol.NULL ? null : value);
            }
            return evaluate(node, values);
        });
    }

    /** By the engine's FEEL. */
    private Object evaluate(BaseNode node, Map<String, Object> values) {
        var context = index.context(values);
        var value = node.evaluate(context.feel());
        if (context.errors() > 0) {
            return Symbol.FAILED;
        }
        return value == null ? Symbol.NULL : value;
    }

    private Set<String> names(ASTNode node) {
        var names = new LinkedHashSet<String>();
        collect(node, names);
        return names;
    }

    private void collect(ASTNode node, Set<String> into) {
        if (node instanceof FunctionInvocationNode call) {
            collect(call.getParams(), into);
        } else if (node instanceof NameRefNode name && symbols.containsKey(name.getText())) {
            into.add(name.getText());
        } else if (node != null) {
            for (var child : node.getChildrenNode()) {
                collect(child, into);
            }
        }
    }
}
