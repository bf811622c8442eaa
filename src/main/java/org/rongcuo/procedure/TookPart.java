package org.rongcuo.procedure;

import java.util.Set;
import java.util.UUID;

/**
 * Implemented by features whose work on a case bars a person from its review: who investigated, who voted, who determined.
 * Who handled it is known already.
 */
public interface TookPart {
    Set<UUID> persons(UUID caseId);
}
