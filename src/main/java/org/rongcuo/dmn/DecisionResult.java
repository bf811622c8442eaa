package org.rongcuo.dmn;

import java.util.List;
import java.util.Objects;

/**
 * The result of one decision.
 *
 * @param id the decision's id
 * @param name its name
 * @param status whether the engine came to a value
 * @param value String, BigDecimal, Boolean, LocalDate, or a List or Map of these; durations as ISO 8601 text; null if
 *     there is none, which a {@code SUCCEEDED} decision may have as well: read the verdict, not the status
 * @param hitPolicy as in {@link DecisionOutline#hitPolicy()}; null for a literal expression
 * @param rows the rows that matched, in the order of the table; empty for a literal expression
 */
public record DecisionResult(String id, String name, Status status, Object value, String hitPolicy, List<RowHit> rows) {
    public DecisionResult {
        Objects.requireNonNull(status, "status");
        rows = List.copyOf(rows);
    }

    /** How the engine fared. */
    public enum Status {
        /** It came to an end without an error; the value may still be null. */
        SUCCEEDED,
        /** An error arose while evaluating it. */
        FAILED,
        /** A decision or fact that it requires was not to be had. */
        SKIPPED
    }
}
