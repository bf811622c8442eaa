package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * What a FEEL text may consist of: a list of node classes, every other class is refused, the engine's future ones too.
 * Literals within bounds, ranges, lists, comparison, {@code and/or}, {@code if}, the four operations, declared names,
 * {@code ?} in tests, and a dozen pure functions. Policy contract, "The gate", point 3.
 */
final class FeelAllowList {
    private static final int MAX_NODES = 2000;
    private static final int MAX_LIST = 500;
    private static final int MAX_STRING = 500;
    private static final int MAX_DIGITS = 34;
    private static final int MAX_SCALE = 30;
    private static final int MAX_TEXT_OF_TIME = 20;

    /** Function → the least and the greatest number of arguments. */
    private static final Map<String, int[]> FUNCTIONS = Map.ofEntries(
            Map.entry("count", new int[] {1, MAX_LIST}),
            Map.entry("sum", new int[] {1, MAX_LIST}),
            Map.entry("min", new int[] {1, MAX_LIST}),
            Map.entry("max", new int[] {1, MAX_LIST}),
            Map.entry("list contains", new int[] {2, 2}),
            Map.entry("contains", new int[] {2, 2}),
            Map.entry("starts with", new int[] {2, 2}),
            Map.entry("ends with", new int[] {2, 2}),
            Map.entry("date", new int[] {1, 1}),
            Map.entry("duration", new int[] {1, 1}),
            Map.entry("floor", new int[] {1, 1}),
            Map.entry("ceiling", new int[] {1, 1}),
            Map.entry("abs", new int[] {1, 1}),
            Map.entry("not", new int[] {1, 1}));

    private static final Set<InfixOperator> OPERATORS = Set.of(
            InfixOperator.ADD,
            InfixOperator.SUB,
            InfixOperator.MULT,
            InfixOperator.DIV,
            InfixOperator.LTE,
            InfixOperator.LT,
            InfixOperator.GT,
            InfixOperator.GTE,
            InfixOperator.EQ,
            InfixOperator.NE,
            InfixOperator.AND,
            InfixOperator.OR);

    private final Set<String> names;
    private final boolean unary;
    private final Consumer<Violation> violations;
    private final Set<String> used = new LinkedHashSet<>();
    private int nodes;

    private FeelAllowList(Collection<String> names, boolean unary, Consumer<Violation> violations) {
        this.names = new HashSet<>(names);
        this.unary = unary;
        this.violations = violations;
    }

    /**
     * Walks a whole tree.
     *
     * @param tree as parsed with the same names
     * @param names the declared names
     * @param unary whether the text is a test of an input cell, where {@code ?} and {@code -} have a meaning
     * @param violations told of each thing that is not allowed
     * @return the declared names that the text uses
     */
    static Set<String> walk(BaseNode tree, Collection<String> names, boolean unary, Consumer<Violation> violations) {
        var walk = new FeelAllowList(names, unary, violations);
        walk.visit(tree);
        return walk.used;
    }

    /** @param code kebab-case, {@code feel-…}; @param what what is not allowed, short */
    record Violation(String code, String what) {}

    private void visit(ASTNode node) {
        if (++nodes > MAX_NODES) {
            if (nodes == MAX_NODES + 1) {
                refuse("feel-too-complex", "…");
            }
            return;
        }
        var type = node.getClass();
        if (type == StringNode.class) {
            string(((StringNode) node).getValue());
        } else if (type == NumberNode.class) {
            number(node.getText());
        } else if (type == BooleanNode.class) {
            return;
        } else if (type == DashNode.class) {
            require(unary, "feel-not-allowed", "-");
        } else if (type == NameRefNode.class) {
            name(((NameRefNode) node).getText());
        } else if (type == UnaryTestListNode.class) {
            list(((UnaryTestListNode) node).getElements());
        } else if (type == UnaryTestNode.class) {
            visit(((UnaryTestNode) node).getValue());
        } else if (type == ListNode.class) {
            list(((ListNode) node).getElements());
        } else if (type == RangeNode.class) {
            bound(((RangeNode) node).getStart());
            bound(((RangeNode) node).getEnd());
        } else if (type == InNode.class) {
            visit(((InNode) node).getValue());
            visit(((InNode) node).getExprs());
        } else {
            visitOperation(node);
        }
    }

