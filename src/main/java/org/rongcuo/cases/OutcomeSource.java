package org.rongcuo.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Implemented by the feature in which cases are determined (认定): which determinations stand. */
public interface OutcomeSource {
    /** Those of a case, of whichever round, in the order of the subjects; none of a subject not determined yet. */
    List<StandingOutcome> of(UUID caseId);

    /** The subject's, of whichever round. */
    Optional<StandingOutcome> of(Subject subject);

    /** The determinations of a case that their subject was told of, by feedback or by the delivery of a review's decision. */
    Set<UUID> told(UUID caseId);

    /**
     * Whether a person determined a subject of a case, reviews apart, as a condition of an HQL query.
     *
     * @param caseId the HQL path of the case's id
     * @param person the name of the parameter that holds the person's id
     */
    String determinedBy(String caseId, String person);
}
