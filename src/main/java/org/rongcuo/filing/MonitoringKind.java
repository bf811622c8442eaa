package org.rongcuo.filing;

import java.util.Set;
import org.rongcuo.shared.Text;

/** How a monitoring record came about. */
enum MonitoringKind {
    INSPECTION("监督检查", "inspection"),
    COMPLAINT("投诉举报", "complaint"),
    REPORT("进展报告", "progress report"),
    /** What somebody of the public says of a public matter; added by the public side alone. */
    REMARK("群众意见", "remark of the public");

    /** Those that who supervises or handles may add. */
    static final Set<MonitoringKind> OF_OFFICE = Set.of(INSPECTION, COMPLAINT, REPORT);

    private final Text label;

    MonitoringKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
