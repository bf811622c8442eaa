package org.rongcuo.aftercare;

import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What inquiries record. */
sealed interface AccountabilityEvent extends DomainEvent {
    /**
     * An inquiry considered tolerance: in the chain of the case that judges it, and where there is none in that of the
     * jurisdiction's inquiries.
     *
     * @param stateVersion the case's, which it leaves as it is; 0 where there is none
     * @param caseId null when there is none
     */
    record ToleranceConsidered(
            UUID check, long stateVersion, String jurisdiction, UUID organ, String inquiry, String result, UUID caseId)
            implements AccountabilityEvent {
        @Override
        public String chain() {
            return caseId == null ? "accountability:" + jurisdiction : "case:" + caseId;
        }
    }
}
