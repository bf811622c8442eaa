package org.rongcuo.dmn;

import java.util.BitSet;
import java.util.List;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.feel.runtime.events.HitPolicyViolationEvent;

/** Reads how a decision fared with the engine. */
final class EngineRuns {
    private EngineRuns() {}

    /** @param rows what was noted of its table; null if nothing was */
    static DecisionRun of(DecisionOutline decision, DMNResult result, RowRecorder.Rows rows) {
        var engineResult = result.getDecisionResultById(decision.id());
        var matched = rows == null ? null : numbers(decision, rows.matched());
        return new DecisionRun(
                status(engineResult),
                engineResult == null ? null : engineResult.getResult(),
                matched,
                matched == null ? null : selected(decision, rows),
                outsideType(decision, result));
    }

    private static DecisionResult.Status status(DMNDecisionResult result) {
        if (result == null) {
            return DecisionResult.Status.FAILED;
        }
        return switch (result.getEvaluationStatus()) {
            case SUCCEEDED -> DecisionResult.Status.SUCCEEDED;
            case SKIPPED, NOT_EVALUATED -> DecisionResult.Status.SKIPPED;
            case FAILED, EVALUATING -> DecisionResult.Status.FAILED;
        };
    }

    /** The rows' places; null if a row is named that the table does not have. */
    private static BitSet numbers(DecisionOutline decision, List<String> ids) {
        var numbers = new BitSet();
        for (var id : ids) {
            var row = decision.row(id);
            if (row == null) {
                return null;
            }
            numbers.set(row.number() - 1);
        }
        return numbers;
    }

    /** The chosen rows; of the least and greatest of several the engine tells ids that no row has. */
    private static BitSet selected(DecisionOutline decision, RowRecorder.Rows rows) {
        var selected = numbers(decision, rows.selected());
        return selected == null ? new BitSet() : selected;
    }

    /** Whether the engine came to a value but found it outside the declared type. */
    private static boolean outsideType(DecisionOutline decision, DMNResult result) {
        return result.getMessages().stream()
                .filter(message -> decision.id().equals(message.getSourceId()))
                .anyMatch(message -> message.getFeelEvent() instanceof HitPolicyViolationEvent
                        || message.getMessageType() == DMNMessageType.ERROR_EVAL_NODE
                                && message.getText().contains("is not an instance of that type"));
    }
}
