package org.rongcuo.consultation;

import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.MONITORED;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts of consultation on a case. */
enum ConsultationAct implements Act {
    REFERRAL("consultations", "提请会商", "refer for consultation", "/consultations", VERIFYING, SUBMITTED),
    RECALL(ActForm.ofExemption(
            "consultation-recall",
            "撤回会商,重新核实",
            "take the case back from the group and verify it again",
            "POST",
            "/consultation-recall",
            List.of(Party.HANDLER),
            CONSULTING)),
    ENGAGEMENT(
            "engagements",
            "听取意见(听证、座谈、第三方等)",
            "commission an engagement",
            "/engagements",
            VERIFYING,
            CONSULTING,
            SUBMITTED,
            MONITORED),
    ENGAGEMENT_REPORT(
            "engagement-report",
            "报告听取意见的结果",
            "report on an engagement",
            "/engagements/{engagementId}/report",
            VERIFYING,
            CONSULTING,
            SUBMITTED,
            MONITORED),
    ENGAGEMENT_CANCELLATION(
            "engagement-cancellation",
            "取消听取意见",
            "cancel an engagement",
            "/engagements/{engagementId}/cancellation",
            VERIFYING,
            CONSULTING,
            SUBMITTED,
            MONITORED);

    private final ActForm form;

    ConsultationAct(ActForm form) {
        this.form = form;
    }

    ConsultationAct(String noun, String zh, String en, String path, CaseStatus... statuses) {
        this.form = ActForm.of(noun, zh, en, "POST", path, List.of(Party.HANDLER), statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
