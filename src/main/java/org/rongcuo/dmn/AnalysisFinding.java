package org.rongcuo.dmn;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * One thing that the analysis has to say of a model.
 *
 * @param severity whether it stands in the way of approval
 * @param code stable, English, kebab-case, for instance {@code gap}; never null
 * @param element id of the element concerned: of the row if {@code row} is given, else of the column, decision or item;
 *     null when the whole model is
 * @param decision id of the decision concerned; null outside decisions
 * @param row number of the row concerned, from 1; of several, the last; null if no row is
 * @param rows numbers of all rows concerned, ascending; empty if no row is
 * @param column number of the column concerned, inputs first, then outputs, from 1; null if it is not about a column
 * @param where the facts that it is about, column by column: for a gap those that no row covers, for an overlap those
 *     that both rows cover. A column that is not listed may have any value. Empty for other findings
 * @param message what is wrong and how to put it right; never null
 */
public record AnalysisFinding(
        Severity severity,
        String code,
        @Nullable String element,
        @Nullable String decision,
        @Nullable Integer row,
        List<Integer> rows,
        @Nullable Integer column,
        List<ColumnFacts> where,
        Text message) {
    public AnalysisFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        rows = List.copyOf(rows);
        where = List.copyOf(where);
    }

    /**
     * Whether a finding stands in the way of approval. An error is a book that contradicts itself or a row that does
     * not do what it says: what is published would not be what is applied. A gap is a warning, for where the book is
     * silent a person judges ({@code REFER}); were it an error, authors would be driven to close it with a row that
     * nobody thought through.
     */
    @Schema(name = "FindingSeverity")
    public enum Severity {
        ERROR,
        WARNING
    }

    /**
     * Values of one input column.
     *
     * @param column its number, from 1
     * @param input what it reads: the item's or decision's name, else its label, else its expression
     * @param values the admissible words, 是/否, or intervals in words; in the model's or the numbers' order; never empty
     */
    public record ColumnFacts(int column, String input, List<Text> values) {
        public ColumnFacts {
            values = List.copyOf(values);
        }
    }
}
