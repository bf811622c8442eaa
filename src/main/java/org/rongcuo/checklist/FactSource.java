package org.rongcuo.checklist;

import java.util.Optional;
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

    /** @param value an admissible answer @param why in words, for the handler */
    record Fact(Object value, Text why) {}
}
