package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.CompiledModel;

/**
 * A complete chain as a replay asks it.
 *
 * @param on the day of the replay, whose versions these are
 * @param models the compiled models by version id; that of a version which cannot be used is not there
 */
record ReplayChain(Jurisdiction place, LocalDate on, Layers layers, Map<UUID, CompiledModel> models) {
    /** Tells chains apart: of the same versions, whatever the place, all say the same of the same facts. */
    record Identity(List<UUID> asked, List<UUID> byStatus) {}

    Identity identity() {
        return new Identity(ids(layers.all()), ids(layers.byStatus()));
    }

    private static List<UUID> ids(List<PolicyVersion> versions) {
        return versions.stream().map(PolicyVersion::id).toList();
    }
}
