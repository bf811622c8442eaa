package org.rongcuo.cases;

import static org.rongcuo.procedure.CaseStatus.APPLIED;
import static org.rongcuo.procedure.CaseStatus.ARCHIVED;
import static org.rongcuo.procedure.CaseStatus.CLOSED;
import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DRAFT;
import static org.rongcuo.procedure.CaseStatus.MONITORED;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;
import static org.rongcuo.procedure.CaseStatus.WITHDRAWN;

import java.util.List;
import org.rongcuo.procedure.CaseStatus;

/** Who works on a case and who must not: recusal (回避) and co-handling (联合承办). */
enum StaffingAct implements Act {
    RECUSALS(
            "recusals",
            "回避或申请回避",
            "recuse oneself or demand a recusal",
            "/recusals",
            List.of(Party.APPLICANT, Party.SUBJECT, Party.HANDLER, Party.DECIDER, Party.COORDINATOR, Party.REGISTRAR),
            CaseStatus.allBut(DRAFT, CLOSED, ARCHIVED, WITHDRAWN)),
    RECUSAL_DECISIONS(
            "recusal-decisions",
            "决定是否回避",
            "decide a demanded recusal",
            "/recusals/{recusalId}/decision",
            List.of(Party.DECIDER),
            CaseStatus.allBut(DRAFT, CLOSED, ARCHIVED, WITHDRAWN)),
    CO_HANDLERS(
            "co-handlers",
            "联合承办",
            "have another organ handle it too",
            "/co-handlers",
            List.of(Party.LEAD, Party.DECIDER),
            APPLIED,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            SUBMITTED,
            MONITORED),
    CO_HANDLER_REMOVALS(
            "co-handler-removals",
            "取消联合承办",
            "end an organ's co-handling",
            "/co-handlers/{organId}/removal",
            List.of(Party.LEAD, Party.DECIDER),
            APPLIED,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            SUBMITTED,
            MONITORED);

    private final ActForm form;

    StaffingAct(String noun, String zh, String en, String path, List<Party> parties, CaseStatus... statuses) {
        this.form = ActForm.of(noun, zh, en, "POST", path, parties, statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
