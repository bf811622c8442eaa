package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.chrono.ChronoPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.kogito.decision.DecisionModel;

/**
 * An admitted model, ready to be evaluated by two judges, the engine and our row index; thread-safe. Policy contract,
 * "Evaluation".
 */
public final class CompiledModel {
    private final String source;
    private final ModelOutline outline;
    private final BookKind kind;
    private final DecisionModel model;
    private final BookIndex index;
    private final StrictReading reading;

    /** @throws ModelRefused if the engine cannot compile the model after all */
    CompiledModel(AdmittedModel admitted, BookKind kind) {
        this(admitted, kind, DmnEngine.compile(admitted), null);
    }

    /** With the index of another model: for tests, that the two judges are held against each other. */
    CompiledModel(AdmittedModel admitted, BookKind kind, CompiledModel second) {
        this(admitted, kind, DmnEngine.compile(admitted), second.index);
    }

    private CompiledModel(AdmittedModel admitted, BookKind kind, DmnEngine.Compiled compiled, BookIndex index) {
        this.source = admitted.xml();
        this.outline = admitted.outline();
        this.kind = kind;
        this.model = compiled.model();
        this.index = index == null ? new BookIndex(outline, compiled.logic(), model.getDMNModel()) : index;
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

    BookIndex index() {
        return index;
    }

    StrictReading reading() {
        return reading;
    }

    /**
     * Evaluates all decisions on a complete set of facts, for the record: by the engine, checked against the index. Where
     * the two judges differ no word stands ({@code engine-disagreement}), and an alarm counts it.
     *
     * @param facts typed values (String, BigDecimal, Boolean, LocalDate) by item id, at least one for each item of this
     *     book; facts that the book does not read are left out. Unknown is never bound as null
     * @throws IllegalArgumentException if a fact is missing, null or not admissible; names the item, not the value
     */
    public Evaluation evaluate(Map<String, Object> facts) {
        var bound = bind(facts);
        var engine = byEngine(bound);
        return TwoJudges.agreed(engine, byIndex(bound));
    }

    /**
     * Evaluates all decisions on a complete set of facts by the index alone: for what is not put on record, and for
     * thousands at once.
     *
     * @param facts as in {@link #evaluate}
     * @throws IllegalArgumentException as there
     */
    public Evaluation evaluateByIndex(Map<String, Object> facts) {
        return byIndex(bind(facts));
    }

    /**
     * Why each row of each table matches the facts or not, by the index.
     *
     * @param facts as in {@link #evaluate}
     * @return the tables in document order, those left out that could not be read
     * @throws IllegalArgumentException as there
     */
    public List<TableExplanation> explain(Map<String, Object> facts) {
        var bound = bind(facts);
        return index.explain(bound, index.evaluate(bound));
    }

    /**
     * What the book attaches to values that people gave some of its decisions in place of the tables', such as the outcome
     * that was determined: its other decisions, by the engine and held against the index as {@link #evaluate} does.
     *
     * @param facts typed values by item id, as many as are known
     * @param given by decision id; one that the book does not have is left out
     * @return the decisions not given, in document order; one that no value is known of, or on which the two judges differ,
     *     is not {@code SUCCEEDED} and has none
     */
    public List<DecisionResult> evaluateGiven(Map<String, Object> facts, Map<String, Object> given) {
        SilentEngine.ensure();
        Map<String, Object> known = new HashMap<>();
        for (var item : outline.items()) {
            if (item.read(facts.get(item.id())) instanceof Reading.Admissible answer) {
                known.put(item.name(), answer.value());
            }
        }
        Map<String, Object> decided = new HashMap<>();
        given.forEach((id, value) -> outline.decision(id).ifPresent(decision -> decided.put(decision.name(), value)));
        Map<String, Object> bound = new HashMap<>(known);
        bound.putAll(decided);
        var engine = engineRuns(bound);
        var second = index.evaluate(known, decided);
        return outline.decisions().stream()
                .filter(decision -> !decided.containsKey(decision.name()))
                .map(decision -> TwoJudges.agreed(
                        result(decision, plainly(engine.get(decision.id()))),
                        result(decision, plainly(second.get(decision.id())))))
                .toList();
    }

    /**
     * Facts on which it may be evaluated although it does not admit all of them: of an item on which no outcome rests any
     * admissible answer takes the place of one that it does not admit.
     *
     * @param facts by id, one for each item
     * @param otherwise gives an admissible answer to an item
     * @return empty if the outcome rests on an answer that it does not admit
     */
    Optional<Map<String, Object>> fitting(Map<String, Object> facts, Function<Item, Object> otherwise) {
        var matters = new HashSet<String>();
        outline.decisions().stream()
                .filter(decision -> reading.concerns(decision.id()))
                .forEach(decision -> matters.addAll(decision.items()));
        var fitting = new HashMap<String, Object>(facts);
        for (var item : outline.items()) {
            if (item.read(facts.get(item.id())) instanceof Reading.Inadmissible) {
                if (matters.contains(item.id())) {
                    return Optional.empty();
                }
                fitting.put(item.id(), otherwise.apply(item));
            }
        }
        return Optional.of(fitting);
    }

    /**
     * How many rows of the book's bottom line an answer would speak for: those whose cell names it.
     *
     * @param item id; one that the book does not have speaks for none
     * @param answer typed and admissible
     */
    public int accusations(String item, Object answer) {
        SilentEngine.ensure();
        return outline.item(item)
                .map(known -> index.namedBy("bottomLine", known.name(), answer))
                .orElse(0);
    }

    /** The judgement of the engine alone, on facts by id. */
    Evaluation byEngineAlone(Map<String, Object> facts) {
        return byEngine(bind(facts));
    }

    private Map<String, Object> bind(Map<String, Object> facts) {
        Map<String, Object> bound = new HashMap<>();
        for (var item : outline.items()) {
            if (!(item.read(facts.get(item.id())) instanceof Reading.Admissible answer)) {
                throw new IllegalArgumentException("no admissible value for item " + item.id());
            }
            bound.put(item.name(), answer.value());
        }
        return bound;
    }

    private Evaluation byIndex(Map<String, Object> bound) {
        SilentEngine.ensure();
        return read(index.evaluate(bound));
    }

    private Evaluation byEngine(Map<String, Object> bound) {
        return read(engineRuns(bound));
    }

    private Map<String, DecisionRun> engineRuns(Map<String, Object> bound) {
        SilentEngine.ensure();
        var rows = new RowRecorder.Record();
        var context = model.newContext(bound);
        context.getMetadata().set(RowRecorder.KEY, rows);
        var result = model.evaluateAll(context);
        var runs = new HashMap<String, DecisionRun>();
        for (var decision : outline.decisions()) {
            runs.put(decision.id(), EngineRuns.of(decision, result, rows.of(decision.name())));
        }
        return runs;
    }

    private Evaluation read(Map<String, DecisionRun> judged) {
        var decisions = new ArrayList<DecisionResult>();
        var runs = new HashMap<String, DecisionRun>();
        for (var decision : outline.decisions()) {
            var run = plainly(judged.get(decision.id()));
            runs.put(decision.id(), run);
            decisions.add(result(decision, run));
        }
        return new Evaluation(decisions, reading.read(decisions, runs));
    }

    private static DecisionRun plainly(DecisionRun run) {
        return isPlain(run.value()) ? run : run.failed();
    }

    private static DecisionResult result(DecisionOutline decision, DecisionRun run) {
        return new DecisionResult(
                decision.id(),
                decision.name(),
                run.status(),
                plain(run.value()),
                decision.hitPolicy(),
                run.matched() == null ? List.of() : BookIndex.hits(decision, run.matched(), run.selected()));
    }

    private static Map<String, List<String>> requirements(DecisionModel model) {
        Map<String, List<String>> requires = new HashMap<>();
        for (var decision : model.getDMNModel().getDecisions()) {
            var required = ((DMNBaseNode) decision).getDependencies().values();
            requires.put(decision.getId(), required.stream().map(DMNNode::getId).toList());
        }
        return requires;
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
}
