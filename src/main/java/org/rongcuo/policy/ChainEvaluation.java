package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    /** What the chain recommends; it refers with every doubt there is. */
    Advice advice() {
        List<Reason> doubts = new ArrayList<>();
        var missing = openItems();
        if (!missing.isEmpty()) {
            doubts.add(factsMissing(missing));
        }
        var speaking = speaking();
        if (speaking == null) {
            doubts.add(noVersion());
        } else if (peers(speaking).size() > 1) {
            doubts.add(severalSpeak(peers(speaking)));
        }
        layers.forEach(layer -> doubts.addAll(layer.reasons()));
        if (!doubts.isEmpty() || speaking == null) {
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
                                    speaking.title().zh() + "的表载明:提请会商"
                                            + speaking.articlesOf("tolerability")
                                                    .zh(),
                                    "The table of " + speaking.title().en() + " says: refer for consultation"
                                            + speaking.articlesOf("tolerability")
                                                    .en()),
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

    /** The TOLERANCE layers of the speaking book's own place and field: more than one, and nobody knows which speaks. */
    private List<LayerEvaluation> peers(LayerEvaluation speaking) {
        var book = speaking.version().policy();
        return layers.stream()
                .filter(layer -> layer.is(BookKind.TOLERANCE))
                .filter(layer -> layer.version()
                                .policy()
                                .jurisdiction()
                                .code()
                                .equals(book.jurisdiction().code())
                        && Objects.equals(layer.version().policy().field(), book.field()))
                .toList();
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

    private Reason noVersion() {
        return new Reason(
                "no-version",
                new Text(
                        date + " 没有生效的容错办法,不能按表认定",
                        "No TOLERANCE book was in force on " + date + "; the tables cannot advise"),
                null,
                null);
    }

    private static Reason severalSpeak(List<LayerEvaluation> peers) {
        return new Reason(
                "several-speak",
                new Text(
                        "同一行政区划、同一领域有多部容错办法同时生效:"
                                + String.join(
                                        "、",
                                        peers.stream()
                                                .map(layer -> layer.title().zh())
                                                .toList()),
                        "Several TOLERANCE books of one place and field are in force: "
                                + String.join(
                                        ", ",
                                        peers.stream()
                                                .map(layer -> layer.title().en())
                                                .toList())),
                null,
                peers.stream().map(LayerEvaluation::name).toList());
    }

    private static Reason layerBottomLine(LayerEvaluation speaking, LayerEvaluation layer, String word) {
        var articles = layer.articlesOf("bottomLine");
        return new Reason(
                "layer-bottom-line",
                new Text(
                        speaking.title().zh() + "建议“" + word + "”,但触及"
                                + layer.title().zh() + "的底线" + articles.zh(),
                        speaking.title().en() + " says " + word + " but a bottom line of "
                                + layer.title().en() + " is hit" + articles.en()),
                null,
                List.of(speaking.name(), layer.name()));
    }

    private static Reason entitlement(LayerEvaluation speaking, LayerEvaluation statute, String word) {
        var articles = statute.articlesOf("tolerability");
        return new Reason(
                "entitlement",
                new Text(
                        speaking.title().zh() + "建议“" + word + "”,但"
                                + statute.title().zh() + "规定应予免责" + articles.zh(),
                        speaking.title().en() + " says " + word + " but "
                                + statute.title().en() + " grants an entitlement" + articles.en()),
                null,
                List.of(speaking.name(), statute.name()));
    }
}
