package org.rongcuo.policy;

import java.util.List;

/**
 * What other versions change in the questions of a matter.
 *
 * @param before what was asked without them
 * @param after what is asked with them
 */
public record BooksChange(AppliedBooks before, AppliedBooks after) {
    /** Ids of the items that were not asked before. */
    public List<String> added() {
        return after.ids().stream().filter(id -> !before.ids().contains(id)).toList();
    }

    /** Ids of the items that are not asked any more. */
    public List<String> dropped() {
        return before.ids().stream().filter(id -> !after.ids().contains(id)).toList();
    }

    /** Ids of the items that are put in other words or admit other answers. */
    public List<String> changed() {
        return after.ids().stream()
                .filter(before.ids()::contains)
                .filter(id -> !before.asked(id).equals(after.asked(id)))
                .toList();
    }

    /** Whether an answer fitted before and does not any more, because its item is dropped or admits it no longer. */
    public boolean unfits(String item, Object answer) {
        return before.ids().contains(item) && before.admits(item, answer) && !after.fits(item, answer);
    }
}
