package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.Reading;
import org.rongcuo.policy.Effects.TakenEffect;
import org.rongcuo.policy.EvaluationView.By;
import org.rongcuo.policy.EvaluationView.OpenItem;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Violation;

/** Evaluates answers by the books that bear on a matter: layers, two dates, lenity. Decides nothing; stores nothing. */
@ApplicationScoped
public class EvaluationService {
    private final Books books;

    EvaluationService(Books books) {
        this.books = books;
    }

    /**
     * The recommendation on the answers at hand.
     *
     * @param answers by item id as JSON gave them; an item left out is open
     * @throws Problem 422 for an unknown jurisdiction, an item of no book, or an answer that no book admits
     */
    public EvaluationView evaluate(Matter matter, Map<String, Object> answers) {
        return evaluate(books.at(matter), answers);
    }

    /**
     * The recommendation by the versions that an evaluation on record was made by, not by those of any date: for a
     * determination under review, which is judged by the rules it was made by (rules.md "Which version of a rule").
     *
     * @param decided the evaluation that the determination rests on
     * @param answers as in {@link #evaluate(Matter, Map)}
     * @throws Problem 422 as in {@link #evaluate(Matter, Map)}
     */
    public EvaluationView evaluateAsDecided(EvaluationRecord decided, Matter matter, Map<String, Object> answers) {
        return evaluate(books.decidedBy(decided.content(), matter.jurisdiction()), answers);
    }

    /** The versions that bear on a matter and what they ask. @throws Problem 422 for an unknown jurisdiction */
    public AppliedBooks booksFor(Matter matter) {
        return AppliedBooks.of(books.at(matter), books);
    }

    /** The versions that an evaluation on record was made by and what they ask. */
    public AppliedBooks booksAsDecided(EvaluationRecord decided, Matter matter) {
        return AppliedBooks.of(books.decidedBy(decided.content(), matter.jurisdiction()), books);
    }

    /**
     * What a version that took effect changes in a matter's questions, or the repeal of one; empty when the matter is not
     * concerned: the version is not among those asked, or would not be were it not repealed.
     */
    public Optional<BooksChange> changeBy(Matter matter, TakenEffect effect) {
        var dates = books.at(matter);
        return books.before(dates, matter, effect)
                .map(before -> new BooksChange(AppliedBooks.of(before, books), AppliedBooks.of(dates, books)));
    }

    /**
     * What has changed in a matter's questions since a moment: since then versions took effect, were taken over from history,
     * or ceased to be in force.
     */
    public BooksChange changeSince(Matter matter, Instant moment) {
        var then = books.at(new Matter(
                matter.jurisdiction(),
                matter.field(),
                matter.subjectStatus(),
                matter.conductUntil(),
                Clocks.dateOf(moment)));
        var before = books.without(then, version -> version.approvedAt().isAfter(moment));
        return new BooksChange(AppliedBooks.of(before, books), booksFor(matter));
    }

    EvaluationView evaluate(Books.TwoDates dates, Map<String, Object> answers) {
        var facts = admissible(dates.answerable().stream().map(books::usable).toList(), answers);
        Map<UUID, LayerEvaluation> evaluated = new HashMap<>();
        var mode = dates.mode();
        var old = mode == LenityMode.DECISION
                ? null
                : chain(dates.place(), dates.conduct(), By.CONDUCT, facts, evaluated);
        var current = mode == LenityMode.CONDUCT
                ? null
                : chain(dates.place(), dates.decision(), By.DECISION, facts, evaluated);
        var same = dates.conduct()
                .layers()
                .contentHashes()
                .equals(dates.decision().layers().contentHashes());
        var weighed = LenityRule.weigh(mode, dates.basis(), old, current, same);
        List<EvaluationView.Chain> chains = new ArrayList<>();
        Map<String, Item> open = new LinkedHashMap<>();
        for (var chain : new ChainEvaluation[] {current, old}) {
            if (chain != null) {
                chain.openItems().forEach(item -> open.putIfAbsent(item.id(), item));
                chains.add(0, chain.view());
            }
        }
        return new EvaluationView(
                facts,
                weighed.advice(),
                possible(weighed.advice(), open.isEmpty()),
                open.values().stream().map(EvaluationService::open).toList(),
                chains,
                weighed.lenity(),
                CompiledModel.engine(),
                null);
    }

