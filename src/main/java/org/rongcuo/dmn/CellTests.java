package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;

/**
 * An input cell by our own reading: any value, or literals and intervals, perhaps negated.
 *
 * @param tests null where any value will do
 */
record CellTests(AllowedRange tests, boolean negated) {
    static final CellTests ANY = new CellTests(null, false);

    /** The cell, or null if it is more than literals and intervals. @param names the declared names */
    static CellTests of(String text, Collection<String> names) {
        return text.equals("-") ? ANY : of(FeelParse.unaryTests(text, names));
    }

    /** As {@link #of(String, Collection)}, of a text that has been parsed. */
    static CellTests of(FeelParse parse) {
        if (!(parse.tree() instanceof UnaryTestListNode list)) {
            return null;
        }
        if (list.getElements().stream().anyMatch(DashNode.class::isInstance)) {
            return list.isNegated() ? null : ANY;
        }
        try {
            return new CellTests(AllowedRange.of(list.getElements()), list.isNegated());
        } catch (RuntimeException notLiteral) {
            return null;
        }
    }

    boolean holds(Comparable<?> value) {
        return tests == null || tests.admits(value) != negated;
    }

    /** The values at which it cuts; a single value is both its ends. */
    List<Comparable<?>> ends() {
        return tests == null ? List.of() : ends(tests);
    }

    static List<Comparable<?>> ends(AllowedRange tests) {
        var ends = new ArrayList<Comparable<?>>();
        for (var interval : tests.intervals()) {
            if (interval.low() != null) {
                ends.add(interval.low());
            }
            if (interval.high() != null) {
                ends.add(interval.high());
            }
        }
        return ends;
    }
}
