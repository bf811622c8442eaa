package org.rongcuo.dmn;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why each row of a decision table matches the facts or does not.
 *
 * @param decision the decision's id
 * @param inputs what each input column reads and the value it had, in order
 * @param rows all rows, in order
 */
public record TableExplanation(String decision, List<Input> inputs, List<Row> rows) {
    public TableExplanation {
        Objects.requireNonNull(decision, "decision");
        inputs = Collections.unmodifiableList(inputs);
        rows = Collections.unmodifiableList(rows);
    }

    /** @param text of the column's expression @param value null if there is none */
    @Schema(name = "ExplainedInput")
    public record Input(String text, Object value) {}

    /**
     * A row.
     *
     * @param id its id
     * @param number its place, from 1
     * @param failed numbers, from 1, of the input columns whose cells do not hold; empty if the row matches. A row with one
     *     such cell is a near miss
     */
    @Schema(name = "ExplainedRow")
    public record Row(String id, int number, List<Integer> failed) {
        public Row {
            failed = List.copyOf(failed);
        }

        public boolean matched() {
            return failed.isEmpty();
        }

        public boolean nearMiss() {
            return failed.size() == 1;
        }
    }
}
