package org.rongcuo.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/**
 * Notes which rows of which table matched, in the record that travels with each evaluation's context, so that
 * evaluations running at once do not mix. The engine swallows a listener's exceptions: that a record exists must be
 * checked by whoever reads it.
 */
final class RowRecorder implements DMNRuntimeEventListener {
    /** Key of the evaluation's record in the metadata of its context. */
    static final String KEY = "org.rongcuo.dmn.rows";

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
        var record = event.getResult().getContext().getMetadata().get(KEY);
        if (record instanceof Record rows && event.getMatchesIds() != null) {
            rows.put(event.getNodeName(), event.getMatchesIds(), event.getSelectedIds());
        }
    }

    /**
     * The rows of one table in one evaluation.
     *
     * @param matched ids in the order of the table
     * @param selected ids that the hit policy chose
     */
    record Rows(List<String> matched, List<String> selected) {}

    /** The rows of one evaluation, by the decision's name. Used by one thread. */
    static final class Record {
        private final Map<String, Rows> byDecision = new HashMap<>();

        void put(String decision, List<String> matched, List<String> selected) {
            byDecision.put(
                    decision, new Rows(List.copyOf(matched), selected == null ? List.of() : List.copyOf(selected)));
        }

        /** What was noted for the decision of that name; null if nothing was. */
        Rows of(String decision) {
            return byDecision.get(decision);
        }
    }
}
