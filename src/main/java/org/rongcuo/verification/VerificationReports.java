package org.rongcuo.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verification reports of all cases. */
@ApplicationScoped
class VerificationReports implements PanacheRepositoryBase<VerificationReport, UUID> {
    /** The latest first. */
    List<VerificationReport> of(UUID caseId) {
        return list("caseId = ?1 order by id desc", caseId);
    }

    /** The latest of the round. */
    Optional<VerificationReport> latest(UUID caseId, int round) {
        return find("caseId = ?1 and round = ?2 order by id desc", caseId, round)
                .firstResultOptional();
    }

    List<VerificationReport.Finding> findings(UUID reportId) {
        return getEntityManager()
                .createQuery(
                        "from ReportFinding f where f.reportId = ?1 order by f.subjectId",
                        VerificationReport.Finding.class)
                .setParameter(1, reportId)
                .getResultList();
    }

    void keep(VerificationReport report, List<VerificationReport.Finding> findings) {
        persist(report);
        findings.forEach(getEntityManager()::persist);
        flush();
    }
}
