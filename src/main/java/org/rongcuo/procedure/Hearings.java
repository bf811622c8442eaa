package org.rongcuo.procedure;

import java.util.UUID;

/** Implemented by the feature that keeps what subjects said (陈述申辩). */
public interface Hearings {
    /** Whether the subject was heard in the round, or was given the chance and did not take it. */
    boolean heard(UUID caseId, UUID subjectId, int round);
}
