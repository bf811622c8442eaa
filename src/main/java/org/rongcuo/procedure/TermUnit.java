package org.rongcuo.procedure;

import java.util.Arrays;
import java.util.Optional;
import org.rongcuo.shared.Text;

/** In what a term of the procedure is counted; the words are those of the PROCEDURE books. */
public enum TermUnit {
    WORKING_DAY("工作日", "working days"),
    DAY("自然日", "days"),
    MONTH("月", "months");

    private final Text label;

    TermUnit(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** @param word as a PROCEDURE book says it, such as 工作日; empty for a word that is none */
    public static Optional<TermUnit> of(String word) {
        return Arrays.stream(values())
                .filter(unit -> unit.label.zh().equals(word))
                .findFirst();
    }
}
