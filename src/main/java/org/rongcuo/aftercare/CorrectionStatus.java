package org.rongcuo.aftercare;

import java.util.Map;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;

/** Where a correction stands, with the one event of each move. */
enum CorrectionStatus {
    UNDER_WAY("正在纠正", "under way"),
    /** The report of the round awaits its evaluation. */
    REPORTED("已报告待验收", "reported"),
    /** Evaluated as done; the summary is owed. */
    ACCEPTED("已验收待总结", "accepted"),
    CLOSED("已办结", "closed");

    private final Text label;

    CorrectionStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** The moves from here, each with the event that makes it. */
    Map<CorrectionStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case UNDER_WAY -> Map.of(REPORTED, CorrectionEvent.CorrectionReported.class);
            case REPORTED ->
                Map.of(
                        ACCEPTED,
                        CorrectionEvent.CorrectionAccepted.class,
                        UNDER_WAY,
                        CorrectionEvent.CorrectionNotAccepted.class);
            case ACCEPTED -> Map.of(CLOSED, CorrectionEvent.CorrectionSummarised.class);
            case CLOSED -> Map.of();
        };
    }

    /** Whether the error counts as put right. */
    boolean isDone() {
        return this == ACCEPTED || this == CLOSED;
    }
}
