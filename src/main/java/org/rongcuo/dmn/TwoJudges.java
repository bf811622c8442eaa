package org.rongcuo.dmn;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.shared.Text;

/**
 * Holds the engine's judgement against the row index's. Where they differ nobody knows which is right: the matter is
 * referred, and the operators are alarmed. Policy contract, "Evaluation".
 */
final class TwoJudges {
    /** Alarm: any increase means that a judgement could not be relied upon. */
    static final String METRIC = "rongcuo.engine.disagreements";

    private TwoJudges() {}

    /** The engine's judgement, its word taken back if the index differs. */
    static Evaluation agreed(Evaluation engine, Evaluation index) {
        if (engine.equals(index)) {
            return engine;
        }
        var differing = differing(engine, index);
        alarm(differing);
        return new Evaluation(engine.decisions(), new Verdict(null, List.of(reason(differing))));
    }

    /** One decision's result, without a value where both came to one and the two differ. */
    static DecisionResult agreed(DecisionResult engine, DecisionResult index) {
        if (engine.equals(index)) {
            return engine;
        }
        if (engine.status() == DecisionResult.Status.SUCCEEDED && index.status() == DecisionResult.Status.SUCCEEDED) {
            alarm(List.of(engine.id()));
        }
        return new DecisionResult(
                engine.id(), engine.name(), DecisionResult.Status.FAILED, null, engine.hitPolicy(), List.of());
    }

    private static void alarm(List<String> differing) {
        Metrics.counter(METRIC).increment();
        Log.errorf("engine and row index disagree on decisions %s", differing);
    }

    /** Ids of the decisions on which they differ; empty if only the reading of them does. */
    private static List<String> differing(Evaluation engine, Evaluation index) {
        var differing = new ArrayList<String>();
        for (var decision : engine.decisions()) {
            if (index.decision(decision.id()).filter(decision::equals).isEmpty()) {
                differing.add(decision.id());
            }
        }
        return differing;
    }

    private static ReferReason reason(List<String> differing) {
        return new ReferReason(
                "engine-disagreement",
                new Text(
                        "引擎与行索引两次判定不一致,须人工研判并告知系统管理员",
                        "the engine and the row index disagree; a person must judge, and the operators be told"),
                differing);
    }
}
