package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.RowHit;

/**
 * Has one complete chain judge one subject's facts, for a replay. There is no lenity in it: lenity weighs the rules of two
 * dates for one case, a replay compares two states of the rules over many.
 */
@ApplicationScoped
class ReplayJudge {
    /** @param facts by item id as they are stored; one that is missing or does not fit leaves its item open */
    Outlook judge(ReplayChain chain, Map<String, Object> facts) {
        var evaluation = new ChainEvaluation(
                chain.on(),
                EvaluationView.By.DECISION,
                evaluated(chain, chain.layers().all(), facts),
                evaluated(chain, chain.layers().byStatus(), facts),
                new ChainEvaluation.Whereabouts(chain.place(), List.of()),
                Set.of());
        var open = evaluation.openItems();
        if (open.isEmpty()) {
            return new Outlook(EnumSet.of(evaluation.advice().code()), rows(evaluation.speaking()), List.of());
        }
        var known = new HashMap<>(facts);
        open.forEach(item -> known.remove(item.id()));
        var outlook = chain.diagram(evaluation.unanswered())
                .map(diagram -> OpenOutlook.of(diagram, known, open, List.of()))
                .orElseGet(() -> OpenOutlook.unproven(open));
        return new Outlook(
                Set.copyOf(outlook.possible()),
                rows(evaluation.speaking()),
                outlook.possible().size() == 1
                        ? List.of()
                        : outlook.material().stream().map(Item::id).toList());
    }

    private static List<LayerEvaluation> evaluated(
            ReplayChain chain, List<PolicyVersion> versions, Map<String, Object> facts) {
        return versions.stream()
                .map(version -> LayerEvaluation.of(
                        version,
                        Optional.ofNullable(chain.models().get(version.id())),
                        new Facts(facts, Map.of()),
                        Judging.TRIAL))
                .toList();
    }

    /** @param speaking null where no book speaks */
    private static List<String> rows(LayerEvaluation speaking) {
        if (speaking == null || speaking.evaluation() == null) {
            return List.of();
        }
        var prefix = speaking.version().policy().key() + ":";
        List<String> rows = new ArrayList<>();
        speaking.evaluation()
                .decision("tolerability")
                .ifPresent(result ->
                        result.rows().stream().filter(RowHit::selected).forEach(row -> rows.add(prefix + row.id())));
        speaking.evaluation()
                .decision("bottomLine")
                .ifPresent(result -> result.rows().forEach(row -> rows.add(prefix + row.id())));
        return rows;
    }
}
