package org.rongcuo.procedure;

import java.util.Set;
import java.util.UUID;

/** Implemented by features that bring a case before people beyond the office, such as a coordination group. */
public interface CaseAudience {
    /** The persons who see the case as coordinators, up to their clearance. */
    Set<UUID> invited(UUID caseId);
}
