package org.rongcuo.dmn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;

/**
 * An input cell as a set of values.
 *
 * @param tests what its values must meet; null where any value will do
 * @param negated whether they must not
 */
record CellTests(AllowedRange tests, boolean negated) {
    /** The cell {@code -}. */
    static final CellTests ANY = new CellTests(null, false);

    boolean holds(Comparable<?> value) {
        return tests == null || tests.admits(value) != negated;
    }

    /** Whether all values that it mentions are of the type. */
    boolean isOf(Class<?> type) {
        return tests == null || tests.isOf(type);
    }

    /** The values that it mentions; a single value is both its ends. */
    List<Comparable<?>> ends() {
        return tests == null ? List.of() : tests.ends();
    }

    /** Reads the cells of one model, each text once. Not thread-safe. */
    static final class Reader {
        private final Collection<String> names;
        private final Map<String, Optional<CellTests>> known = new HashMap<>();

        /** @param names those that the model declares */
        Reader(Collection<String> names) {
            this.names = names;
        }

        /** The cell, or null if it is more than literals, intervals, comparisons, lists of these and {@code not()}. */
        CellTests read(String text) {
            return known.computeIfAbsent(text.strip(), cell -> Optional.ofNullable(parse(cell)))
                    .orElse(null);
        }

        private CellTests parse(String text) {
            if (text.equals("-")) {
                return ANY;
            }
            if (!(FeelParse.unaryTests(text, names).tree() instanceof UnaryTestListNode list)) {
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
    }
}
