package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.ConsultationResults;
import org.rongcuo.shared.Problem;

/** A decision of the coordination group takes effect when the organ determines so, and the organ does not depart from it. */
@ApplicationScoped
class GroupDecisions {
    private final Instance<ConsultationResults> results;

    GroupDecisions(Instance<ConsultationResults> results) {
        this.results = results;
    }

    /** @throws Problem 422 when the group has decided otherwise */
    void requireFollowed(CaseFile file, UUID subjectId, Recommendation outcome) {
        if (file.status() != CaseStatus.CONSULTING) {
            return;
        }
        results.stream()
                .flatMap(source -> source.of(file.id(), subjectId, file.round()).stream())
                .filter(result -> result.binding() && result.outcome() != null && result.outcome() != outcome)
                .findFirst()
                .ifPresent(result -> {
                    throw Problem.invalid(
                            "/outcome",
                            "departs-from-group-decision",
                            "协调小组已决定“" + result.outcome().label().zh() + "”,认定不得与之不同",
                            "The coordination group has decided " + result.outcome()
                                    + "; the determination follows it");
                });
    }
}
