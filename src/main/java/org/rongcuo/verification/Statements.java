package org.rongcuo.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** When a round after the first began, by the ledger's own time of the objection that was upheld. */
    @SuppressWarnings("unchecked")
    Optional<Instant> roundBegan(UUID caseId, int round) {
        List<Instant> moments = getEntityManager()
                .createNativeQuery(
                        "select at from ledger_entry where chain = ?1 and type = ?2 order by sequence", Instant.class)
                .setParameter(1, "case:" + caseId)
                .setParameter(2, "org.rongcuo.procedure.objection-upheld")
                .getResultList();
        return round >= 2 && moments.size() >= round - 1 ? Optional.of(moments.get(round - 2)) : Optional.empty();
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