    /** A trial of one version alone, draft or not: marked as such and never a case's record. */
    TrialView trial(PolicyVersion version, Map<String, Object> answers) {
        var model = Optional.of(books.compiled(version));
        var facts = admissible(List.of(model), answers);
        var layer = LayerEvaluation.of(version, model, facts);
        var advice = advice(layer);
        return new TrialView(
                true,
                advice,
                advice == null ? List.of() : possible(advice, layer.openItems().isEmpty()),
                layer.openItems().stream().map(EvaluationService::open).toList(),
                layer.view(false),
                CompiledModel.engine());
    }

    private static EvaluationView.Advice advice(LayerEvaluation layer) {
        if (!layer.openItems().isEmpty()) {
            return EvaluationView.Advice.refer(
                    List.of(ChainEvaluation.factsMissing(layer.openItems(), List.of(layer.name()))));
        }
        if (!layer.reasons().isEmpty()) {
            return EvaluationView.Advice.refer(layer.reasons());
        }
        return layer.word()
                .flatMap(Recommendation::ofWord)
                .map(EvaluationView.Advice::of)
                .orElse(null);
    }

    private ChainEvaluation chain(
            Jurisdiction place,
            Books.Dated dated,
            By by,
            Map<String, Object> answers,
            Map<UUID, LayerEvaluation> evaluated) {
        Function<PolicyVersion, LayerEvaluation> layer = version -> evaluated.computeIfAbsent(
                version.id(), id -> LayerEvaluation.of(version, books.usable(version), answers));
        return new ChainEvaluation(
                dated.date(),
                by,
                dated.layers().all().stream().map(layer).toList(),
                dated.layers().byStatus().stream().map(layer).toList(),
                new ChainEvaluation.Whereabouts(place, dated.layers().silent()));
    }

    private static List<Recommendation> possible(EvaluationView.Advice advice, boolean complete) {
        return complete ? List.of(advice.code()) : List.of(Recommendation.values());
    }

    private static OpenItem open(Item item) {
        return new OpenItem(item.id(), item.question(), true);
    }

    /**
     * The answers as typed values in one form, by item id: 5.2 and 5.20 are one fact. Every answer must be to an item of
     * some book, and fit at least one version that asks it.
     */
    private Map<String, Object> admissible(List<Optional<CompiledModel>> models, Map<String, Object> answers) {
        var outlines = models.stream()
                .flatMap(Optional::stream)
                .map(CompiledModel::outline)
                .toList();
        List<Violation> violations = new ArrayList<>();
        Map<String, Object> facts = new TreeMap<>();
        new TreeMap<>(answers).forEach((id, answer) -> {
            var items = outlines.stream()
                    .map(outline -> outline.item(id))
                    .flatMap(Optional::stream)
                    .toList();
            var pointer = "/facts/" + Validation.escape(id);
            if (items.isEmpty() && outlines.size() < models.size() && answer != null) {
                // A book that cannot be loaded may ask it; the evaluation refers for that book's sake.
                facts.put(id, answer);
            } else if (items.isEmpty()) {
                violations.add(new Violation(
                        pointer, "item-unknown", new Text("适用的办法中没有此项", "No book that applies asks this item")));
            } else if (answer == null) {
                violations.add(new Violation(
                        pointer,
                        "answer-missing",
                        new Text("未查明的事项请不要列出,不能填空值", "Leave an unknown item out; null is no answer")));
            } else {
                items.stream()
                        .map(item -> item.read(answer))
                        .filter(Reading.Admissible.class::isInstance)
                        .findFirst()
                        .ifPresentOrElse(
                                reading -> facts.put(id, ((Reading.Admissible) reading).value()),
                                () -> violations.add(refusal(pointer, items.get(0), answer)));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return facts;
    }

    private static Violation refusal(String pointer, Item item, Object answer) {
        var why = (Reading.Inadmissible) item.read(answer);
        return new Violation(pointer, why.code(), why.message());
    }

    /**
     * A trial's answer.
     *
     * @param trial always true
     * @param recommendation null where the book recommends nothing: a procedure book, a statute that does not apply
     */
    record TrialView(
            boolean trial,
            EvaluationView.@Nullable Advice recommendation,
            List<Recommendation> possible,
            List<OpenItem> openItems,
            EvaluationView.Layer layer,
            String engine) {}
}
