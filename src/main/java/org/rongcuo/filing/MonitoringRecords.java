package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** The monitoring records of all filings. */
@ApplicationScoped
class MonitoringRecords implements PanacheRepositoryBase<MonitoringRecord, UUID> {
    List<MonitoringRecord> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    MonitoringRecord of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** Those that want correction and have not got it. */
    List<MonitoringRecord> unsettled(UUID caseId) {
        return of(caseId).stream().filter(record -> !record.state().isSettled()).toList();
    }
}
