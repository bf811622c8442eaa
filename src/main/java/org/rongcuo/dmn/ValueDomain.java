package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The values that an item, a decision or a column can have.
 *
 * @param base a built-in type
 * @param closed whether words are enumerated; false for other types
 * @param ends all values that it mentions
 * @param admits whether a value is one of them
 */
record ValueDomain(String base, boolean closed, List<Comparable<?>> ends, Predicate<Comparable<?>> admits) {
    /** Stands for every text that no cell mentions; no model can hold it. */
    private static final String ANY_OTHER = "\0";

    /** The values of a type; null for a type of lists, structures or durations, and for none. */
    static ValueDomain of(ModelTypes.Declared type) {
        if (type == null || type.collection() || !ModelTypes.BUILT_IN.contains(String.valueOf(type.base()))) {
            return null;
        }
        if (!type.words().isEmpty()) {
            return new ValueDomain(type.base(), true, List.copyOf(type.words()), type.words()::contains);
        }
        if (type.range() != null) {
            var range = AllowedRange.of(type.range());
            return new ValueDomain(type.base(), false, range.ends(), range::admits);
        }
        return new ValueDomain(type.base(), false, List.of(), value -> true);
    }

    /** What both hold; null if one of them is not known. */
    ValueDomain and(ValueDomain other) {
        if (other == null || !base.equals(other.base)) {
            return null;
        }
        var all = new ArrayList<>(ends);
        all.addAll(other.ends);
        return new ValueDomain(base, closed || other.closed, all, admits.and(other.admits));
    }

    /** What the tests hold besides; null if these are not known. */
    ValueDomain and(CellTests tests) {
        if (tests == null || !tests.isOf(ModelTypes.classOf(base))) {
            return null;
        }
        return and(new ValueDomain(base, false, tests.ends(), tests::holds));
    }

    /**
     * How a condition stands to that of the version before, each on the values that its version admits.
     *
     * @param before null if they are not known, as the cell may be
     */
    static Direction direction(ValueDomain before, CellTests was, ValueDomain after, CellTests is) {
        var old = before == null ? null : before.and(was);
        var now = after == null ? null : after.and(is);
        if (old == null || now == null || !old.base.equals(now.base) || old.vague(was) || now.vague(is)) {
            return Direction.UNKNOWN;
        }
        var ends = new LinkedHashSet<>(old.ends);
        ends.addAll(now.ends);
        var pieces = pieces(old.base, ends);
        return Direction.of(pieces.matching(old.admits), pieces.matching(now.admits));
    }

    /** Whether it compares texts that are not enumerated by their order, which no piece can stand for. */
    private boolean vague(CellTests cell) {
        return base.equals("string")
                && !closed
                && cell.tests() != null
                && !cell.tests().singlesOnly();
    }

    private static ValuePieces pieces(String base, Set<Comparable<?>> ends) {
        return switch (base) {
            case "boolean" -> ValuePieces.ofTruth();
            case "number" -> ValuePieces.ofNumbers(ends, value -> true);
            case "date" -> ValuePieces.ofDates(ends, GridReader.ANY_DAY);
            default -> {
                var words = new ArrayList<>(ValuePieces.of(String.class, ends));
                words.add(ANY_OTHER);
                yield ValuePieces.ofWords(words);
            }
        };
    }
}
