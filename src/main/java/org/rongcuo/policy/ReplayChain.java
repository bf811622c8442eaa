package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;

/**
 * A complete chain as a replay asks it.
 *
 * @param on the day of the replay, whose versions these are
 * @param models the compiled models by version id; that of a version which cannot be used is not there
 * @param diagrams what chains recommend for whatever answers, as far as a run has asked it; used by one thread
 */
record ReplayChain(
        Jurisdiction place,
        LocalDate on,
        Layers layers,
        Map<UUID, CompiledModel> models,
        Map<Asked, Optional<Diagram<Recommendation>>> diagrams) {
    /** A chain with some items open. @param silent as in {@link ChainDiagram#of(Layers, Set)} */
    record Asked(Identity chain, Set<UUID> silent) {}

    /**
     * What the chain recommends for whatever answers; empty where that cannot be worked out exactly.
     *
     * @param open ids of the versions of which items are open
     */
    Optional<Diagram<Recommendation>> diagram(Set<UUID> open) {
        var silent = ChainDiagram.silent(layers.byStatus().stream(), open);
        return diagrams.computeIfAbsent(new Asked(identity(), silent), asked -> compile(silent));
    }

    private Optional<Diagram<Recommendation>> compile(Set<UUID> silent) {
        var answered = Stream.concat(layers.all().stream(), layers.byStatus().stream())
                .filter(version -> !silent.contains(version.id()));
        return ChainDiagram.compile(
                answered, version -> Optional.ofNullable(models.get(version.id())), chain -> chain.of(layers, silent));
    }

    /** Tells chains apart: of the same versions, whatever the place, all say the same of the same facts. */
    record Identity(List<UUID> asked, List<UUID> byStatus) {}

    Identity identity() {
        return new Identity(ids(layers.all()), ids(layers.byStatus()));
    }

    private static List<UUID> ids(List<PolicyVersion> versions) {
        return versions.stream().map(PolicyVersion::id).toList();
    }
}
