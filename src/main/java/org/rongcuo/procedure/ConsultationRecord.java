package org.rongcuo.procedure;

import java.util.UUID;

/** Implemented by the feature in which the coordination group consults: whether it has, on a case. */
public interface ConsultationRecord {
    /** Whether a consultation on the case was concluded in that round of its verification. */
    boolean concluded(UUID caseId, int round);
}
