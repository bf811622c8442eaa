package org.rongcuo.procedure;

import java.util.Set;
import java.util.UUID;

/**
 * Implemented by features whose work on a case bars a person from its review: who investigated, who voted. Who handled or
 * determined it is known already.
 */
public interface TookPart {
    Set<UUID> persons(UUID caseId);
}
