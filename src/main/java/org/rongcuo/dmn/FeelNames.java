package org.rongcuo.dmn;

import java.util.Collection;
import java.util.Set;

/** Which declared names a text of an admitted model mentions. */
final class FeelNames {
    private FeelNames() {}

    /** The names that a cell's tests mention, {@code ?} aside. */
    static Set<String> of(String text, Collection<String> names) {
        return mentioned(text, names, true);
    }

    /** The names that an expression mentions. */
    static Set<String> ofExpression(String text, Collection<String> names) {
        return mentioned(text, names, false);
    }

    private static Set<String> mentioned(String text, Collection<String> names, boolean cell) {
        // Most mention none, and parsing is dear.
        if (names.stream().noneMatch(text::contains)) {
            return Set.of();
        }
        var parse = cell ? FeelParse.unaryTests(text, names) : FeelParse.expression(text, names);
        if (parse.tree() == null) {
            throw new IllegalStateException("an admitted text does not parse");
        }
        return FeelAllowList.walk(parse.tree(), names, cell, violation -> {
            throw new IllegalStateException("an admitted text is not allowed");
        });
    }
}
