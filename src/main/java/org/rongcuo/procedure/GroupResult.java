package org.rongcuo.procedure;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group holds of one subject.
 *
 * @param subject null for a filing, which is consulted on as a whole
 * @param result what the majority voted
 * @param tally how many voted what, of those entitled
 */
public record GroupResult(@Nullable UUID subject, String result, Map<String, Integer> tally) {
    /** What the ledger tells of it: not the tally, which would open the votes to all who read the ledger. */
    public record Told(@Nullable UUID subject, String result) {}

    public Told told() {
        return new Told(subject, result);
    }
}
