package org.rongcuo.dmn;

import java.util.List;
import org.rongcuo.shared.Text;

/**
 * How two versions of a book differ as rules: by item, decision, column, row and cell. Layout, ids of elements that
 * people do not see, the order of columns, and of rows where it decides nothing, are no differences.
 *
 * @param fields {@code NAME} if the book is called otherwise
 * @param items in the newer version's order, removed ones last
 * @param decisions in the newer version's order, removed ones last
 * @param text all changes counted, in a sentence
 */
public record ModelDiff(List<FieldChange> fields, List<ItemChange> items, List<DecisionChange> decisions, Text text) {
    public ModelDiff {
        fields = List.copyOf(fields);
        items = List.copyOf(items);
        decisions = List.copyOf(decisions);
    }

    /** What the second model does otherwise than the first. */
    public static ModelDiff of(CompiledModel before, CompiledModel after) {
        return of(before.source(), before.outline(), after.source(), after.outline());
    }

    /** What the second model does otherwise than the first. */
    static ModelDiff of(AdmittedModel before, AdmittedModel after) {
        return of(before.xml(), before.outline(), after.xml(), after.outline());
    }

    private static ModelDiff of(String before, ModelOutline was, String after, ModelOutline is) {
        var renames = new Renames(was, is);
        return new ModelComparison(new Edition(before, was, renames), new Edition(after, is, Renames.NONE)).diff();
    }

    /** Whether the two say the same. */
    boolean nothing() {
        return fields.isEmpty() && items.isEmpty() && decisions.isEmpty();
    }
}
