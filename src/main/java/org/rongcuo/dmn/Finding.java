package org.rongcuo.dmn;

import java.util.Objects;
import org.rongcuo.shared.Text;

/**
 * One thing that the gate holds against a model. Policy contract, "The gate": every refusal names element, row and
 * column, in Chinese and English, with a machine code.
 *
 * @param code stable, English, kebab-case, for instance {@code gate-doctype}; never null
 * @param element id, else name, else XML name of the element concerned; null when the whole document is
 * @param decision id of the decision that holds the element; null outside decisions
 * @param row number of the rule in its table, from 1; null outside rules
 * @param column number of the column in its table, inputs first, then outputs, from 1; null outside cells
 * @param message what is wrong and how to put it right; never null
 */
public record Finding(String code, String element, String decision, Integer row, Integer column, Text message) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
