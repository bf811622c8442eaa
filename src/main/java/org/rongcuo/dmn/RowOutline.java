package org.rongcuo.dmn;

import java.util.List;

/**
 * A row of a decision table.
 *
 * @param id the row's id, unique in the model
 * @param number its place in the table, from 1
 * @param conditions FEEL texts of its input cells
 * @param outputs FEEL texts of its output cells
 * @param basis the article it rests on (依据); empty if none is written
 * @param note the row in plain words (说明); empty if none are written
 * @param since display only (生效); null if the table has no such column
 * @param catchAll whether it is a catch-all (兜底条款), {@code rc:catchAll="true"}
 */
public record RowOutline(
        String id,
        int number,
        List<String> conditions,
        List<String> outputs,
        String basis,
        String note,
        String since,
        boolean catchAll) {
    public RowOutline {
        conditions = List.copyOf(conditions);
        outputs = List.copyOf(outputs);
    }

    RowHit hit(boolean selected) {
        return new RowHit(id, number, selected, basis, note, catchAll);
    }
}
