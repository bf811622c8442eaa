package org.rongcuo.procedure;

import java.util.Optional;
import java.util.UUID;
import org.rongcuo.policy.Recommendation;

/** Implemented by the coordination group's feature: what the group holds of a subject. */
public interface ConsultationResults {
    /** The latest result for the subject in the round; empty when the group was not asked or has not concluded. */
    Optional<Result> of(UUID caseId, UUID subjectId, int round);

    /** @param outcome null when the group came to none for the subject */
    record Result(UUID consultation, Recommendation outcome) {}
}
