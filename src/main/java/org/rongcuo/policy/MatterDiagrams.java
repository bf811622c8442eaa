package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;

/**
 * The diagrams of the chains in use: what a matter's books recommend for whatever answers are still missing. Compiled once
 * for each combination of versions, bounded by weight. Policy contract, "Evaluation". Thread-safe.
 */
@ApplicationScoped
class MatterDiagrams {
    private static final int MOST_NODES = 400_000;
    private static final int LEAST_WEIGHT = 100;

    private final Books books;
    private final Cache<Key, Optional<Diagram<Recommendation>>> diagrams = Caffeine.newBuilder()
            .maximumWeight(MOST_NODES)
            .weigher((Key key, Optional<Diagram<Recommendation>> diagram) ->
                    LEAST_WEIGHT + diagram.map(Diagram::size).orElse(0))
            .build();

    MatterDiagrams(Books books) {
        this.books = books;
    }

    /** What the outcome depends on beside the answers. */
    private record Key(@Nullable LenityMode mode, List<String> conduct, List<String> decision, Set<UUID> silent) {}

    /**
     * The recommendation as a function of the answers.
     *
     * @param open ids of the versions of which items are open
     * @return empty if it cannot be worked out exactly, or a stored model cannot be used: nothing is proven then
     */
    Optional<Diagram<Recommendation>> of(Books.TwoDates dates, Set<UUID> open) {
        var silent = ChainDiagram.silent(byStatus(dates), open);
        return diagrams.get(
                new Key(
                        dates.mode(),
                        names(dates.conduct().layers()),
                        names(dates.decision().layers()),
                        silent),
                key -> compile(dates, silent));
    }

    /** What a version says by itself, where it says a word that recommends something; a trial's. */
    Optional<Diagram<Recommendation>> of(PolicyVersion version, CompiledModel model) {
        var key = new Key(null, List.of(version.policy().kind() + version.contentHash()), List.of(), Set.of());
        return diagrams.get(
                key,
                asked -> ChainDiagram.compile(
                        Stream.of(version), one -> Optional.of(model), chain -> chain.of(version)));
    }

    private static Stream<PolicyVersion> byStatus(Books.TwoDates dates) {
        return Stream.concat(
                dates.decision().layers().byStatus().stream(), dates.conduct().layers().byStatus().stream());
    }

    private static List<String> names(Layers layers) {
        return Stream.concat(layers.all().stream(), layers.byStatus().stream())
                .map(version -> version.id() + version.contentHash())
                .toList();
    }

    private Optional<Diagram<Recommendation>> compile(Books.TwoDates dates, Set<UUID> silent) {
        var answered = byStatus(dates).filter(version -> !silent.contains(version.id()));
        var compiled = ChainDiagram.compile(
                Stream.concat(dates.asked().stream(), answered), books::usable, chain -> chain.of(dates, silent));
        if (compiled.isEmpty()) {
            Log.infof(
                    "partial answers are not exact for %s",
                    names(dates.decision().layers()));
        }
        return compiled;
    }
}
