package org.rongcuo.cases;

import static org.rongcuo.procedure.CaseStatus.APPLIED;
import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.DRAFT;
import static org.rongcuo.procedure.CaseStatus.MONITORED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REFUSAL_UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.REFUSED;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.UNRESOLVED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.procedure.CaseStatus;

/** The acts from opening a case to its determination and feedback, those of both kinds among them: one table of who does what, and where. */
enum CaseAct implements Act {
    REVISION(ActForm.of("revision", "修改草稿", "revise the draft", "PUT", "", List.of(Party.APPLICANT), DRAFT)),
    SUBJECTS(ActForm.of(
            "subjects",
            "增列当事人",
            "add a subject",
            "POST",
            "/subjects",
            List.of(Party.APPLICANT, Party.HANDLER),
            DRAFT,
            APPLIED,
            VERIFYING)),
    DOCUMENTS(ActForm.of(
            "documents",
            "提交材料",
            "add a document",
            "POST",
            "/documents",
            List.of(Party.APPLICANT, Party.SUBJECT, Party.HANDLER, Party.DECIDER),
            DRAFT,
            APPLIED,
            REFUSED,
            REFUSAL_UNDER_REVIEW,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            UNRESOLVED,
            SUBMITTED,
            MONITORED)),
    APPLICATION("application", "提出申请", "apply", "POST", "/application", List.of(Party.APPLICANT), DRAFT),
    WITHDRAWAL(
            "withdrawal",
            "撤回",
            "withdraw",
            "POST",
            "/withdrawal",
            List.of(Party.APPLICANT),
            DRAFT,
            APPLIED,
            VERIFYING,
            DEFERRED,
            CONSULTING),
    SUPPLEMENTS(
            "supplements",
            "通知补正",
            "notice a supplement",
            "POST",
            "/supplements",
            List.of(Party.HANDLER),
            APPLIED,
            VERIFYING),
    SUPPLEMENT_RESPONSES(
            "supplement-responses",
            "补正",
            "respond to the supplement notice",
            "POST",
            "/supplement-responses",
            List.of(Party.APPLICANT),
            APPLIED,
            VERIFYING),
    ACCEPTANCE("acceptance", "受理或不予受理", "accept or refuse", "POST", "/acceptance", List.of(Party.HANDLER), APPLIED),
    ASSIGNMENTS(
            "assignments",
            "移交承办机关",
            "assign to an organ",
            "POST",
            "/assignments",
            List.of(Party.LEAD, Party.DECIDER),
            APPLIED,
            VERIFYING),
    TEAM(
            "team",
            "指定办案组",
            "name the team",
            "PUT",
            "/team",
            List.of(Party.LEAD, Party.DECIDER),
            APPLIED,
            VERIFYING,
            DETERMINED),
    CHECKLISTS(
            "checklists",
            "填写核实清单",
            "answer the checklist",
            "PUT",
            "/checklists/{subjectId}",
            List.of(Party.HANDLER),
            VERIFYING),
    EVALUATIONS(
            "evaluations",
            "评估",
            "evaluate",
            "POST",
            "/checklists/{subjectId}/evaluations",
            List.of(Party.HANDLER, Party.DECIDER),
            VERIFYING,
            CONSULTING);

    private final ActForm form;

    CaseAct(ActForm form) {
        this.form = form;
    }

    /** An act of exemption cases alone. */
    CaseAct(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            List<Party> parties,
            CaseStatus... statuses) {
        this.form = ActForm.ofExemption(noun, zh, en, method, path, parties, statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
