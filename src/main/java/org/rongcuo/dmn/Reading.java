package org.rongcuo.dmn;

import java.util.Objects;
import org.rongcuo.shared.Text;

/** What became of an answer held against its item: a typed value, or the reason why it is not admissible (422). */
public sealed interface Reading {
    /**
     * The answer is admissible.
     *
     * @param value a String, BigDecimal, Boolean or LocalDate, by the item's type; never null
     */
    record Admissible(Object value) implements Reading {
        public Admissible {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The answer is not admissible.
     *
     * @param code {@code missing}, {@code wrong-type}, {@code outside-allowed-values}, {@code number-out-of-bounds} or
     *     {@code not-a-date}
     * @param message the reason; names the item and what it admits, not the answer given
     */
    record Inadmissible(String code, Text message) implements Reading {
        public Inadmissible {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
