package org.rongcuo.shared;

import java.util.List;
import java.util.function.Supplier;

/** Gathers all that is wrong with a request's content, instead of the first. */
public final class Violations {
    private Violations() {}

    /** @throws Problem 422 with every violation gathered, if there is any */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** What a lookup finds; null when it is refused, with its violations gathered. */
    public static <T> T found(Supplier<T> lookup, List<Violation> violations) {
        try {
            return lookup.get();
        } catch (Problem refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            violations.addAll(refused.violations());
            return null;
        }
    }
}
