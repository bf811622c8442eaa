package org.rongcuo.procedure;

import java.util.Optional;
import java.util.UUID;
import org.rongcuo.policy.Recommendation;

/** Implemented by the coordination group's feature: what the group holds of a subject. */
public interface ConsultationResults {
    /** The latest result for the subject in the round; empty when the group was not asked or has not concluded. */
    Optional<Result> of(UUID caseId, UUID subjectId, int round);

    /**
     * @param outcome null when the group came to none for the subject
     * @param binding whether it is a decision, from which the determination does not depart; else it is advice
     */
    record Result(UUID consultation, Recommendation outcome, boolean binding) {}
}
