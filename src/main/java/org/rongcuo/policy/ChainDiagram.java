package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var advice = of(speaking);
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
                        .filter(layer -> layer.policy().isPeerOf(speaking.policy()))
                        .limit(2)
                        .count()
                > 1;
    }

    /** What one book recommends by itself. */
    Diagram<Recommendation> of(PolicyVersion version) {
        return said(version)
                .word()
                .map(word -> word.flatMap(Recommendation::ofWord).orElse(Recommendation.REFER));
    }

    /**
     * Ids of the statutes for some statuses only that nobody can ask: those with open items.
     *
     * @param open ids of the versions of which items are open
     */
    static Set<UUID> silent(Stream<PolicyVersion> byStatus, Set<UUID> open) {
        return byStatus.map(PolicyVersion::id).filter(open::contains).collect(Collectors.toSet());
    }

    /**
     * A recommendation alone.
     *
     * @param versions that take part, the most important first
     * @param model of a version; empty where what is stored cannot be used
     * @return empty where it cannot be worked out exactly, or a model is missing: nothing is proven then
     */
    static Optional<Diagram<Recommendation>> compile(
            Stream<PolicyVersion> versions,
            Function<PolicyVersion, Optional<CompiledModel>> model,
            Function<ChainDiagram, Diagram<Recommendation>> chain) {
        Map<UUID, CompiledModel> models = new LinkedHashMap<>();
        for (var version : versions.toList()) {
            var usable = model.apply(version);
            if (usable.isEmpty()) {
                return Optional.empty();
            }
            models.put(version.id(), usable.get());
        }
        try {
            var diagrams = BookDiagrams.over(models.values().stream().distinct().toList());
            return Optional.of(diagrams.exactly(
                    () -> chain.apply(new ChainDiagram(diagrams, models)).alone()));
        } catch (BookDiagrams.NotExact intricate) {
            return Optional.empty();
        }
    }
}
