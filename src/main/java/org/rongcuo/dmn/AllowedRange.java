package org.rongcuo.dmn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
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
 * A set of values written with literals: intervals, single values, comparisons with a literal; a value is admitted if
 * any of them holds it. The allowed values of a number or date, and the cells of a table. Understands less than FEEL and
 * refuses the rest.
 */
final class AllowedRange {
    /** Read once, for they are asked at every answer; bounded. */
    private static final Cache<String, AllowedRange> READ =
            Caffeine.newBuilder().maximumSize(1_000).build();

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
        return READ.get(feel, AllowedRange::read);
    }

    private static AllowedRange read(String feel) {
        var parse = FeelParse.unaryTests(feel, List.of());
        if (parse.code() != null || parse.tree().getClass() != UnaryTestListNode.class) {
            throw new IllegalArgumentException("not a range");
        }
        var list = (UnaryTestListNode) parse.tree();
        if (list.isNegated()) {
            throw new IllegalArgumentException("not a range");
        }
        return of(list.getElements());
    }

    /**
     * Reads tests that have been parsed.
     *
     * @throws IllegalArgumentException if one of them is anything but a literal, an interval or a comparison
     */
    static AllowedRange of(List<BaseNode> tests) {
        return new AllowedRange(tests.stream().map(AllowedRange::interval).toList());
    }

    List<Interval> intervals() {
        return intervals;
    }

    /** The ends of all intervals; a single value is both its ends. */
    List<Comparable<?>> ends() {
        var ends = new ArrayList<Comparable<?>>();
        for (var interval : intervals) {
            if (interval.low() != null) {
                ends.add(interval.low());
            }
            if (interval.high() != null) {
                ends.add(interval.high());
            }
        }
        return ends;
    }

    /** Whether any interval holds the value; a value of another type is not admitted. */
    boolean admits(Comparable<?> value) {
        return intervals.stream().anyMatch(interval -> interval.holds(value));
    }

    /** Whether each of the intervals lies within one of the other's. */
    boolean within(AllowedRange other) {
        return intervals.stream().allMatch(own -> other.intervals.stream().anyMatch(own::within));
    }

    /** Whether it is an enumeration, without any interval that holds more than one value. */
    boolean singlesOnly() {
        return intervals.stream()
                .allMatch(interval -> interval.low != null
                        && interval.high != null
                        && Integer.valueOf(0).equals(Interval.compare(interval.low, interval.high)));
    }

    /** Whether the value lies below or above all intervals. */
    boolean isBeyond(Comparable<?> value) {
        return intervals.stream().allMatch(interval -> interval.low != null && order(value, interval.low) < 0)
                || intervals.stream().allMatch(interval -> interval.high != null && order(value, interval.high) > 0);
    }

    private static int order(Comparable<?> value, Comparable<?> end) {
        var order = Interval.compare(value, end);
        return order == null ? 0 : order;
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
        if (node instanceof StringNode text) {
            return text.getValue();
        }
        if (node instanceof BooleanNode flag) {
            return flag.getValue();
        }
        if (node instanceof FunctionInvocationNode call
                && call.getName().getText().equals("date")
                && call.getParams().getElements().size() == 1
                && call.getParams().getElements().get(0) instanceof StringNode text) {
            return LocalDate.parse(text.getValue());
        }
        throw new IllegalArgumentException("not a literal");
    }

    /** An interval; an end that is null is open without limit. */
    record Interval(Comparable<?> low, boolean lowIn, Comparable<?> high, boolean highIn) {
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

        static Integer compare(Comparable<?> value, Comparable<?> end) {
            if (value instanceof BigDecimal number && end instanceof BigDecimal other) {
                return number.compareTo(other);
            }
            if (value instanceof LocalDate date && end instanceof LocalDate other) {
                return date.compareTo(other);
            }
            if (value instanceof String word && end instanceof String other) {
                return word.compareTo(other);
            }
            if (value instanceof Boolean flag && end instanceof Boolean other) {
                return flag.compareTo(other);
            }
            return null;
        }
    }
}
