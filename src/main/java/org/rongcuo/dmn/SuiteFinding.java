package org.rongcuo.dmn;

import java.util.Objects;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;

/**
 * One thing wrong with a test suite.
 *
 * @param code stable, English, kebab-case, for instance {@code suite-item-unknown}; never null
 * @param testCase id of the case; null outside cases, and where the case has none
 * @param number the case's place in the suite, from 1; null outside cases
 * @param part {@code facts} or {@code expected}; null outside them
 * @param node item or decision concerned, as the suite calls it; null outside them
 * @param message what is wrong and how to put it right; never null
 */
public record SuiteFinding(String code, String testCase, Integer number, String part, String node, Text message) {
    public SuiteFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /** Where it is, as a JSON Pointer into the suite's JSON form, whichever form it came in. */
    public String pointer() {
        var pointer = new StringBuilder();
        if (number != null) {
            pointer.append("/cases/").append(number - 1);
        }
        if (part != null) {
            pointer.append('/').append(part);
        }
        if (node != null) {
            pointer.append('/').append(Validation.escape(node));
        }
        return pointer.toString();
    }
}
