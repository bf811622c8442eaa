package org.rongcuo.policy;

import java.util.List;
import java.util.stream.Stream;
import org.rongcuo.policy.EvaluationView.Decision;

/**
 * What the books that speak attach to an outcome that people determined (结果运用, 公示范围, 公示天数): where it departs from
 * the tables' recommendation, their decisions with the outcome in the recommendation's place (policy-contract, "optional
 * decisions").
 *
 * @param settled whether one date's rules stand; otherwise the books of both dates are told of
 * @param books by book that speaks, one or, unless settled, two: its decisions; one that could not be worked out has no value
 */
public record Consequences(boolean settled, List<List<Decision>> books) {
    /** A decision as each book has it; empty where none has it. */
    public Stream<Decision> of(String id) {
        return books.stream()
                .flatMap(List::stream)
                .filter(decision -> decision.id().equals(id));
    }

    /** A decision's value where it is known. */
    public static boolean isKnown(Decision decision) {
        return decision.value() != null && decision.status().equals("SUCCEEDED");
    }
}
