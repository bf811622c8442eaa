package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.EvaluationView.Advice;
import org.rongcuo.policy.EvaluationView.Reason;
import org.rongcuo.shared.Text;

/**
 * A complete chain evaluated: the layers of one date and what they recommend together (policy-contract "Layers"). The
 * speaking book stands unless another layer objects; whatever is in doubt refers.
 *
 * @param layers the books in scope, the speaking one first
 * @param byStatus the statutes that reach some statuses only, while that of the subject is unknown: shown in no chain,
 *     but where one might entitle to more than the speaking book gives, nobody can tell without the status
 * @param immaterial ids of open items that are proven to decide nothing any more
 */
record ChainEvaluation(
        LocalDate date,
        EvaluationView.By by,
        List<LayerEvaluation> layers,
        List<LayerEvaluation> byStatus,
        Whereabouts whereabouts,
        Set<String> immaterial) {
    /** Of which place the layers are. @param silent its TOLERANCE books without a version on the date, if none speaks */
    record Whereabouts(Jurisdiction place, List<Policy> silent) {}

    /** What the chain recommends; it refers with every doubt there is. */
    Advice advice() {
        List<Reason> doubts = new ArrayList<>();
        var missing = missing();
        if (!missing.isEmpty()) {
            doubts.add(factsMissing(missing, asking()));
        }
        var speaking = speaking();
        if (speaking == null) {
            doubts.add(noVersion());
        } else if (peers(speaking).size() > 1) {
            doubts.add(severalSpeak(peers(speaking)));
        }
        layers.forEach(layer -> doubts.addAll(layer.reasons()));
        byStatus.forEach(layer -> doubts.addAll(layer.reasons()));
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
            var decisive = byStatus.stream()
                    .filter(layer -> !layer.openItems().isEmpty()
                            || layer.word().filter("免责"::equals).isPresent())
                    .toList();
            if (!decisive.isEmpty()) {
                doubts.add(statusUnknown(speaking, decisive, word));
            }
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

    /** The same, told which open items decide nothing any more. */
    ChainEvaluation without(Set<String> items) {
        return new ChainEvaluation(date, by, layers, byStatus, whereabouts, items);
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
                .filter(layer -> layer.version().policy().isPeerOf(book))
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

    /** The open items that somebody must find out: of all layers, an item once; none that decides nothing any more. */
    List<Item> missing() {
        var open = openItems();
        var material =
                open.stream().filter(item -> !immaterial.contains(item.id())).toList();
        return material.isEmpty() ? open : material;
    }

    /** Ids of the versions of which items are open, those that only a status keeps apart among them. */
    Set<UUID> unanswered() {
        return Stream.concat(layers.stream(), byStatus.stream())
                .filter(layer -> !layer.openItems().isEmpty())
                .map(layer -> layer.version().id())
                .collect(Collectors.toSet());
    }

    /** The names of the layers that have such items. */
    List<String> asking() {
        var missing = missing().stream().map(Item::id).toList();
        return layers.stream()
                .filter(layer -> layer.openItems().stream().map(Item::id).anyMatch(missing::contains))
                .map(LayerEvaluation::name)
                .toList();
    }

    EvaluationView.Chain view() {
        var speaking = speaking();
        return new EvaluationView.Chain(
                date,
                by,
                advice(),
                layers.stream().map(layer -> layer.view(layer == speaking)).toList());
    }

    /** @param layers the names of the layers that ask them */
    static Reason factsMissing(List<Item> missing, List<String> layers) {
        return new Reason(
                "facts-missing",
                new Text(
                        "尚有 " + missing.size() + " 项未查明,退回承办人补充",
                        missing.size() + " item(s) are unanswered; back to the handler"),
                missing.stream().map(Item::id).toList(),
                layers);
    }

    /** Names the place and its books; internal books stay unnamed, since a self-check may read this. */
    private Reason noVersion() {
        var place = whereabouts.place();
        var books = whereabouts.silent().stream()
                .filter(policy -> policy.visibility() == Visibility.PUBLIC)
                .toList();
        var zh = books.stream()
                .map(policy -> "《" + policy.title().zh() + "》")
                .collect(Collectors.joining("、", "(", "当日均无有效版本)"));
        var en = books.stream().map(Policy::key).collect(Collectors.joining(", ", " (none of ", " has a version)"));
        return new Reason(
                "no-version",
                new Text(
                        date + " 在" + place.name().zh() + "(" + place.code() + ")没有生效的容错办法"
                                + (books.isEmpty() ? "" : zh) + ",不能按表认定",
                        "No TOLERANCE book was in force for " + place.name().en() + " (" + place.code() + ") on " + date
                                + (books.isEmpty() ? "" : en) + "; the tables cannot advise"),
                null,
                books.isEmpty() ? null : books.stream().map(Policy::key).toList());
    }

    private static Reason statusUnknown(LayerEvaluation speaking, List<LayerEvaluation> statutes, String word) {
        var items = statutes.stream()
                .flatMap(statute -> statute.openItems().stream())
                .map(Item::id)
                .distinct()
                .toList();
        List<String> names = new ArrayList<>();
        names.add(speaking.name());
        statutes.forEach(statute -> names.add(statute.name()));
        var said = speaking.articlesOf("tolerability");
        return new Reason(
                "subject-status-unknown",
                new Text(
                        speaking.title().zh() + "建议“" + word + "”" + said.zh() + ";未说明对象身份,"
                                + statutes.stream()
                                        .map(statute -> granted(statute).zh())
                                        .collect(Collectors.joining("、"))
                                + ",请查明身份",
                        speaking.title().en() + " says " + word + said.en() + "; the subject's status is unknown, and "
                                + statutes.stream()
                                        .map(statute -> granted(statute).en())
                                        .collect(Collectors.joining(", "))
                                + "; find out the status"),
                items.isEmpty() ? null : items,
                names);
    }

    /** What a statute would give the subjects that it is for. */
    private static Text granted(LayerEvaluation statute) {
        var statuses = statute.version().policy().scopeStatuses().stream()
                .map(SubjectStatus::label)
                .toList();
        var zh = statuses.stream().map(Text::zh).collect(Collectors.joining("、"));
        var en = statuses.stream().map(Text::en).collect(Collectors.joining(", "));
        var open = statute.openItems().size();
        var articles = statute.articlesOf("tolerability");
        return open == 0
                ? new Text(
                        statute.title().zh() + "规定对" + zh + "应予免责" + articles.zh(),
                        statute.title().en() + " grants an entitlement to " + en + articles.en())
                : new Text(
                        statute.title().zh() + "对" + zh + "可能应予免责(尚有 " + open + " 项未查明)",
                        statute.title().en() + " may grant an entitlement to " + en + " (" + open + " item(s) open)");
    }

    private static Reason severalSpeak(List<LayerEvaluation> peers) {
        var zh = peers.stream()
                .map(layer ->
                        layer.title().zh() + layer.articlesOf("tolerability").zh())
                .collect(Collectors.joining("、"));
        var en = peers.stream()
                .map(layer ->
                        layer.title().en() + layer.articlesOf("tolerability").en())
                .collect(Collectors.joining(", "));
        return new Reason(
                "several-speak",
                new Text(
                        "同一行政区划、同一领域有多部容错办法同时生效:" + zh,
                        "Several TOLERANCE books of one place and field are in force: " + en),
                null,
                peers.stream().map(LayerEvaluation::name).toList());
    }

    private static Reason layerBottomLine(LayerEvaluation speaking, LayerEvaluation layer, String word) {
        var articles = layer.articlesOf("bottomLine");
        var said = speaking.articlesOf("tolerability");
        return new Reason(
                "layer-bottom-line",
                new Text(
                        speaking.title().zh() + "建议“" + word + "”" + said.zh() + ",但触及"
                                + layer.title().zh() + "的底线" + articles.zh(),
                        speaking.title().en() + " says " + word + said.en() + " but a bottom line of "
                                + layer.title().en() + " is hit" + articles.en()),
                null,
                List.of(speaking.name(), layer.name()));
    }

    private static Reason entitlement(LayerEvaluation speaking, LayerEvaluation statute, String word) {
        var articles = statute.articlesOf("tolerability");
        var said = speaking.articlesOf("tolerability");
        return new Reason(
                "entitlement",
                new Text(
                        speaking.title().zh() + "建议“" + word + "”" + said.zh() + ",但"
                                + statute.title().zh() + "规定应予免责" + articles.zh(),
                        speaking.title().en() + " says " + word + said.en() + " but "
                                + statute.title().en() + " grants an entitlement" + articles.en()),
                null,
                List.of(speaking.name(), statute.name()));
    }
}
