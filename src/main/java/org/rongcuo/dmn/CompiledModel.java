package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.chrono.ChronoPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.kogito.decision.DecisionModel;

/** An admitted model, ready to be evaluated; thread-safe. Policy contract, "Evaluation". */
public final class CompiledModel {
    private final String source;
    private final ModelOutline outline;
    private final BookKind kind;
    private final DecisionModel model;
    private final StrictReading reading;

    /** @throws ModelRefused if the engine cannot compile the model after all */
    CompiledModel(AdmittedModel admitted, BookKind kind) {
        this.source = admitted.xml();
        this.outline = admitted.outline();
        this.kind = kind;
        this.model = DmnEngine.compile(admitted);
        this.reading = new StrictReading(outline, kind, requirements(model));
    }

    /** What the model asks and decides. */
    public ModelOutline outline() {
        return outline;
    }

    /** Name and version of the engine, for evaluation records; for instance {@code kie-dmn 10.1.0}. */
    public static String engine() {
        return DmnEngine.version();
    }

    /** The kind of book under which it was admitted. */
    BookKind kind() {
        return kind;
    }

    /** The normalised text. */
    String source() {
        return source;
    }

    /**
     * Evaluates all decisions on a complete set of facts.
     *
     * @param facts typed values (String, BigDecimal, Boolean, LocalDate) by item id, at least one for each item of this
     *     book; facts that the book does not read are left out. Unknown is never bound as null
     * @throws IllegalArgumentException if a fact is missing, null or not admissible; names the item, not the value
     */
    public Evaluation evaluate(Map<String, Object> facts) {
        SilentEngine.ensure();
        Map<String, Object> bound = new HashMap<>();
        for (var item : outline.items()) {
            if (!(item.read(facts.get(item.id())) instanceof Reading.Admissible answer)) {
                throw new IllegalArgumentException("no admissible value for item " + item.id());
            }
            bound.put(item.name(), answer.value());
        }
        var rows = new RowRecorder.Record();
        var context = model.newContext(bound);
        context.getMetadata().set(RowRecorder.KEY, rows);
        var result = model.evaluateAll(context);
        return read(result, rows);
    }

    private Evaluation read(DMNResult result, RowRecorder.Record rows) {
        var decisions = new ArrayList<DecisionResult>();
        for (var decision : outline.decisions()) {
            var engineResult = result.getDecisionResultById(decision.id());
            var status = status(engineResult);
            var value = engineResult == null ? null : engineResult.getResult();
            var readable = isPlain(value);
            decisions.add(new DecisionResult(
                    decision.id(),
                    decision.name(),
                    readable ? status : DecisionResult.Status.FAILED,
                    readable ? plain(value) : null,
                    decision.hitPolicy(),
                    hits(decision, rows.of(decision.name()))));
        }
        return new Evaluation(decisions, reading.read(decisions, result, rows));
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

    private static List<RowHit> hits(DecisionOutline decision, RowRecorder.Rows rows) {
        var hits = new ArrayList<RowHit>();
        if (rows != null) {
            for (var id : rows.matched()) {
                var row = decision.row(id);
                if (row != null) {
                    hits.add(new RowHit(
                            id, row.number(), rows.selected().contains(id), row.basis(), row.note(), row.catchAll()));
                }
            }
        }
        return hits;
    }

    /** Whether the value has a form in JSON; a range, for instance, has none, and counts as a failure. */
    private static boolean isPlain(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(CompiledModel::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(CompiledModel::isPlain);
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof Duration
                || value instanceof ChronoPeriod;
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return stripped.scale() < 0 && stripped.scale() > -100 ? stripped.setScale(0) : stripped;
        }
        if (value instanceof Collection<?> list) {
            var plain = new ArrayList<Object>();
            list.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new TreeMap<String, Object>();
            map.forEach((key, part) -> plain.put(key.toString(), plain(part)));
            return plain;
        }
        return value instanceof Duration || value instanceof ChronoPeriod ? value.toString() : value;
    }

    private static Map<String, List<String>> requirements(DecisionModel model) {
        Map<String, List<String>> requires = new HashMap<>();
        for (var decision : model.getDMNModel().getDecisions()) {
            var required = ((DMNBaseNode) decision).getDependencies().values();
            requires.put(decision.getId(), required.stream().map(DMNNode::getId).toList());
        }
        return requires;
    }
}
