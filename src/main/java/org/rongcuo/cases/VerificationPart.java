package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.procedure.TookPart;

/** Whoever investigates a case or has signed a report on it takes no part in its review. */
@ApplicationScoped
class VerificationPart implements TookPart {
    private final Investigators investigators;
    private final VerificationReports reports;

    VerificationPart(Investigators investigators, VerificationReports reports) {
        this.investigators = investigators;
        this.reports = reports;
    }

    @Override
    public Set<UUID> persons(UUID caseId) {
        Set<UUID> persons = new HashSet<>(investigators.of(caseId));
        reports.of(caseId).forEach(report -> persons.addAll(report.signers()));
        return persons;
    }
}