    private void visitOperation(ASTNode node) {
        var type = node.getClass();
        if (type == BetweenNode.class) {
            visit(((BetweenNode) node).getValue());
            visit(((BetweenNode) node).getStart());
            visit(((BetweenNode) node).getEnd());
        } else if (type == InfixOpNode.class) {
            var operation = (InfixOpNode) node;
            require(
                    OPERATORS.contains(operation.getOperator()),
                    "feel-not-allowed",
                    operation.getOperator().getSymbol());
            visit(operation.getLeft());
            visit(operation.getRight());
        } else if (type == SignedUnaryNode.class) {
            visit(((SignedUnaryNode) node).getExpression());
        } else if (type == IfExpressionNode.class) {
            visit(((IfExpressionNode) node).getCondition());
            visit(((IfExpressionNode) node).getThenExpression());
            visit(((IfExpressionNode) node).getElseExpression());
        } else if (type == FunctionInvocationNode.class) {
            call((FunctionInvocationNode) node);
        } else {
            refuse("feel-not-allowed", type.getSimpleName().replaceAll("Node$", ""));
        }
    }

    private void bound(BaseNode bound) {
        if (bound.getClass() != UndefinedValueNode.class) {
            visit(bound);
        }
    }

    private void list(List<BaseNode> elements) {
        require(elements.size() <= MAX_LIST, "feel-too-complex", "list");
        elements.forEach(this::visit);
    }

    private void string(String value) {
        require(value.length() <= MAX_STRING, "feel-too-long", "string");
    }

    /** Judges the digits as written: the parser rounds them to 34. */
    private void number(String digits) {
        var plain = digits.length() <= 2 * MAX_DIGITS && digits.matches("\\d*(\\.\\d+)?") && !digits.isEmpty();
        var value = plain ? new BigDecimal(digits) : null;
        require(
                plain && value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_SCALE,
                "feel-number-out-of-bounds",
                "number");
    }

    private void name(String text) {
        if (names.contains(text)) {
            used.add(text);
        } else {
            require(unary && text.equals("?"), "feel-undeclared-name", text);
        }
    }

    private void call(FunctionInvocationNode call) {
        var name = call.getName().getClass() == NameRefNode.class
                ? call.getName().getText().strip().replaceAll("\\s+", " ")
                : null;
        var arity = name == null || names.contains(name) ? null : FUNCTIONS.get(name);
        if (arity == null) {
            refuse("feel-function-not-allowed", call.getName().getText());
            return;
        }
        var arguments = call.getParams().getElements();
        if (arguments.size() < arity[0] || arguments.size() > arity[1]) {
            refuse("feel-arguments", name);
        } else if (name.equals("date") || name.equals("duration")) {
            time(name, arguments.get(0));
        } else {
            arguments.forEach(this::visit);
        }
    }

    private void time(String function, BaseNode argument) {
        if (!(argument instanceof StringNode literal) || !isTime(function, literal.getValue())) {
            refuse("feel-arguments", function);
        }
    }

    private static boolean isTime(String function, String text) {
        if (text.length() > MAX_TEXT_OF_TIME) {
            return false;
        }
        try {
            if (function.equals("date")) {
                return LocalDate.parse(text).getYear() > 0;
            }
            return text.matches("-?P(\\d{1,4}Y)?(\\d{1,4}M)?")
                    ? Period.parse(text) != null
                    : Duration.parse(text) != null;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private void require(boolean allowed, String code, String what) {
        if (!allowed) {
            refuse(code, what);
        }
    }

    private void refuse(String code, String what) {
        violations.accept(new Violation(code, Findings.quote(what)));
    }
}
