package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.procedure.TookPart;
import org.rongcuo.procedure.VerificationRecord;
import org.rongcuo.shared.Clocks;

/** What others ask of verifications. Whoever investigates a case or has signed a report on it takes no part in its review. */
@ApplicationScoped
class VerificationRecords implements VerificationRecord, TookPart {
    private final Investigators investigators;
    private final Statements statements;
    private final VerificationReports reports;

    VerificationRecords(Investigators investigators, Statements statements, VerificationReports reports) {
        this.investigators = investigators;
        this.statements = statements;
        this.reports = reports;
    }

    @Override
    public Set<UUID> investigators(UUID caseId) {
        return Set.copyOf(investigators.of(caseId));
    }

    @Override
    public void leaveOut(UUID caseId, UUID personId) {
        investigators.leaveOut(caseId, personId);
    }

    @Override
    public boolean heard(UUID caseId, UUID subjectId, int round) {
        // A statement bears the round in which it was recorded; a talk may be older than its record.
        var since = statements.roundBegan(caseId, round).map(Clocks::dateOf);
        return statements.of(caseId, round).stream()
                .filter(statement -> statement.subjectId().equals(subjectId))
                .filter(statement -> statement.manner() != Statement.Manner.WAIVED)
                .anyMatch(statement -> statement.heldOn() == null
                        || since.isEmpty()
                        || !statement.heldOn().isBefore(since.get()));
    }

    @Override
    public Optional<Instant> reportedAt(UUID caseId, int round) {
        return reports.latest(caseId, round).map(VerificationReport::reportedAt);
    }

    @Override
    public Optional<String> facts(UUID caseId, UUID subjectId, int round) {
        return reports.latest(caseId, round).stream()
                .flatMap(report -> reports.findings(report.id()).stream())
                .filter(finding -> finding.subjectId().equals(subjectId))
                .map(VerificationReport.Finding::facts)
                .findFirst();
    }

    @Override
    public Set<UUID> persons(UUID caseId) {
        Set<UUID> persons = new HashSet<>(investigators.of(caseId));
        reports.of(caseId).forEach(report -> persons.addAll(report.signers()));
        return persons;
    }
}
