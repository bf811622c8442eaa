package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** What filings, invocations and decision evidence put into a case's dossier, and what that part of the record lacks. */
@ApplicationScoped
class FilingRecord implements RecordCheck, DossierSource {
    private static final String STEP = "filing";

    private final FilingService filings;
    private final MonitoringService monitoring;
    private final MonitoringRecords records;
    private final InvocationService invocations;
    private final DecisionEvidenceService evidence;
    private final CaseDesk desk;

    FilingRecord(
            FilingService filings,
            MonitoringService monitoring,
            MonitoringRecords records,
            InvocationService invocations,
            DecisionEvidenceService evidence,
            CaseDesk desk) {
        this.filings = filings;
        this.monitoring = monitoring;
        this.records = records;
        this.invocations = invocations;
        this.evidence = evidence;
        this.desk = desk;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        var file = desk.unseen(caseId);
        List<Gap> gaps = new ArrayList<>();
        if (file.kind() == CaseKind.PRIOR_FILING) {
            if (filings.view(file).feedback().isEmpty()) {
                gaps.add(new Gap(STEP, "feedback-missing", new Text("没有报备反馈", "The feedback is missing")));
            }
            for (var finding : records.unsettled(caseId)) {
                gaps.add(Gap.of(
                        finding.id(),
                        STEP,
                        "finding-open",
                        new Text(
                                finding.observedOn() + " 的监管发现尚未整改到位",
                                "The finding of " + finding.observedOn() + " is open")));
            }
        }
        return gaps;
    }

    @Override
    public List<Part> parts(UUID caseId) {
        var file = desk.unseen(caseId);
        List<Part> parts = new ArrayList<>();
        if (file.kind() == CaseKind.PRIOR_FILING) {
            parts.add(Part.json("filing/filing.json", () -> filings.view(file)));
            parts.add(Part.json("filing/evaluations.json", () -> filings.evaluations(file)));
            parts.add(Part.json("filing/monitoring.json", () -> monitoring.of(caseId)));
        } else {
            var invoked = invocations.of(file);
            if (!invoked.isEmpty()) {
                parts.add(Part.json("filing/invocations.json", () -> invoked));
            }
        }
        var process = evidence.view(file);
        if (!process.evidence().isEmpty()) {
            parts.add(Part.json("filing/decision-evidence.json", () -> process));
        }
        return parts;
    }
}
