package org.rongcuo.procedure;

import java.util.UUID;

/** The events that move a PRIOR_FILING case along {@link CaseStatus}. */
public sealed interface FilingMove extends CaseMove {
    /** 申请报备. */
    record FilingSubmitted(UUID caseId, long stateVersion, String number, UUID handlingOrgan) implements FilingMove {}

    /** 报备反馈: accepted, perhaps with advice. @param advice null when there is none */
    record FilingAccepted(UUID caseId, long stateVersion, String reasons, String advice) implements FilingMove {}

    /** 报备反馈: returned to the applicant with reasons. */
    record FilingReturned(UUID caseId, long stateVersion, String reasons) implements FilingMove {}

    /** Taken back by the applicant before the feedback. */
    record FilingWithdrawn(UUID caseId, long stateVersion, String reasons) implements FilingMove {}

    /** 整理归档. */
    record FilingArchived(UUID caseId, long stateVersion, String summary) implements FilingMove {}
}
