package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.EvaluationView.Advice;
import org.rongcuo.policy.EvaluationView.Reason;
import org.rongcuo.shared.Text;

/**
 * A complete chain evaluated: the layers of one date and what they recommend together (policy-contract "Layers"). The
 * speaking book stands unless another layer objects; whatever is in doubt refers.
 */
record ChainEvaluation(LocalDate date, EvaluationView.By by, List<LayerEvaluation> layers) {
    /** What the chain recommends. */
    Advice advice() {
        var missing = openItems();
        if (!missing.isEmpty()) {
            return Advice.refer(List.of(factsMissing(missing)));
        }
        var speaking = speaking();
        if (speaking == null) {
            return Advice.refer(List.of(new Reason(
                    "no-version",
                    new Text(
                            date + " 没有生效的容错办法,不能按表认定",
                            "No TOLERANCE book was in force on " + date + "; the tables cannot advise"),
                    null,
                    null)));
        }
        List<Reason> doubts = new ArrayList<>();
        for (var layer : layers) {
            if (layer.word().isEmpty()) {
                doubts.addAll(layer.reasons());
            }
        }
        if (!doubts.isEmpty()) {
            return Advice.refer(doubts);
        }
        var word = speaking.word().orElseThrow();
        var recommendation = Recommendation.ofWord(word).orElseThrow();
        if (recommendation == Recommendation.EXEMPT || recommendation == Recommendation.MITIGATE) {
            layers.stream()
                    .filter(layer -> layer != speaking && layer.is(BookKind.TOLERANCE) && layer.hitsBottomLine())
                    .forEach(layer -> doubts.add(layerBottomLine(speaking, layer, word)));
        }
        if (recommendation != Recommendation.EXEMPT) {
            layers.stream()
                    .filter(layer -> layer.is(BookKind.STATUTE)
                            && layer.word().filter("免责"::equals).isPresent())
                    .forEach(layer -> doubts.add(entitlement(speaking, layer, word)));
        }
        if (recommendation == Recommendation.REFER) {
            doubts.add(
                    0,
                    new Reason(
                            "table-refers",
                            new Text(
                                    title(speaking) + "的表载明:提请会商"
                                            + articles(speaking, "tolerability").zh(),
                                    "The table of " + speaking.name() + " says: refer for consultation"
                                            + articles(speaking, "tolerability").en()),
                            null,
                            List.of(speaking.name())));
        }
        return doubts.isEmpty() ? Advice.of(recommendation) : Advice.refer(doubts);
    }

    /** The most specific TOLERANCE layer, null when there is none. */
    LayerEvaluation speaking() {
        return layers.stream()
                .filter(layer -> layer.is(BookKind.TOLERANCE))
                .findFirst()
                .orElse(null);
    }

    /** The open items of all layers, an item once. */
    List<Item> openItems() {
        List<Item> open = new ArrayList<>();
        for (var layer : layers) {
            for (var item : layer.openItems()) {
                if (open.stream().noneMatch(known -> known.id().equals(item.id()))) {
                    open.add(item);
                }
            }
        }
        return open;
    }

    EvaluationView.Chain view() {
        var speaking = speaking();
        return new EvaluationView.Chain(
                date,
                by,
                advice(),
                layers.stream().map(layer -> layer.view(layer == speaking)).toList());
    }

    static Reason factsMissing(List<Item> missing) {
        return new Reason(
                "facts-missing",
                new Text(
                        "尚有 " + missing.size() + " 项未查明,退回承办人补充",
                        missing.size() + " item(s) are unanswered; back to the handler"),
                missing.stream().map(Item::id).toList(),
                null);
    }

    private static Reason layerBottomLine(LayerEvaluation speaking, LayerEvaluation layer, String word) {
        var articles = articles(layer, "bottomLine");
        return new Reason(
                "layer-bottom-line",
                new Text(
                        title(speaking) + "建议“" + word + "”,但触及" + title(layer) + "的底线" + articles.zh(),
                        speaking.name() + " says " + word + " but a bottom line of " + layer.name() + " is hit"
                                + articles.en()),
                null,
                List.of(speaking.name(), layer.name()));
    }

    private static Reason entitlement(LayerEvaluation speaking, LayerEvaluation statute, String word) {
        var articles = articles(statute, "tolerability");
        return new Reason(
                "entitlement",
                new Text(
                        title(speaking) + "建议“" + word + "”,但" + title(statute) + "规定应予免责" + articles.zh(),
                        speaking.name() + " says " + word + " but " + statute.name() + " grants an entitlement"
                                + articles.en()),
                null,
                List.of(speaking.name(), statute.name()));
    }

    private static String title(LayerEvaluation layer) {
        return "《" + layer.version().policy().title().zh() + "》";
    }

    private static Text articles(LayerEvaluation layer, String decision) {
        var articles = layer.articles(decision);
        return articles.isEmpty()
                ? Text.same("")
                : new Text("(" + String.join(";", articles) + ")", " (" + String.join("; ", articles) + ")");
    }
}
