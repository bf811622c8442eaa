package org.rongcuo.checklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/** Implemented by the features whose records supply facts that nobody answers by hand (FILING, CORRECTION, HISTORY). */
public interface FactSource {
    /** Which items it answers: FILING, CORRECTION or HISTORY, as books mark their source. */
    String source();

    /**
     * The fact as the records give it now.
     *
     * @param item the item's id, such as {@code filed}
     * @return empty when the records say nothing of it: the item is open, or answered by hand with evidence
     */
    Optional<Fact> fact(ChecklistService.Sheet sheet, String item);

    /**
     * What the records give.
     *
     * @param value an admissible answer; null while somebody has still to find what they give: the item is open, and is not
     *     answered by hand
     * @param why in words, for the handler
     */
    record Fact(@Nullable Object value, Text why) {
        /** A fact that is still to be found. */
        public static Fact open(Text why) {
            return new Fact(null, why);
        }
    }
}
