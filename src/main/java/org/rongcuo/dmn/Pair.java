package org.rongcuo.dmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What two versions have in common, or what only one of them has.
 *
 * @param before null if it is new
 * @param after null if it is gone
 */
record Pair<T>(T before, T after) {
    /**
     * Matches by the first key whatever has the same, then what is left by the next. Of several that have the same key the
     * first is matched with the first.
     *
     * @return in the order of {@code after}, then what is gone in the order of {@code before}
     */
    static <T> List<Pair<T>> match(Collection<T> before, Collection<T> after, List<Function<T, ?>> keys) {
        Map<T, T> matched = new HashMap<>();
        Set<T> gone = new HashSet<>(before);
        for (var key : keys) {
            Map<Object, Deque<T>> free = new HashMap<>();
            before.stream()
                    .filter(gone::contains)
                    .forEach(each -> free.computeIfAbsent(key.apply(each), none -> new ArrayDeque<>())
                            .add(each));
            for (var each : after) {
                var found = matched.containsKey(each) ? null : free.get(key.apply(each));
                if (found != null && !found.isEmpty()) {
                    var partner = found.remove();
                    matched.put(each, partner);
                    gone.remove(partner);
                }
            }
        }
        var pairs = new ArrayList<Pair<T>>();
        after.forEach(each -> pairs.add(new Pair<>(matched.get(each), each)));
        before.stream().filter(gone::contains).forEach(each -> pairs.add(new Pair<>(each, null)));
        return pairs;
    }

    boolean whole() {
        return before != null && after != null;
    }

    /** The newer one, else the older. */
    T latest() {
        return after == null ? before : after;
    }

    ChangeKind kind() {
        if (whole()) {
            return ChangeKind.CHANGED;
        }
        return after == null ? ChangeKind.REMOVED : ChangeKind.ADDED;
    }

    /** What the two say, each null where there is none. */
    <R> Pair<R> say(Function<T, R> what) {
        return new Pair<>(before == null ? null : what.apply(before), after == null ? null : what.apply(after));
    }

    boolean same() {
        return java.util.Objects.equals(before, after);
    }
}
