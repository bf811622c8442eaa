package org.rongcuo.dmn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.dmn.AnalysisFinding.Severity;
import org.rongcuo.dmn.TableProof.Proof;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Says of an admitted model what its author should know before it is put in force: gaps, overlaps and rows without
 * effect in its tables, and of each table whether it is proven to be whole and free of contradiction. Each table is
 * judged twice, by the engine's decision-table analysis and by our own reading in sets; it is proven only if the engine
 * went through that very table, nothing was found and the two do not contradict each other. Policy contract, "The gate",
 * point 6: what is not finished in time is "not proven", never "clean". Thread-safe.
 */
@ApplicationScoped
public class TableAnalysis {
    /**
     * Analyses a model, table after table.
     *
     * @param model as the gate admitted it
     * @param kind the kind under which it was admitted
     * @param budget how long it may take. A table is begun only within it and takes about ten seconds at most; the
     *     tables that are not begun, also because the thread was interrupted, are {@code NOT_PROVEN} {@code deadline}
     * @return findings and proofs; never null
     */
    public Analysis analyse(AdmittedModel model, BookKind kind, Duration budget) {
        var begun = System.nanoTime();
        var document = AdmittedModel.document(model.xml());
        var definitions = document.getDocumentElement();
        var reader = new GridReader(definitions, new ModelTypes(definitions, new Findings()));
        var findings = new ArrayList<>(DmnEngine.warnings(model.xml()));
        var proofs = new ArrayList<TableProof>();
        for (var decision : Nodes.children(definitions, "decision")) {
            if (Nodes.child(decision, "decisionTable") == null) {
                continue;
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - begun > budget.toNanos()) {
                proofs.add(proof(
                        decision,
                        Proof.NOT_PROVEN,
                        NotProven.table("deadline", "分析时间已用完,未分析该表", "time ran out before the table was analysed")));
            } else {
                proofs.add(table(document, decision, reader, findings));
            }
        }
        var sorted = new ArrayList<AnalysisFinding>();
        for (var severity : Severity.values()) {
            findings.stream().filter(finding -> finding.severity() == severity).forEach(sorted::add);
        }
        return new Analysis(sorted, proofs);
    }

    private static TableProof table(
            Document model, Element decision, GridReader reader, List<AnalysisFinding> findings) {
        var reading = reader.read(decision);
        var found = new ArrayList<>(reading.findings());
        var causes = new ArrayList<>(reading.causes());
        if (reading.grid() != null) {
            var conflicts = RowConflicts.of(reading.grid());
            found.addAll(conflicts.findings());
            if (causes.isEmpty()) {
                if (conflicts.tooLarge() || EngineCost.of(reading.grid()) > EngineCost.MAX) {
                    causes.add(NotProven.table(
                            "too-large",
                            "表过大,无法在限定时间内分析;请拆成几个决策",
                            "the table is too large to be analysed in time: split it into decisions"));
                } else {
                    var objection = new EngineTables(model).objection(reading.grid());
                    if (objection != null) {
                        causes.add(objection);
                    }
                }
            }
        }
        findings.addAll(found);
        if (!causes.isEmpty()) {
            return proof(decision, Proof.NOT_PROVEN, causes.get(0));
        }
        return proof(decision, found.isEmpty() ? Proof.PROVEN : Proof.FINDINGS, null);
    }

    private static TableProof proof(Element decision, Proof proof, NotProven cause) {
        return new TableProof(
                Nodes.attribute(decision, "id"),
                Nodes.attribute(decision, "name"),
                proof,
                cause == null ? null : cause.code(),
                cause == null ? null : cause.row(),
                cause == null ? null : cause.column(),
                cause == null ? null : cause.cause());
    }
}
