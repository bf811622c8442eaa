package org.rongcuo.procedure;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Implemented by the feature in which a case is verified (核实): who did it, and what came of it. */
public interface VerificationRecord {
    /** The persons who investigate the case now. */
    Set<UUID> investigators(UUID caseId);

    /** A person recused neither investigates nor assists any more. */
    void leaveOut(UUID caseId, UUID personId);

    /** Whether a statement of the subject, or that it waived one, is on record in that round. */
    boolean heard(UUID caseId, UUID subjectId, int round);

    /** The facts that the round's report found of the subject; empty without a report on it. */
    Optional<String> facts(UUID caseId, UUID subjectId, int round);
}
