package org.rongcuo.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** What the subjects of all cases stated, and their claims. */
@ApplicationScoped
class Statements implements PanacheRepositoryBase<Statement, UUID> {
    List<Statement> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    List<Statement> of(UUID caseId, int round) {
        return list("caseId = ?1 and round = ?2 order by id", caseId, round);
    }

    /** The claims of a case, in their order. */
    List<Claim> claims(UUID caseId) {
        return getEntityManager()
                .createQuery("from Claim c where c.caseId = ?1 order by c.statementId, c.number", Claim.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    /** @throws Problem 404 */
    Claim claim(UUID caseId, UUID id) {
        return getEntityManager()
                .createQuery("from Claim c where c.caseId = ?1 and c.id = ?2", Claim.class)
                .setParameter(1, caseId)
                .setParameter(2, id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    void keep(Statement statement, List<Claim> claims) {
        persist(statement);
        claims.forEach(getEntityManager()::persist);
        flush();
    }
}
