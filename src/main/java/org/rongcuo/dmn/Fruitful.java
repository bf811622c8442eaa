package org.rongcuo.dmn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which nodes of a diagram lead to a wanted value at all, each asked once. Used by one thread. */
final class Fruitful {
    private final Forest forest;
    private final Predicate<Object> wanted;
    private final Map<Integer, Boolean> known = new HashMap<>();

    Fruitful(Forest forest, Predicate<Object> wanted) {
        this.forest = forest;
        this.wanted = wanted;
    }

    boolean is(int node) {
        var fruitful = known.get(node);
        if (fruitful == null) {
            fruitful = forest.isConstant(node)
                    ? wanted.test(forest.value(node))
                    : Arrays.stream(forest.childrenOf(node)).anyMatch(this::is);
            known.put(node, fruitful);
        }
        return fruitful;
    }
}
