package org.rongcuo.policy;

import java.util.Optional;
import org.rongcuo.shared.Text;

/**
 * What the tables advise (认定建议), from the lightest to the heaviest for the subject; {@link #REFER} stands outside that
 * order: the table does not say.
 */
public enum Recommendation {
    EXEMPT("免责", "exempt from liability"),
    MITIGATE("减责", "mitigated liability"),
    NOT_TOLERABLE("不予容错", "not tolerable"),
    REFER("需人工研判", "refer to a person");

    private final Text label;

    Recommendation(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** The recommendation of a TOLERANCE book's outcome word; 提请会商 refers. */
    static Optional<Recommendation> ofWord(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "免责" -> EXEMPT;
                    case "减责" -> MITIGATE;
                    case "不予容错" -> NOT_TOLERABLE;
                    case "提请会商" -> REFER;
                    default -> null;
                });
    }

    /** Whether this is lighter for the subject than the other; neither may be {@link #REFER}. */
    boolean lighterThan(Recommendation other) {
        if (this == REFER || other == REFER) {
            throw new IllegalArgumentException("REFER has no weight");
        }
        return ordinal() < other.ordinal();
    }
}
