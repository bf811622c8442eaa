package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The evidence of how things were decided, of all cases. */
@ApplicationScoped
class DecisionEvidences implements PanacheRepositoryBase<DecisionEvidence, UUID> {
    private final FilingInvocations invocations;

    DecisionEvidences(FilingInvocations invocations) {
        this.invocations = invocations;
    }

    /** The case's own, then that of the filings it invokes, unless they were found to be of another matter. */
    List<DecisionEvidence> of(UUID caseId) {
        var invoked = invocations.of(caseId).stream()
                .filter(invocation -> invocations
                        .finding(invocation.id())
                        .map(InvocationFinding::isSameMatter)
                        .orElse(true))
                .flatMap(invocation -> list("caseId = ?1 order by id", invocation.filingCaseId()).stream());
        return Stream.concat(list("caseId = ?1 order by id", caseId).stream(), invoked)
                .toList();
    }
}
