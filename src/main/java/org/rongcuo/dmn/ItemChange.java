package org.rongcuo.dmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * A checklist item that is new, gone or asked otherwise.
 *
 * @param item its id
 * @param name its name, in the newer version if it is there
 * @param kind added, removed or changed
 * @param fields what is said otherwise; {@code NAME} for an item renamed. Of an item added or removed all that is said
 * @param values null if the same answers are admitted
 * @param text the change in a sentence
 */
public record ItemChange(
        String item,
        String name,
        ChangeKind kind,
        List<FieldChange> fields,
        @Nullable ValuesChange values,
        Text text) {
    public ItemChange {
        fields = List.copyOf(fields);
    }

    /**
     * The admissible values of an item, or those that a decision can have.
     *
     * @param added words, in the newer version's order
     * @param removed words, in the older version's order
     * @param rangeBefore FEEL text of the range of numbers or dates; null for any
     * @param rangeAfter see {@code rangeBefore}
     * @param direction null if the item or decision is in one version only
     */
    public record ValuesChange(
            List<String> added,
            List<String> removed,
            @Nullable String rangeBefore,
            @Nullable String rangeAfter,
            @Nullable Direction direction) {
        public ValuesChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }
}
