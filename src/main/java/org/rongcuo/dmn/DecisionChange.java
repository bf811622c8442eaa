package org.rongcuo.dmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.ItemChange.ValuesChange;
import org.rongcuo.shared.Text;

/**
 * A decision that is new, gone or decides otherwise.
 *
 * @param decision its id
 * @param name its name, in the newer version if it is there
 * @param kind added, removed or changed
 * @param fields name, type, hit policy and expression where they changed
 * @param values null if its result can have the same values
 * @param columns of its table, inputs first, in the newer version's order, removed ones last; a column that stands
 *     elsewhere is the same column
 * @param rows of its table, in the newer version's order, removed ones last
 * @param text the change in a sentence, the rows counted
 */
public record DecisionChange(
        String decision,
        String name,
        ChangeKind kind,
        List<FieldChange> fields,
        @Nullable ValuesChange values,
        List<ColumnChange> columns,
        List<RowChange> rows,
        Text text) {
    public DecisionChange {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether a column holds conditions or outputs. */
    public enum ColumnSide {
        INPUT,
        OUTPUT
    }

    /**
     * A column of a table.
     *
     * @param column what people call it: its label, else what it reads or its name
     * @param expression FEEL text of what an input column reads, by which columns of two versions are matched; the name
     *     of an output column, empty if it has none
     * @param kind added, removed or changed
     * @param fields label, type and values of a column that is in both versions
     * @param text the change in a sentence
     */
    public record ColumnChange(
            ColumnSide side, String column, String expression, ChangeKind kind, List<FieldChange> fields, Text text) {
        public ColumnChange {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A row of a table. Rows are the same if their ids are; of the others those that have the same conditions and
     * outputs, and such a row is no change.
     *
     * @param kind a row that both changed and moved is {@code CHANGED}
     * @param before where it was; null if it is new
     * @param after where it is; null if it is gone
     * @param moved whether it stands before or behind others that it stood behind or before. Told of tables under FIRST
     *     and RULE ORDER only: under the other hit policies that the gate admits the order of rows decides nothing, so that
     *     there it is no change at all
     * @param direction of all conditions together: {@code NARROWED} if each is narrowed or the same. Whether the row is
     *     met by fewer facts, not whether the book is stricter. Null if the row is in one version only
     * @param conditions those that changed, in the order of the columns; of a row added or removed all but {@code -}
     * @param outputs those that changed; of a row added or removed all
     * @param fields basis (依据), note (说明), since (生效) and whether it is a catch-all, where they changed; of a row added
     *     or removed those that are written
     * @param text the change in a sentence
     */
    public record RowChange(
            ChangeKind kind,
            @Nullable RowPlace before,
            @Nullable RowPlace after,
            boolean moved,
            @Nullable Direction direction,
            List<ConditionChange> conditions,
            List<OutputChange> outputs,
            List<FieldChange> fields,
            Text text) {
        public RowChange {
            conditions = List.copyOf(conditions);
            outputs = List.copyOf(outputs);
            fields = List.copyOf(fields);
        }
    }

    /** Where a row stands. @param row its id; @param number its place in the table, from 1 */
    public record RowPlace(String row, int number) {}

    /**
     * A condition that changed.
     *
     * @param column what people call the column
     * @param expression FEEL text of what the column reads
     * @param before FEEL text of the cell; {@code -} where the table had no such column, null if there was no such row
     * @param after see {@code before}
     * @param direction compared over the values that each version admits; null if the row is in one version only
     */
    public record ConditionChange(
            String column,
            String expression,
            @Nullable String before,
            @Nullable String after,
            @Nullable Direction direction) {}

    /**
     * An output that changed.
     *
     * @param column what people call the column
     * @param before FEEL text of the cell; null if there was no such row or column
     * @param after see {@code before}
     */
    public record OutputChange(
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
