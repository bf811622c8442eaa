package org.rongcuo.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.policy.EvaluationView.By;
import org.rongcuo.policy.EvaluationView.Chain;
import org.rongcuo.policy.EvaluationView.Decision;
import org.rongcuo.policy.EvaluationView.Layer;
import org.rongcuo.policy.EvaluationView.Row;

/** What the tables rest their advice on, as a paper says it. */
final class TableBasis {
    private TableBasis() {}

    /** The rows that decided, with their 依据, in the chain that was applied; empty where no row did. */
    static String of(EvaluationView evaluation) {
        List<String> lines = new ArrayList<>();
        for (var layer : applied(evaluation).map(Chain::layers).orElse(List.of())) {
            for (var decision : layer.decisions()) {
                for (var row : decision.rows()) {
                    if (row.selected() && row.basis() != null) {
                        lines.add(line(layer, decision, row));
                    }
                }
            }
        }
        return lines.isEmpty() ? "" : PaperWords.numbered(lines, each -> each);
    }

    private static String line(Layer layer, Decision decision, Row row) {
        return "《" + layer.title().zh() + "》(第" + layer.version() + "版)“" + decision.name() + "”第" + row.number() + "行:"
                + row.basis();
    }

    /** 从旧兼从轻: which date's rules were applied, and why. Empty where no book asks for it. */
    static String rules(EvaluationView evaluation) {
        var lenity = evaluation.lenity();
        if (lenity == null || lenity.applied() == null) {
            return "";
        }
        var whose = lenity.applied() == Applied.OLD ? "行为时" : "认定时";
        var date = applied(evaluation)
                .map(chain -> "(" + PaperWords.date(chain.date()) + ")")
                .orElse("");
        return "本案适用" + whose + date + "的规则" + (lenity.basis() == null ? "" : ",依据是" + lenity.basis()) + "。"
                + lenity.why().zh() + "。";
    }

    private static Optional<Chain> applied(EvaluationView evaluation) {
        var by = evaluation.lenity() != null && evaluation.lenity().applied() == Applied.OLD ? By.CONDUCT : By.DECISION;
        return evaluation.chains().stream()
                .filter(chain -> chain.by() == by)
                .findFirst()
                .or(() -> evaluation.chains().stream().findFirst());
    }
}
