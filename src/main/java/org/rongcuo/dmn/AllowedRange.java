package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.RangeNode.IntervalBoundary;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * The allowed values of a number or date: intervals with literal ends, single values, comparisons with a literal; a
 * value is admitted if any of them holds it. Understands less than FEEL and refuses the rest.
 */
final class AllowedRange {
    private final List<Interval> intervals;

    private AllowedRange(List<Interval> intervals) {
        this.intervals = intervals;
    }

    /**
     * Reads the FEEL text of allowed values.
     *
     * @throws IllegalArgumentException if the text is anything but literals and intervals of literals of one type
     */
    static AllowedRange of(String feel) {
        var parse = FeelParse.unaryTests(feel, List.of());
        if (parse.code() != null || parse.tree().getClass() != UnaryTestListNode.class) {
            throw new IllegalArgumentException("not a range");
        }
        var list = (UnaryTestListNode) parse.tree();
        if (list.isNegated()) {
            throw new IllegalArgumentException("not a range");
        }
        var intervals = new ArrayList<Interval>();
        list.getElements().forEach(element -> intervals.add(interval(element)));
        return new AllowedRange(intervals);
    }

    /** Whether any interval holds the value; a value of another type is not admitted. */
    boolean admits(Comparable<?> value) {
        return intervals.stream().anyMatch(interval -> interval.holds(value));
    }

    /** Whether each of the intervals lies within one of the other's. */
    boolean within(AllowedRange other) {
        return intervals.stream().allMatch(own -> other.intervals.stream().anyMatch(own::within));
    }

    /** Whether all ends are of the type. */
    boolean isOf(Class<?> type) {
        return intervals.stream()
                .allMatch(interval -> (interval.low == null || type.isInstance(interval.low))
                        && (interval.high == null || type.isInstance(interval.high)));
    }

    private static Interval interval(BaseNode node) {
        if (node instanceof RangeNode range) {
            return new Interval(
                    literalOrNull(range.getStart()),
                    range.getLowerBound() == IntervalBoundary.CLOSED,
                    literalOrNull(range.getEnd()),
                    range.getUpperBound() == IntervalBoundary.CLOSED);
        }
        if (node instanceof UnaryTestNode test) {
            var end = literal(test.getValue());
            return switch (test.getOperator()) {
                case GTE -> new Interval(end, true, null, false);
                case GT -> new Interval(end, false, null, false);
                case LTE -> new Interval(null, false, end, true);
                case LT -> new Interval(null, false, end, false);
                case EQ -> new Interval(end, true, end, true);
                default -> throw new IllegalArgumentException("not a range");
            };
        }
        var single = literal(node);
        return new Interval(single, true, single, true);
    }

    private static Comparable<?> literalOrNull(BaseNode node) {
        return node instanceof UndefinedValueNode ? null : literal(node);
    }

    private static Comparable<?> literal(BaseNode node) {
        if (node instanceof NumberNode number) {
            return number.getValue();
        }
        if (node instanceof SignedUnaryNode signed && signed.getExpression() instanceof NumberNode number) {
            return signed.getSign() == SignedUnaryNode.Sign.NEGATIVE
                    ? number.getValue().negate()
                    : number.getValue();
        }
        if (node instanceof FunctionInvocationNode call
                && call.getName().getText().equals("date")
                && call.getParams().getElements().size() == 1
                && call.getParams().getElements().get(0) instanceof StringNode text) {
            return LocalDate.parse(text.getValue());
        }
        throw new IllegalArgumentException("not a literal");
    }

    private record Interval(Comparable<?> low, boolean lowIn, Comparable<?> high, boolean highIn) {
        boolean holds(Comparable<?> value) {
            return above(value) && below(value);
        }

        boolean within(Interval other) {
            return startsWithin(other) && endsWithin(other);
        }

        private boolean startsWithin(Interval other) {
            if (other.low == null || low == null) {
                return other.low == null;
            }
            var order = compare(low, other.low);
            return order != null && (order > 0 || order == 0 && (other.lowIn || !lowIn));
        }

        private boolean endsWithin(Interval other) {
            if (other.high == null || high == null) {
                return other.high == null;
            }
            var order = compare(high, other.high);
            return order != null && (order < 0 || order == 0 && (other.highIn || !highIn));
        }

        private boolean above(Comparable<?> value) {
            if (low == null) {
                return true;
            }
            var order = compare(value, low);
            return order != null && (order > 0 || order == 0 && lowIn);
        }

        private boolean below(Comparable<?> value) {
            if (high == null) {
                return true;
            }
            var order = compare(value, high);
            return order != null && (order < 0 || order == 0 && highIn);
        }

        private static Integer compare(Comparable<?> value, Comparable<?> end) {
            if (value instanceof BigDecimal number && end instanceof BigDecimal other) {
                return number.compareTo(other);
            }
            if (value instanceof LocalDate date && end instanceof LocalDate other) {
                return date.compareTo(other);
            }
            return null;
        }
    }
}
