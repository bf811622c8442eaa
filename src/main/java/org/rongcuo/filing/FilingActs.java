package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;

/** Offers the acts on filings; the list and the refusals come from the same rules. */
@ApplicationScoped
class FilingActs implements ActSource {
    private final CaseDesk desk;
    private final FilingService filings;
    private final MonitoringService monitoring;
    private final InvocationService invocations;

    FilingActs(CaseDesk desk, FilingService filings, MonitoringService monitoring, InvocationService invocations) {
        this.desk = desk;
        this.filings = filings;
        this.monitoring = monitoring;
        this.invocations = invocations;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, FilingAct.values(), this::impossible);
    }

    private Optional<ActView.Reason> impossible(CaseFile file, FilingAct act) {
        return filings.impossible(file, act)
                .or(() -> monitoring.impossible(file, act))
                .or(() -> invocations.impossible(file, act));
    }
}
