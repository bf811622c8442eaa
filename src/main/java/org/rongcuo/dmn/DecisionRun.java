package org.rongcuo.dmn;

import java.util.BitSet;

/**
 * How one decision fared, whoever judged it.
 *
 * @param value null if there is none
 * @param matched the rows that match, from 0; null if the table was not read, and for an expression
 * @param selected the rows that the hit policy chose; null where {@code matched} is
 * @param outsideType whether there was a value, but not of what is declared
 */
record DecisionRun(DecisionResult.Status status, Object value, BitSet matched, BitSet selected, boolean outsideType) {
    static final DecisionRun SKIPPED = new DecisionRun(DecisionResult.Status.SKIPPED, null, null, null, false);
    static final DecisionRun BROKEN = new DecisionRun(DecisionResult.Status.FAILED, null, null, null, false);

    static DecisionRun of(BookIndex.Worth worth) {
        return new DecisionRun(
                worth.failed() ? DecisionResult.Status.FAILED : DecisionResult.Status.SUCCEEDED,
                worth.failed() ? null : worth.value(),
                null,
                null,
                false);
    }

    static DecisionRun of(RowIndex.Outcome outcome) {
        return new DecisionRun(
                outcome.failed() ? DecisionResult.Status.FAILED : DecisionResult.Status.SUCCEEDED,
                outcome.failed() ? null : outcome.value(),
                outcome.matched(),
                outcome.matched() == null ? null : outcome.selected(),
                outcome.violation());
    }

    /** The same, with a value that is not of the declared type. */
    DecisionRun outside() {
        return new DecisionRun(DecisionResult.Status.FAILED, null, matched, selected, true);
    }

    DecisionRun with(Object worth) {
        return new DecisionRun(status, worth, matched, selected, outsideType);
    }

    /** The same, without a value. */
    DecisionRun failed() {
        return new DecisionRun(DecisionResult.Status.FAILED, null, matched, selected, outsideType);
    }
}
