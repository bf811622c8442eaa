package org.rongcuo.dmn;

import java.util.List;

/**
 * What a name stands for as a function of the items: the value of an item or decision, or the rows that a collecting table
 * hits, which are kept apart, since all their combinations would be too many and little of them is asked.
 *
 * @param value the diagram of its values; {@link #FAILED} where there is none because something failed, {@link #NULL}
 *     for null. -1 in place of a diagram for hits
 * @param hits null for a single value
 */
record Symbol(int value, Hits hits) {
    /** No value: the decision failed or was skipped. */
    static final Object FAILED = Word.FAILED;

    /** A decision that succeeded with null. */
    static final Object NULL = Word.NULL;

    private enum Word {
        FAILED,
        NULL
    }

    /**
     * The rows of a collecting table.
     *
     * @param failed the diagram of the truth that the table failed
     * @param rows for each row the diagram of the truth that it is hit
     * @param outputs what each row yields
     * @param nullIfNone whether no row means null rather than the empty list
     */
    record Hits(int failed, List<Integer> rows, List<Object> outputs, boolean nullIfNone) {}

    static Symbol of(int value) {
        return new Symbol(value, null);
    }

    static Symbol of(Hits hits) {
        return new Symbol(0, hits);
    }
}
