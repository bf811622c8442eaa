package org.rongcuo.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseFile;

/** The deferrals of all cases, with their renewals. */
@ApplicationScoped
class Deferrals implements PanacheRepositoryBase<Deferral, UUID> {
    List<Deferral> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The one that lasts, if any. */
    Optional<Deferral> lasting(UUID caseId) {
        return find("caseId = ?1 and endedAt is null", caseId).firstResultOptional();
    }

    List<DeferralRenewal> renewals(UUID caseId) {
        return getEntityManager()
                .createQuery(
                        "select r from DeferralRenewal r join Deferral d on d.id = r.deferralId"
                                + " where d.caseId = ?1 order by r.id",
                        DeferralRenewal.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    /**
     * How many terms of deferral the case has used, deferrals and renewals, since it was last left unresolved, in a round:
     * so that verifying in between makes no deferral endless.
     */
    int termsUsed(CaseFile file) {
        var all = of(file.id());
        var since = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).outcome() == DeferralOutcome.UNRESOLVED) {
                since = i + 1;
            }
        }
        var counted = all.subList(since, all.size()).stream()
                .filter(deferral -> deferral.round() == file.round())
                .map(Deferral::id)
                .toList();
        return counted.size()
                + (int) renewals(file.id()).stream()
                        .filter(renewal -> counted.contains(renewal.deferralId()))
                        .count();
    }

    /** When the case was last left unresolved. */
    Optional<Deferral> lastUnresolved(UUID caseId) {
        return find("caseId = ?1 and outcome = ?2 order by id desc", caseId, DeferralOutcome.UNRESOLVED)
                .firstResultOptional();
    }

    void keep(DeferralRenewal renewal) {
        getEntityManager().persist(renewal);
    }
}
