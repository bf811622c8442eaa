package org.rongcuo.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Implemented by the feature in which a case is verified (核实): who did it, and what came of it. */
public interface VerificationRecord {
    /** The persons who investigate the case now. */
    Set<UUID> investigators(UUID caseId);

    /** A person recused neither investigates nor assists any more. */
    void leaveOut(UUID caseId, UUID personId);

    /**
     * Whether the subject had its say in that round: stated something itself, or was heard on a day since the round began. That
     * it waived the chance is no hearing, nor is a talk of an earlier round that is recorded again.
     */
    boolean heard(UUID caseId, UUID subjectId, int round);

    /** When the round was last reported on; empty without a report. */
    Optional<Instant> reportedAt(UUID caseId, int round);

    /** The facts that the round's report found of the subject; empty without a report on it. */
    Optional<String> facts(UUID caseId, UUID subjectId, int round);
}
