package org.rongcuo.dmn;

import java.util.List;

/**
 * The strict reading of a book's outcome. A word stands only if every decision that it depends on came to a value by
 * known rows, and the server's own rules do not contradict it.
 *
 * @param word the word that {@code tolerability} said, one of the kind's vocabulary; null if there is none, and always
 *     for a procedure book, whose value is in the decision {@code limit}
 * @param reasons why a person must judge instead ({@code REFER}); empty if and only if the word, or the procedure
 *     book's value, stands
 */
public record Verdict(String word, List<ReferReason> reasons) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
