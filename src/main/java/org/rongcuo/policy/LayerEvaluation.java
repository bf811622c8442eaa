package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.DecisionResult;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.Reading;

/**
 * One book evaluated on the answers at hand. The engine runs only when every item of the book has a fitting answer:
 * unknown is never bound as null.
 *
 * @param openItems the items without a fitting answer
 * @param evaluation null while items are open
 */
record LayerEvaluation(PolicyVersion version, List<Item> openItems, Evaluation evaluation) {
    static LayerEvaluation of(PolicyVersion version, CompiledModel model, Map<String, Object> answers) {
        Map<String, Object> facts = new HashMap<>();
        List<Item> open = new ArrayList<>();
        for (var item : model.outline().items()) {
            var answer = answers.get(item.id());
            if (answer != null && item.read(answer) instanceof Reading.Admissible admissible) {
                facts.put(item.id(), admissible.value());
            } else {
                open.add(item);
            }
        }
        return new LayerEvaluation(version, open, open.isEmpty() ? model.evaluate(facts) : null);
    }

    /** {@code <jurisdiction>/<name>@<version>}. */
    String name() {
        return version.policy().key() + "@" + version.number();
    }

    /** The table's outcome word, empty when it was not run or has none that stands. */
    Optional<String> word() {
        return evaluation == null
                ? Optional.empty()
                : Optional.ofNullable(evaluation.verdict().word());
    }

    /** Why a run gave no outcome. */
    List<EvaluationView.Reason> reasons() {
        if (evaluation == null) {
            return List.of();
        }
        return evaluation.verdict().reasons().stream()
                .map(reason -> new EvaluationView.Reason(reason.code(), reason.text(), null, List.of(name())))
                .toList();
    }

    boolean hitsBottomLine() {
        return hits("bottomLine").isPresent();
    }

    /** The articles (依据) of the rows that a decision selected. */
    List<String> articles(String decision) {
        return hits(decision).stream()
                .flatMap(result -> result.rows().stream())
                .filter(row -> row.selected())
                .map(row -> row.basis())
                .filter(basis -> basis != null && !basis.isBlank())
                .distinct()
                .toList();
    }

    /** The favourable effects (结果运用) the book attaches. */
    List<?> effects() {
        return evaluation == null
                ? List.of()
                : evaluation
                        .decision("effects")
                        .map(DecisionResult::value)
                        .filter(List.class::isInstance)
                        .map(value -> (List<?>) value)
                        .orElse(List.of());
    }

    private Optional<DecisionResult> hits(String decision) {
        return evaluation == null
                ? Optional.empty()
                : evaluation.decision(decision).filter(result -> !result.rows().isEmpty());
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
                        : evaluation.decisions().stream()
                                .map(LayerEvaluation::view)
                                .toList());
    }

    private static EvaluationView.Decision view(DecisionResult result) {
        return new EvaluationView.Decision(
                result.id(),
                result.name(),
                result.status().name(),
                result.value(),
                result.hitPolicy(),
                result.rows().stream()
                        .map(row ->
                                new EvaluationView.Row(row.id(), row.number(), row.selected(), row.basis(), row.note()))
                        .toList());
    }

    boolean is(BookKind kind) {
        return version.policy().kind() == kind;
    }
}
