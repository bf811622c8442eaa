package org.rongcuo.aftercare;

import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REGISTERED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/**
 * The acts of a correction. It may start as soon as the error is found, whatever becomes of the application, and must be
 * closed before the case is archived.
 */
enum CorrectionAct implements Act {
    CORRECTIONS(
            "corrections",
            "启动纠错",
            "start a correction",
            "/corrections",
            List.of(Party.APPLICANT, Party.SUBJECT, Party.HANDLER),
            found()),
    CORRECTION_ORDERS(
            "correction-orders",
            "责令纠错",
            "order a correction",
            "/correction-orders",
            List.of(Party.HANDLER, Party.DECIDER),
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED),
    CORRECTION_REPORT(
            "correction-report",
            "报告纠错情况",
            "report on a correction",
            "/corrections/{correctionId}/report",
            List.of(Party.APPLICANT, Party.SUBJECT),
            found()),
    CORRECTION_EVALUATION(
            "correction-evaluation",
            "验收纠错",
            "evaluate a correction",
            "/corrections/{correctionId}/evaluation",
            List.of(Party.HANDLER),
            found()),
    CORRECTION_SUMMARY(
            "correction-summary",
            "纠错总结",
            "sum up a correction",
            "/corrections/{correctionId}/summary",
            List.of(Party.HANDLER),
            found());

    private final ActForm form;

    CorrectionAct(String noun, String zh, String en, String path, List<Party> parties, CaseStatus... statuses) {
        this.form = ActForm.ofExemption(noun, zh, en, "POST", path, parties, statuses);
    }

    private static CaseStatus[] found() {
        return CaseStatus.allBut(
                CaseStatus.DRAFT,
                CaseStatus.WITHDRAWN,
                CaseStatus.CLOSED,
                CaseStatus.SUBMITTED,
                CaseStatus.MONITORED,
                CaseStatus.ARCHIVED);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
