package org.rongcuo.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.policy.EvaluationView.By;
import org.rongcuo.policy.EvaluationView.Chain;
import org.rongcuo.policy.EvaluationView.Decision;
import org.rongcuo.policy.EvaluationView.Layer;

/**
 * What the tables rest their advice on, as the reader of a paper needs it: a paragraph for each book that applies, with the
 * circumstances and their legal bases. The whole of it, every row of every table, stands in the evaluation on the record.
 */
public final class TableBasis {
    private static final String BOTTOM_LINE = "bottomLine";
    private static final String CIRCUMSTANCES = "circumstances";

    /** What a statute says whose conditions are not all met (policy-contract): it is no basis of anything. */
    private static final String INAPPLICABLE = "不适用";

    /** The decisions of a TOLERANCE book that bear its advice (policy-contract). */
    private static final Set<String> BEARING = Set.of(BOTTOM_LINE, CIRCUMSTANCES, "tolerability");

    /** A basis that the table has in itself alone, such as 六维综合 and 本表底线清单: no rule that one could read. */
    private static final Pattern OF_THE_TABLE = Pattern.compile("六维|本表");

    private TableBasis() {}

    /** The books that apply in the chain that was applied; empty where none does. */
    public static String of(EvaluationView evaluation) {
        var books = applied(evaluation).map(Chain::layers).orElse(List.of()).stream()
                .filter(layer -> layer.word() != null && !layer.word().equals(INAPPLICABLE))
                .toList();
        return PaperWords.numbered(books, TableBasis::book);
    }

    private static String book(Layer layer) {
        // Such a book has its bottom lines; a statute has grounds alone.
        var tolerance = layer.decisions().stream().anyMatch(each -> each.id().equals(BOTTOM_LINE));
        List<String> parts = new ArrayList<>();
        if (tolerance) {
            values(layer, BOTTOM_LINE).ifPresent(hit -> parts.add(hit.isEmpty() ? "未触及底线" : "触及底线" + quoted(hit)));
            values(layer, CIRCUMSTANCES)
                    .filter(met -> !met.isEmpty())
                    .ifPresent(met -> parts.add("符合容错情形" + quoted(met)));
        }
        parts.add("结论为“" + layer.word() + "”");
        var bases = layer.decisions().stream()
                .filter(decision -> !tolerance || BEARING.contains(decision.id()))
                .flatMap(decision -> decision.rows().stream())
                .filter(row -> row.selected() && row.basis() != null)
                .flatMap(row -> Stream.of(row.basis().split("[;\uff1b]")))
                .filter(basis -> !OF_THE_TABLE.matcher(basis).find())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!bases.isEmpty()) {
            parts.add("依据是" + String.join("、", bases));
        }
        return "《" + layer.title().zh() + "》:" + String.join(",", parts);
    }

    private static Optional<List<String>> values(Layer layer, String decision) {
        return layer.decisions().stream()
                .filter(each -> each.id().equals(decision))
                .findFirst()
                .map(Decision::value)
                .filter(List.class::isInstance)
                .map(value -> ((List<?>) value)
                        .stream().filter(Objects::nonNull).map(Object::toString).toList());
    }

    private static String quoted(List<String> values) {
        return values.stream().distinct().map(value -> "“" + value + "”").collect(Collectors.joining());
    }

    /** 从旧兼从轻: which date's rules were applied, and why. Empty where no book asks for it. */
    public static String rules(EvaluationView evaluation) {
        var lenity = evaluation.lenity();
        if (lenity == null || lenity.applied() == null) {
            return "";
        }
        var whose = lenity.applied() == Applied.OLD ? "行为时" : "认定时";
        var date = applied(evaluation)
                .map(chain -> "(" + PaperWords.date(chain.date()) + ")")
                .orElse("");
        return "本案适用" + whose + date + "的规则" + (lenity.basis() == null ? "" : "(" + lenity.basis() + ")") + "。"
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
