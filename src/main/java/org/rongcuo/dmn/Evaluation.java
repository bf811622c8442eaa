package org.rongcuo.dmn;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a book says on one complete set of facts. Policy contract, "Evaluation".
 *
 * @param decisions the result of each decision, in document order
 * @param verdict the strict reading of the outcome
 */
public record Evaluation(List<DecisionResult> decisions, Verdict verdict) {
    public Evaluation {
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(verdict, "verdict");
    }

    /** The result of the decision of that id, if the book has one. */
    public Optional<DecisionResult> decision(String id) {
        return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
    }
}
