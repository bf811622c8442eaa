package org.rongcuo.aftercare;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** All corrections, with their measures, reports and evaluations. */
@ApplicationScoped
class Corrections implements PanacheRepositoryBase<Correction, UUID> {
    List<Correction> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The case's correction of that id. @throws Problem 404 */
    Correction of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    void add(Object record) {
        getEntityManager().persist(record);
    }

    /** The measures in their order. */
    List<CorrectionMeasure> measures(Collection<UUID> corrections) {
        return listed("CorrectionMeasure", "position", corrections, CorrectionMeasure.class);
    }

    List<CorrectionReport> reports(Collection<UUID> corrections) {
        return listed("CorrectionReport", "round", corrections, CorrectionReport.class);
    }

    List<CorrectionEvaluation> evaluations(Collection<UUID> corrections) {
        return listed("CorrectionEvaluation", "round", corrections, CorrectionEvaluation.class);
    }

    private <R> List<R> listed(String entity, String order, Collection<UUID> corrections, Class<R> type) {
        return getEntityManager()
                .createQuery(
                        "from " + entity + " r where r.correctionId in :corrections order by r.correctionId, r."
                                + order,
                        type)
                .setParameter("corrections", corrections)
                .getResultList();
    }
}
