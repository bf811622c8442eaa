package org.rongcuo.dmn;

import java.util.List;

/**
 * A decision of a model.
 *
 * @param id the API's key
 * @param name its name and that of its variable, in Chinese
 * @param hitPolicy {@code UNIQUE}, {@code FIRST}, {@code ANY}, {@code COLLECT} or {@code RULE ORDER}, a COLLECT with
 *     its aggregation as in {@code COLLECT SUM}; null for a literal expression
 * @param items ids of the items it depends on, directly or through other decisions, in document order
 * @param columns what its table's input columns are called: the label, or the FEEL text where there is none
 * @param rows the rows of its table in order; empty for a literal expression
 */
public record DecisionOutline(
        String id, String name, String hitPolicy, List<String> items, List<String> columns, List<RowOutline> rows) {
    public DecisionOutline {
        items = List.copyOf(items);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The row of that id, or null. */
    RowOutline row(String rowId) {
        return rows.stream().filter(row -> row.id().equals(rowId)).findFirst().orElse(null);
    }

    /** Whether the table yields the one row that fits, so that no row and several rows are faults. */
    boolean singleHit() {
        return hitPolicy != null && !hitPolicy.startsWith("COLLECT") && !hitPolicy.equals("RULE ORDER");
    }
}
