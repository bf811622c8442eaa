package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.DecisionOutline;
import org.rongcuo.dmn.DecisionResult;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.Reading;
import org.rongcuo.dmn.ReferReason;
import org.rongcuo.dmn.RowHit;
import org.rongcuo.dmn.TableExplanation;
import org.rongcuo.shared.Text;

/**
 * One book evaluated on the answers at hand. The engine runs only when every item of the book has a fitting answer:
 * unknown is never bound as null.
 *
 * @param usable whether the stored model could be loaded
 * @param openItems the items without a fitting answer
 * @param evaluation null while items are open, or when the model is not usable
 * @param explained why each row matches or not; empty unless asked for
 * @param provisional ids of the decisions that read an answer which was only assumed
 */
record LayerEvaluation(
        PolicyVersion version,
        boolean usable,
        List<Item> openItems,
        Evaluation evaluation,
        List<TableExplanation> explained,
        Set<String> provisional) {
    /** @param model empty when the stored model cannot be used any more */
    static LayerEvaluation of(PolicyVersion version, Optional<CompiledModel> model, Facts answers, Judging judging) {
        return model.map(compiled -> of(version, compiled, answers, judging))
                .orElseGet(() -> new LayerEvaluation(version, false, List.of(), null, List.of(), Set.of()));
    }

    private static LayerEvaluation of(PolicyVersion version, CompiledModel model, Facts answers, Judging judging) {
        Map<String, Object> facts = new HashMap<>();
        List<Item> open = new ArrayList<>();
        for (var item : model.outline().items()) {
            var answer = answers.of(item.id());
            if (answer != null && item.read(answer) instanceof Reading.Admissible admissible) {
                facts.put(item.id(), admissible.value());
            } else {
                open.add(item);
            }
        }
        if (!open.isEmpty()) {
            return new LayerEvaluation(version, true, open, null, List.of(), Set.of());
        }
        return new LayerEvaluation(
                version,
                true,
                open,
                judging == Judging.ON_RECORD ? model.evaluate(facts) : model.evaluateByIndex(facts),
                judging == Judging.EXPLAINED ? model.explain(facts) : List.of(),
                provisional(model, answers.assumed().keySet()));
    }

    /**
     * A book's decisions with values that people gave some of them.
     *
     * @param model empty when the stored model cannot be used any more: its decisions have no value then
     * @param given by decision id
     */
    static List<EvaluationView.Decision> given(
            PolicyVersion version, Optional<CompiledModel> model, Facts answers, Map<String, Object> given) {
        return model.map(compiled -> {
                    Map<String, Object> facts = new HashMap<>();
                    compiled.outline().items().forEach(item -> facts.put(item.id(), answers.of(item.id())));
                    var layer = new LayerEvaluation(
                            version,
                            true,
                            List.of(),
                            null,
                            List.of(),
                            provisional(compiled, answers.assumed().keySet()));
                    return compiled.evaluateGiven(facts, given).stream()
                            .map(layer::view)
                            .toList();
                })
                .orElse(List.of());
    }

    private static Set<String> provisional(CompiledModel model, Set<String> assumed) {
        return model.outline().decisions().stream()
                .filter(decision -> decision.items().stream().anyMatch(assumed::contains))
                .map(DecisionOutline::id)
                .collect(Collectors.toSet());
    }

    /** {@code <jurisdiction>/<name>@<version>}. */
    String name() {
        return version.name();
    }

    /** The table's outcome word, empty when the table was not run, has none, or has one that does not stand. */
    Optional<String> word() {
        return evaluation == null || !evaluation.verdict().reasons().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(evaluation.verdict().word());
    }

    /** Why the book has no outcome that stands, though no item is open. */
    List<EvaluationView.Reason> reasons() {
        if (!usable) {
            return List.of(reason(
                    "model-unusable",
                    new Text("所存模型不能使用,请告知政策人员", "the stored model cannot be used; tell the policy staff"),
                    Text.same("")));
        }
        if (evaluation == null) {
            return List.of();
        }
        return evaluation.verdict().reasons().stream()
                .map(reason -> reason(reason.code(), reason.text(), cited(articles(reason))))
                .toList();
    }

    private EvaluationView.Reason reason(String code, Text text, Text articles) {
        return new EvaluationView.Reason(
                code,
                new Text(
                        title().zh() + ":" + text.zh() + articles.zh(),
                        title().en() + ": " + text.en() + articles.en()),
                null,
                List.of(name()));
    }

    /** The book's title, as it is cited. */
    Text title() {
        var title = version.policy().title();
        return new Text("《" + title.zh() + "》", "\"" + title.en() + "\" (" + name() + ")");
    }

    /** The articles of the rows that a decision selected, as they are cited behind a statement. */
    Text articlesOf(String decision) {
        return cited(articles(decision));
    }

    private static Text cited(List<String> articles) {
        return articles.isEmpty()
                ? Text.same("")
                : new Text("(" + String.join(";", articles) + ")", " (" + String.join("; ", articles) + ")");
    }

    /**
     * The articles of the rows that a reason names behind the decision that it names first; of all that matched in it
     * where it names none, as when their value is no good.
     */
    private List<String> articles(ReferReason reason) {
        return reason.subjects().stream()
                .findFirst()
                .flatMap(evaluation::decision)
                .map(decision -> bases(decision.rows().stream()
                        .filter(row -> reason.subjects().size() == 1
                                || reason.subjects().contains(row.id()))))
                .orElse(List.of());
    }

    private static List<String> bases(Stream<RowHit> rows) {
        return rows.map(RowHit::basis)
                .filter(basis -> basis != null && !basis.isBlank())
                .distinct()
                .toList();
    }

    /** Whether anything of the bottom line was hit. */
    boolean hitsBottomLine() {
        return decision("bottomLine")
                .filter(result -> !result.rows().isEmpty() || result.value() instanceof List<?> hits && !hits.isEmpty())
                .isPresent();
    }

    private List<String> articles(String decision) {
        return decision(decision)
                .map(result -> bases(result.rows().stream().filter(RowHit::selected)))
                .orElse(List.of());
    }

    /** The favourable effects (结果运用) the book attaches, none if it names none; empty when they are not known. */
    Optional<Set<Object>> effects() {
        var effects = decision("effects");
        if (evaluation != null && effects.isEmpty()) {
            return Optional.of(Set.of());
        }
        return effects.filter(result -> result.status() == DecisionResult.Status.SUCCEEDED)
                .map(DecisionResult::value)
                .filter(List.class::isInstance)
                .map(value -> new HashSet<>((List<?>) value));
    }

    private Optional<DecisionResult> decision(String id) {
        return evaluation == null ? Optional.empty() : evaluation.decision(id);
    }

    EvaluationView.Layer view(boolean speaking) {
        return new EvaluationView.Layer(
                version.policy().key(),
                version.policy().title(),
                version.policy().kind(),
                speaking,
                version.number(),
                version.effectiveFrom(),
                version.contentHash(),
                word().orElse(null),
                reasons(),
                openItems.stream().map(Item::id).toList(),
                evaluation == null
                        ? List.of()
                        : evaluation.decisions().stream().map(this::view).toList());
    }

    private EvaluationView.Decision view(DecisionResult result) {
        return new EvaluationView.Decision(
                result.id(),
                result.name(),
                result.status().name(),
                result.value(),
                result.hitPolicy(),
                result.rows().stream()
                        .map(row ->
                                new EvaluationView.Row(row.id(), row.number(), row.selected(), row.basis(), row.note()))
                        .toList(),
                provisional.contains(result.id()),
                explained.stream()
                        .filter(table -> table.decision().equals(result.id()))
                        .findFirst()
                        .orElse(null));
    }

    boolean is(BookKind kind) {
        return version.policy().kind() == kind;
    }
}
