package org.rongcuo.dmn;

import java.util.BitSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How what a version admits stands to what the version before admitted: a condition, or the values of an item or
 * decision. Compared as sets of values, not as texts.
 */
@Schema(name = "ConditionDirection")
public enum Direction {
    /** Other words for the same. */
    EQUIVALENT,
    /** Everything that it admits was admitted before, and not the other way round. */
    NARROWED,
    /** Everything that was admitted before still is, and more. */
    WIDENED,
    /** Some of what was admitted is no longer, and the other way round. */
    OTHER,
    /** Not to be told: a condition is more than literals, intervals, comparisons, lists and {@code not()}, or its column's type is another. */
    UNKNOWN;

    static Direction of(BitSet before, BitSet after) {
        var lost = (BitSet) before.clone();
        lost.andNot(after);
        var gained = (BitSet) after.clone();
        gained.andNot(before);
        if (lost.isEmpty()) {
            return gained.isEmpty() ? EQUIVALENT : WIDENED;
        }
        return gained.isEmpty() ? NARROWED : OTHER;
    }

    /** The direction of conditions that must hold together. */
    Direction and(Direction other) {
        if (this == EQUIVALENT || this == other) {
            return other;
        }
        if (other == EQUIVALENT) {
            return this;
        }
        return this == OTHER || other == OTHER || this != UNKNOWN && other != UNKNOWN ? OTHER : UNKNOWN;
    }
}
