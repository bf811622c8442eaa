package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.dmn.AnalysisFinding.Severity;

/**
 * The model passes the gate as it stands today, the analysis finds no error, and every table is proven, or there is a
 * reason in writing why it cannot be.
 */
@ApplicationScoped
class SoundnessGate implements ApprovalGate {
    static final String MODEL = "model";
    static final String ANALYSIS = "analysis";
    static final String NOT_PROVEN = "not-proven";

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        List<Blocker> blockers = new ArrayList<>();
        if (candidate.assessment() instanceof Assessment.Refused refused) {
            refused.findings()
                    .forEach(finding -> blockers.add(Blocker.firm(MODEL, finding.element(), finding.message())));
        }
        if (candidate.assessment() instanceof Assessment.Admitted admitted) {
            admitted.analysis().findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding -> blockers.add(Blocker.firm(ANALYSIS, finding.element(), finding.message())));
            admitted.analysis()
                    .notProven()
                    .forEach(table ->
                            blockers.add(Blocker.excusable(NOT_PROVEN, table.decision(), null, table.cause())));
        }
        return blockers;
    }
}
