package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.BookKind;
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
    private final MatterDiagrams diagrams;

    EvaluationService(Books books, MatterDiagrams diagrams) {
        this.books = books;
        this.diagrams = diagrams;
    }

    /**
     * The recommendation on the answers at hand, for the record.
     *
     * @param answers by item id as JSON gave them; an item left out is open
     * @throws Problem 422 for an unknown jurisdiction, an item of no book, or an answer that no book admits
     */
    public EvaluationView evaluate(Matter matter, Map<String, Object> answers) {
        return evaluate(books.at(matter), answers, Judging.ON_RECORD);
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
        return evaluate(books.decidedBy(decided.content(), matter.jurisdiction()), answers, Judging.ON_RECORD);
    }

    /**
     * Why each row matched or not when an evaluation on record was made, worked out again from the facts and versions that
     * it names, years later too.
     *
     * @param jurisdiction code of the matter's place
     */
    public EvaluationView explain(EvaluationRecord record, String jurisdiction) {
        var content = record.content();
        return evaluate(books.decidedBy(content, jurisdiction), content.facts(), Judging.EXPLAINED);
    }

    /**
     * What the books that speak attach to the outcome that was determined, by the versions and facts on record.
     *
     * @param decided content of the evaluation that the determination rests on
     * @param jurisdiction code of the matter's place
     * @param outcome to {@link Recommendation#REFER} nothing is attached
     * @param route the way that the case went (办理路径) in the table's word; null where it is as the tables say
     */
    public Consequences consequences(
            EvaluationView decided, String jurisdiction, Recommendation outcome, @Nullable String route) {
        if (outcome == Recommendation.REFER) {
            return new Consequences(decided.settled(), List.of());
        }
        var given = new HashMap<String, Object>();
        given.put("tolerability", outcome.label().zh());
        if (route != null) {
            given.put("route", route);
        }
        var speaking = decided.speaking().toList();
        if (speaking.stream().allMatch(layer -> cameTo(layer, given))) {
            return new Consequences(
                    decided.settled(),
                    speaking.stream().map(EvaluationView.Layer::decisions).toList());
        }
        var versions = books.decidedBy(decided, jurisdiction).asked().stream()
                .collect(Collectors.toMap(PolicyVersion::name, Function.identity()));
        var facts = new Facts(decided.facts(), Objects.requireNonNullElse(decided.assumed(), Map.of()));
        return new Consequences(
                decided.settled(),
                speaking.stream()
                        .map(layer -> versions.get(layer.name()))
                        .map(version -> LayerEvaluation.given(version, books.usable(version), facts, given))
                        .toList());
    }

    /** Whether the tables themselves came to what is given: then what they attach to it is on record. */
    private static boolean cameTo(EvaluationView.Layer layer, Map<String, Object> given) {
        return !layer.decisions().isEmpty()
                && layer.decisions().stream()
                        .filter(decision -> given.containsKey(decision.id()))
                        .allMatch(decision -> given.get(decision.id()).equals(decision.value()));
    }

    /** What is still open on the answers at hand, and how much it matters. @param facts that fit the books */
    public List<OpenItem> openItems(AppliedBooks applied, Map<String, Object> facts) {
        var asked = chains(applied.dates(), facts, Map.of(), Judging.TRIAL);
        return asked.openItems().isEmpty()
                ? List.of()
                : outlook(applied.dates(), facts, asked).openItems();
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

    /** @param judging who judges, and whether the rows are explained */
    EvaluationView evaluate(Books.TwoDates dates, Map<String, Object> answers, Judging judging) {
        var facts = admissible(dates.answerable().stream().map(books::usable).toList(), answers);
        var asked = chains(dates, facts, Map.of(), judging);
        var open = asked.openItems();
        if (open.isEmpty()) {
            var weighed = asked.weigh();
            return view(facts, weighed, List.of(weighed.advice().code()), List.of(), null, asked);
        }
        var outlook = outlook(dates, facts, asked);
        if (outlook.isDecided()) {
            var assumed = outlook.assumed();
            var filled = chains(dates, facts, assumed, judging);
            var weighed = filled.weigh();
            if (filled.openItems().isEmpty()
                    && outlook.possible().equals(List.of(weighed.advice().code()))) {
                return view(facts, weighed, outlook.possible(), outlook.openItems(), assumed, filled);
            }
        }
        var told = asked.without(outlook.immaterial());
        return view(facts, told.weigh(), outlook.possible(), outlook.openItems(), null, told);
    }

    private static EvaluationView view(
            Map<String, Object> facts,
            LenityRule.Weighed weighed,
            List<Recommendation> possible,
            List<OpenItem> open,
            Map<String, Object> assumed,
            TwoChains chains) {
        return new EvaluationView(
                facts,
                weighed.advice(),
                possible,
                open,
                assumed,
                chains.views(),
                weighed.lenity(),
                CompiledModel.engine(),
                null);
    }

    /** Where open answers could still lead. Nothing is proven where the books are too intricate. */
    private OpenOutlook outlook(Books.TwoDates dates, Map<String, Object> facts, TwoChains asked) {
        var known = new TreeMap<>(facts);
        asked.openItems().forEach(item -> known.remove(item.id()));
        return diagrams.of(dates, asked.unanswered())
                .map(diagram -> OpenOutlook.of(
                        diagram,
                        known,
                        asked.openItems(),
                        dates.asked().stream()
                                .flatMap(version -> books.usable(version).stream())
                                .toList()))
                .orElseGet(() -> OpenOutlook.unproven(asked.openItems()));
    }

    private TwoChains chains(
            Books.TwoDates dates, Map<String, Object> known, Map<String, Object> assumed, Judging judging) {
        var facts = new Facts(known, assumed);
        Map<UUID, LayerEvaluation> evaluated = new HashMap<>();
        var mode = dates.mode();
        return new TwoChains(
                dates,
                mode == LenityMode.DECISION
                        ? null
                        : chain(dates.place(), dates.conduct(), By.CONDUCT, facts, judging, evaluated),
                mode == LenityMode.CONDUCT
                        ? null
                        : chain(dates.place(), dates.decision(), By.DECISION, facts, judging, evaluated));
    }

    /** A trial of one version alone, draft or not: marked as such and never a case's record. */
    TrialView trial(PolicyVersion version, Map<String, Object> answers, Judging judging) {
        var model = books.compiled(version);
        var facts = admissible(List.of(Optional.of(model)), answers);
        var layer = LayerEvaluation.of(version, Optional.of(model), new Facts(facts, Map.of()), judging);
        if (layer.openItems().isEmpty()) {
            var advice = advice(layer);
            return trial(advice, advice == null ? List.of() : List.of(advice.code()), List.of(), null, layer);
        }
        var outlook = version.policy().kind() == BookKind.PROCEDURE
                ? OpenOutlook.unproven(layer.openItems())
                : diagrams.of(version, model)
                        .map(diagram -> OpenOutlook.of(diagram, facts, layer.openItems(), List.of(model)))
                        .orElseGet(() -> OpenOutlook.unproven(layer.openItems()));
        if (outlook.isDecided()) {
            var filled = LayerEvaluation.of(version, Optional.of(model), new Facts(facts, outlook.assumed()), judging);
            if (filled.openItems().isEmpty()) {
                return trial(advice(filled), outlook.possible(), outlook.openItems(), outlook.assumed(), filled);
            }
        }
        return trial(
                advice(layer, outlook.material().isEmpty() ? layer.openItems() : outlook.material()),
                outlook.possible(),
                outlook.openItems(),
                null,
                layer);
    }

    private static TrialView trial(
            EvaluationView.Advice advice,
            List<Recommendation> possible,
            List<OpenItem> open,
            Map<String, Object> assumed,
            LayerEvaluation layer) {
        return new TrialView(true, advice, possible, open, assumed, layer.view(false), CompiledModel.engine());
    }

    private static EvaluationView.Advice advice(LayerEvaluation layer) {
        return advice(layer, layer.openItems());
    }

    private static EvaluationView.Advice advice(LayerEvaluation layer, List<Item> missing) {
        if (!missing.isEmpty()) {
            return EvaluationView.Advice.refer(List.of(ChainEvaluation.factsMissing(missing, List.of(layer.name()))));
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
            Facts answers,
            Judging judging,
            Map<UUID, LayerEvaluation> evaluated) {
        Function<PolicyVersion, LayerEvaluation> layer = version -> evaluated.computeIfAbsent(
                version.id(), id -> LayerEvaluation.of(version, books.usable(version), answers, judging));
        return new ChainEvaluation(
                dated.date(),
                by,
                dated.layers().all().stream().map(layer).toList(),
                dated.layers().byStatus().stream().map(layer).toList(),
                new ChainEvaluation.Whereabouts(place, dated.layers().silent()),
                Set.of());
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
     * @param assumed as in {@link EvaluationView}
     * @param recommendation null where the book recommends nothing: a procedure book, a statute that does not apply
     */
    record TrialView(
            boolean trial,
            EvaluationView.@Nullable Advice recommendation,
            List<Recommendation> possible,
            List<OpenItem> openItems,
            @Nullable Map<String, Object> assumed,
            EvaluationView.Layer layer,
            String engine) {}
}
