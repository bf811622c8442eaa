package org.rongcuo.procedure;

import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** An event that moves a case along {@link CaseStatus}. */
public sealed interface CaseMove extends DomainEvent permits ExemptionMove, FilingMove, CaseMove.DraftDiscarded {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** A draft of either kind given up before it was filed. */
    record DraftDiscarded(UUID caseId, long stateVersion, String reasons) implements CaseMove {}
}
