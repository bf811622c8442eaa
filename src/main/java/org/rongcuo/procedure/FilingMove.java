package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;

/** The events that move a PRIOR_FILING case along {@link CaseStatus}. */
public sealed interface FilingMove extends CaseMove {
    /** 申请报备. */
    record FilingSubmitted(UUID caseId, long stateVersion, String number, UUID handlingOrgan) implements FilingMove {}

    /**
     * 报备反馈: accepted, perhaps with advice.
     *
     * @param advice null when there is none
     * @param consultation in which the group held something of it; null when it was not asked
     * @param consultationReasons why the answer departs from what the group held; null where it does not
     */
    record FilingAccepted(
            UUID caseId,
            long stateVersion,
            String reasons,
            String advice,
            UUID consultation,
            String consultationReasons)
            implements FilingMove {}

    /** 报备反馈: returned to the applicant with reasons. @param consultation as in {@link FilingAccepted} */
    record FilingReturned(UUID caseId, long stateVersion, String reasons, UUID consultation, String consultationReasons)
            implements FilingMove {}

    /** Taken back by the applicant before the feedback. */
    record FilingWithdrawn(UUID caseId, long stateVersion, String reasons) implements FilingMove {}

    /** 整理归档. @param explained what the record lacks, each with why it is archived nevertheless */
    record FilingArchived(
            UUID caseId,
            long stateVersion,
            String summary,
            String retention,
            List<ExemptionMove.ExplainedGap> explained,
            String remark)
            implements FilingMove {}
}
