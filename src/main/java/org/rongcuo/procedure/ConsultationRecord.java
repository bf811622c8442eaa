package org.rongcuo.procedure;

import java.util.Optional;
import java.util.UUID;

/** Implemented by the feature in which the coordination group consults: whether it has, on a case. */
public interface ConsultationRecord {
    /** Whether a consultation on the case was concluded in that round of its verification. */
    boolean concluded(UUID caseId, int round);

    /** What the group last held of a filing as it was submitted in that round; empty when not asked or not concluded. */
    Optional<OnFiling> onFiling(UUID caseId, int round);

    /** @param binding whether the answer to the filing does not depart from it; else it is advice */
    record OnFiling(UUID consultation, Stance stance, boolean binding) {}

    /** What a group holds of a filing. */
    enum Stance {
        ENDORSED,
        OPPOSED,
        /** More is to be said or shown before the group comes to a result. */
        GIVEN_BACK
    }
}
