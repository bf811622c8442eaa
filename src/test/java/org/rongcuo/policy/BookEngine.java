package org.rongcuo.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.DecisionResult;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.RowHit;

/** One seed model on the very path of the product: through the gate, compiled, strictly read; and the rows hit so far. */
class BookEngine {
    private static final ModelGate GATE = new ModelGate();
    private static final CompiledModels MODELS = new CompiledModels(GATE);

    private final CompiledModel model;
    private final Set<String> hit = new TreeSet<>();

    BookEngine(Path file, BookKind kind) {
        var admitted = admit(file, kind);
        model = MODELS.of(admitted.contentHash(), kind, admitted::xml);
    }

    /** The model as the gate lets it in. */
    static AdmittedModel admit(Path file, BookKind kind) {
        try {
            return GATE.admit(Files.readAllBytes(file), kind);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    /** What the book says on facts given by the items' names; facts that it does not ask are left out. */
    Evaluation evaluate(Map<String, Object> facts) {
        Map<String, Object> byId = new HashMap<>();
        model.outline().items().forEach(item -> byId.put(item.id(), facts.get(item.name())));
        var evaluation = model.evaluate(byId);
        evaluation
                .decisions()
                .forEach(decision -> decision.rows().stream().map(RowHit::id).forEach(hit::add));
        return evaluation;
    }

    /** The value of every decision by its name; a decision that did not succeed has none. */
    Map<String, Object> values(Map<String, Object> facts) {
        return values(evaluate(facts));
    }

    static Map<String, Object> values(Evaluation evaluation) {
        Map<String, Object> values = new HashMap<>();
        for (var decision : evaluation.decisions()) {
            if (decision.status() == DecisionResult.Status.SUCCEEDED && decision.value() != null) {
                values.put(decision.name(), decision.value());
            }
        }
        return values;
    }

    /** Ids of the rows that the evaluations so far have hit. */
    Set<String> hit() {
        return hit;
    }
}
