package org.rongcuo.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/**
 * What happens in verification. The ledger is read by all who see the case; of what only some of them may read (what a
 * subject said, what the investigators found) it holds the SHA-256, which proves the text without telling it.
 */
sealed interface VerificationEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    @Override
    default String feature() {
        return "cases";
    }

    /** @param assistants persons by id, external experts by name */
    record InvestigatorsNamed(UUID caseId, long stateVersion, List<UUID> persons, List<String> assistants)
            implements VerificationEvent {}

    /** @param heldOn and the place are null unless investigators took it down */
    record StatementMade(
            UUID caseId,
            long stateVersion,
            UUID statement,
            UUID subject,
            int round,
            Statement.Manner manner,
            LocalDate heldOn,
            String place,
            List<UUID> present,
            List<UUID> evidence,
            List<UUID> claims,
            String contentHash)
            implements VerificationEvent {}

    record ClaimAnswered(
            UUID caseId, long stateVersion, UUID claim, UUID statement, Claim.Finding finding, String reasonsHash)
            implements VerificationEvent {}

    /** 核实报告. */
    record VerificationReported(
            UUID caseId,
            long stateVersion,
            UUID report,
            int round,
            List<FoundOf> findings,
            List<UUID> evidence,
            List<UUID> signers)
            implements VerificationEvent {}

    /** What the report finds of a subject. @param evaluation what the tables advised on the answers then */
    record FoundOf(UUID subject, UUID evaluation, String factsHash, String opinionHash) {}
}
