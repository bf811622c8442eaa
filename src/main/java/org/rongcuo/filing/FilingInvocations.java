package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** Which cases invoke which filings. */
@ApplicationScoped
class FilingInvocations implements PanacheRepositoryBase<FilingInvocation, UUID> {
    List<FilingInvocation> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    FilingInvocation of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** What was found of an invocation, the latest last. */
    List<InvocationFinding> findings(UUID invocationId) {
        return getEntityManager()
                .createQuery(
                        "from InvocationFinding f where f.invocationId = ?1 order by f.foundAt, f.id",
                        InvocationFinding.class)
                .setParameter(1, invocationId)
                .getResultList();
    }

    /** The finding that counts; empty while nobody has found anything. */
    Optional<InvocationFinding> finding(UUID invocationId) {
        return findings(invocationId).stream().reduce((earlier, later) -> later);
    }

    void add(InvocationFinding finding) {
        getEntityManager().persist(finding);
        getEntityManager().flush();
    }
}
