package org.rongcuo.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What people determined of subjects, offered by whoever keeps the determinations; a replay reports it apart. */
public interface RecordedOutcomes {
    /**
     * The outcomes on record.
     *
     * @param subjects as evaluation records refer to them
     * @param until those determined later are left out
     * @return by subject; whoever is not determined is not there
     */
    Map<UUID, Recommendation> of(Collection<UUID> subjects, Instant until);
}
