package org.rongcuo.procedure;

import java.util.Set;
import java.util.UUID;

/** Implemented by the feature that records recusals: whom a case knows to be kept from it, as relatives and witnesses are. */
public interface RecusedPersons {
    Set<UUID> of(UUID caseId);
}
