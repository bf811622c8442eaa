package org.rongcuo.policy;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a complete chain says of a subject's facts, as far as they go.
 *
 * @param possible the recommendations that are still possible, never empty; one alone where the chain is decided
 * @param rows what decided in the book that speaks: the rows of {@code tolerability} that were selected and the rows of
 *     {@code bottomLine} that matched, each as {@code <jurisdiction>/<name>:<row id>}; empty where its tables were not run
 * @param openItems the ids of the items without a fitting answer that leave more than one recommendation possible
 */
record Outlook(Set<Recommendation> possible, List<String> rows, List<String> openItems) {
    Outlook {
        if (possible.isEmpty()) {
            throw new IllegalArgumentException("something is always possible");
        }
        possible = EnumSet.copyOf(possible);
        rows = List.copyOf(rows);
        openItems = List.copyOf(openItems);
    }

    boolean decided() {
        return possible.size() == 1;
    }

    /** The one recommendation. @throws IllegalStateException when several are possible */
    Recommendation outcome() {
        if (!decided()) {
            throw new IllegalStateException("several are possible: " + possible);
        }
        return possible.iterator().next();
    }

    /** The recommendations possible as words with spaces between, from the lightest; as reports and lists keep them. */
    String words() {
        return words(possible);
    }

    private static String words(Collection<Recommendation> possible) {
        return possible.stream().sorted().map(Recommendation::name).collect(Collectors.joining(" "));
    }
}
