package org.rongcuo.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.ItemScope;
import org.rongcuo.dmn.ItemSource;
import org.rongcuo.dmn.ItemType;

/**
 * A question of a checklist (核实清单) as the rule book asks it.
 *
 * @param item the item's id, the key of its answer
 * @param allowedValues the admissible answers; empty for numbers, dates and yes/no
 * @param range what numbers or dates are admissible, as the model says; null for any
 * @param group dimension or list; null when the book names none
 * @param evidence what proves it; null when the book names none
 * @param basis legal source; null when the book names none
 * @param scope answered once for the case or for each subject
 * @param source ANSWER by people, the others are facts the system supplies
 */
public record ItemView(
        String item,
        String name,
        String question,
        ItemType type,
        List<String> allowedValues,
        @Nullable String range,
        @Nullable String group,
        @Nullable String evidence,
        @Nullable String basis,
        ItemScope scope,
        ItemSource source) {
    /** Whether the item is answered once for the case, not for each subject. */
    public boolean askedOnce() {
        return scope == ItemScope.CASE;
    }

    /** Whose fact it is, FILING, CORRECTION or HISTORY; empty for an answer of people. */
    public Optional<String> suppliedBy() {
        return source == ItemSource.ANSWER ? Optional.empty() : Optional.of(source.name());
    }

    public static ItemView of(Item item) {
        return new ItemView(
                item.id(),
                item.name(),
                item.question(),
                item.type(),
                item.allowedValues(),
                item.range(),
                item.group(),
                item.evidence(),
                item.basis(),
                item.scope(),
                item.source());
    }
}
