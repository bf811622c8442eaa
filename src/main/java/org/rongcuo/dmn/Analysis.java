package org.rongcuo.dmn;

import java.util.List;

/**
 * What is to be said of an admitted model before people put it in force.
 *
 * @param findings errors first, then warnings, each in the order of the document
 * @param tables one entry for each decision that is a table, in the order of the document; a decision that is an
 *     expression needs no proof
 */
public record Analysis(List<AnalysisFinding> findings, List<TableProof> tables) {
    public Analysis {
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
    }

    /** Whether anything was found that must be put right before the model may be approved. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == AnalysisFinding.Severity.ERROR);
    }

    /** The tables of which it is not known whether they are whole and free of contradiction; empty if there is none. */
    public List<TableProof> notProven() {
        return tables.stream()
                .filter(table -> table.proof() == TableProof.Proof.NOT_PROVEN)
                .toList();
    }
}
