package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rongcuo.dmn.BookDiagrams;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;

/**
 * What complete chains recommend for all answers at once: {@link ChainEvaluation#advice} and {@link LenityRule} as functions
 * of the items. Used by one thread, within {@link BookDiagrams#exactly}.
 */
final class ChainDiagram {
    private final BookDiagrams diagrams;
    private final Map<UUID, CompiledModel> models;
    private final Map<UUID, BookDiagrams.Said> said = new HashMap<>();

    /** @param models the compiled model of each version, by the version's id */
    ChainDiagram(BookDiagrams diagrams, Map<UUID, CompiledModel> models) {
        this.diagrams = diagrams;
        this.models = models;
    }

    private BookDiagrams.Said said(PolicyVersion version) {
        var known = said.get(version.id());
        if (known == null) {
            known = diagrams.of(models.get(version.id()));
            said.put(version.id(), known);
        }
        return known;
    }

    /**
     * What two dates recommend together.
     *
     * @param silent ids of the statutes for some statuses only whose items are not all answered: whoever has the status may
     *     be entitled
     */
    Diagram<Recommendation> of(Books.TwoDates dates, Set<UUID> silent) {
        if (dates.mode() == LenityMode.CONDUCT) {
            return of(dates.conduct().layers(), silent);
        }
        var current = of(dates.decision().layers(), silent);
        if (dates.mode() == LenityMode.DECISION
                || dates.conduct()
                        .layers()
                        .contentHashes()
                        .equals(dates.decision().layers().contentHashes())) {
            return current;
        }
        var old = of(dates.conduct().layers(), silent);
        return lighter(dates, old, current);
    }

    /** 从旧兼从轻, as {@link LenityRule} weighs it. */
    private Diagram<Recommendation> lighter(
            Books.TwoDates dates, Diagram<Recommendation> old, Diagram<Recommendation> current) {
        record Pair(Recommendation stands, boolean equal) {}
        var pairs = old.with(current, (before, now) -> {
            if (before == Recommendation.REFER || now == Recommendation.REFER) {
                return new Pair(Recommendation.REFER, false);
            }
            return new Pair(now.lighterThan(before) ? now : before, before == now);
        });
        var speaksOld = dates.conduct().layers().speaking();
        var speaksNow = dates.decision().layers().speaking();
        if (pairs.values().stream().noneMatch(Pair::equal) || speaksOld.isEmpty() || speaksNow.isEmpty()) {
            return pairs.map(Pair::stands);
        }
        var ranked = said(speaksOld.get())
                .effects()
                .with(
                        said(speaksNow.get()).effects(),
                        (before, now) -> before.isPresent()
                                && now.isPresent()
                                && (before.get().containsAll(now.get())
                                        || now.get().containsAll(before.get())));
        return pairs.with(
                ranked, (pair, comparable) -> pair.equal() && !comparable ? Recommendation.REFER : pair.stands());
    }

    /** What the layers of one date recommend. @param silent as in {@link #of(Books.TwoDates, Set)} */
    Diagram<Recommendation> of(Layers layers, Set<UUID> silent) {
        var speaking = layers.speaking().orElse(null);
        if (speaking == null || severalSpeak(layers, speaking)) {
            return diagrams.always(Recommendation.REFER);
        }
        var advice = said(speaking)
                .word()
                .map(word -> word.flatMap(Recommendation::ofWord).orElse(Recommendation.REFER));
        for (var layer : others(layers, speaking)) {
            var tolerance = layer.policy().kind() == BookKind.TOLERANCE;
            advice = advice.with(said(layer).word(), (recommended, word) -> {
                if (word.isEmpty()) {
                    return Recommendation.REFER;
                }
                var entitles = !tolerance && word.get().equals("免责");
                return entitles && recommended != Recommendation.EXEMPT ? Recommendation.REFER : recommended;
            });
            if (tolerance) {
                advice = advice.with(
                        said(layer).bottomLine(),
                        (recommended, hit) ->
                                hit && (recommended == Recommendation.EXEMPT || recommended == Recommendation.MITIGATE)
                                        ? Recommendation.REFER
                                        : recommended);
            }
        }
        return layers.byStatus().stream().anyMatch(statute -> silent.contains(statute.id()))
                ? advice.map(recommended -> recommended == Recommendation.EXEMPT ? recommended : Recommendation.REFER)
                : advice;
    }

    /** The layers beside the speaking one, of the statutes by status those that are answered. */
    private List<PolicyVersion> others(Layers layers, PolicyVersion speaking) {
        var others = new ArrayList<PolicyVersion>();
        layers.all().stream().filter(layer -> layer != speaking).forEach(others::add);
        layers.byStatus().stream()
                .filter(layer -> models.containsKey(layer.id()))
                .forEach(others::add);
        return others;
    }

    private static boolean severalSpeak(Layers layers, PolicyVersion speaking) {
        return layers.tolerance().stream()
                        .filter(layer -> layer.policy()
                                        .jurisdiction()
                                        .code()
                                        .equals(speaking.policy().jurisdiction().code())
                                && Objects.equals(
                                        layer.policy().field(),
                                        speaking.policy().field()))
                        .limit(2)
                        .count()
                > 1;
    }

    /**
     * A recommendation alone; empty where it cannot be worked out exactly.
     *
     * @param models by version id, the most important first
     */
    static Optional<Diagram<Recommendation>> compile(
            Map<UUID, CompiledModel> models, Function<ChainDiagram, Diagram<Recommendation>> chain) {
        try {
            var diagrams = BookDiagrams.over(models.values().stream().distinct().toList());
            return Optional.of(diagrams.exactly(
                    () -> chain.apply(new ChainDiagram(diagrams, models)).alone()));
        } catch (BookDiagrams.NotExact intricate) {
            return Optional.empty();
        }
    }
}
