package org.rongcuo.dmn;

import java.util.List;
import java.util.Set;

/**
 * The kinds of rule book: which decisions a book must hold and which outcome words it may say. Policy contract, "Kinds
 * of book".
 */
public enum BookKind {
    /** A jurisdiction's tolerance rules (容错认定), optionally those of one field. */
    TOLERANCE(List.of("bottomLine", "tolerability"), Set.of("免责", "减责", "不予容错", "提请会商")),
    /** Law above the jurisdiction's own rules (上位法): it entitles or does not apply. */
    STATUTE(List.of("tolerability"), Set.of("免责", "不适用")),
    /** Steps, limits and extensions (程序): it says no outcome word. */
    PROCEDURE(List.of("limit"), Set.of());

    private final List<String> requiredDecisions;
    private final Set<String> words;

    BookKind(List<String> requiredDecisions, Set<String> words) {
        this.requiredDecisions = requiredDecisions;
        this.words = words;
    }

    /** Ids of the decisions that a book of this kind must hold; never empty. */
    public List<String> requiredDecisions() {
        return requiredDecisions;
    }

    /** The outcome words that {@code tolerability} may yield; empty for a procedure book. */
    public Set<String> words() {
        return words;
    }

    /** Id of the decision that the book exists for. */
    String outcome() {
        return this == PROCEDURE ? "limit" : "tolerability";
    }
}
