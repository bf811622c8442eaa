package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.Text;

/** A finding that wants correction keeps the filing from its archive; no explanation makes up for it. */
@ApplicationScoped
class MonitoringGate implements ActGate {
    private static final ActView.Reason FINDING_OPEN =
            new ActView.Reason("finding-open", new Text("有监管发现尚未整改到位", "A finding of the monitoring is not settled"));

    private final MonitoringRecords records;

    MonitoringGate(MonitoringRecords records) {
        this.records = records;
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        return act.noun().equals("filing-archive")
                        && !records.unsettled(file.id()).isEmpty()
                ? Optional.of(FINDING_OPEN)
                : Optional.empty();
    }
}
