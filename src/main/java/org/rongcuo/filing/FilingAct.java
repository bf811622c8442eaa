package org.rongcuo.filing;

import static org.rongcuo.procedure.CaseStatus.APPLIED;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DRAFT;
import static org.rongcuo.procedure.CaseStatus.MONITORED;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;

/** The acts on a prior filing but its archive, and those by which an exemption case rests on one. */
enum FilingAct implements Act {
    CONTENT(ActForm.ofFiling("filing", "填写报备", "write the filing", "PUT", "/filing", List.of(Party.APPLICANT), DRAFT)),
    SUBMISSION(ActForm.ofFiling(
            "filing-submission",
            "提交报备",
            "submit the filing",
            "POST",
            "/filing/submission",
            List.of(Party.APPLICANT),
            DRAFT)),
    WITHDRAWAL(ActForm.ofFiling(
            "filing-withdrawal",
            "撤回报备",
            "withdraw the filing",
            "POST",
            "/filing/withdrawal",
            List.of(Party.APPLICANT),
            DRAFT,
            SUBMITTED)),
    EVALUATION(ActForm.ofFiling(
            "filing-evaluations",
            "事前评估",
            "evaluate in advance",
            "POST",
            "/filing/evaluations",
            List.of(Party.APPLICANT, Party.HANDLER),
            DRAFT,
            SUBMITTED,
            MONITORED)),
    FEEDBACK(ActForm.ofFiling(
            "filing-feedback",
            "报备反馈",
            "answer the filing",
            "POST",
            "/filing/feedback",
            List.of(Party.HANDLER),
            SUBMITTED)),
    MONITORING(ActForm.ofFiling(
            "monitoring",
            "事中监管记录",
            "add a monitoring record",
            "POST",
            "/monitoring",
            List.of(Party.SUPERVISOR, Party.HANDLER, Party.APPLICANT),
            MONITORED)),
    RESPONSE(ActForm.ofFiling(
            "monitoring-response",
            "回应监管发现",
            "respond to a finding",
            "POST",
            "/monitoring/{recordId}/response",
            List.of(Party.APPLICANT),
            MONITORED)),
    JUDGEMENT(ActForm.ofFiling(
            "monitoring-judgement",
            "验收整改",
            "judge the response to a finding",
            "POST",
            "/monitoring/{recordId}/judgement",
            List.of(Party.HANDLER),
            MONITORED)),
    REMARK_IDENTITY(ActForm.ofFiling(
            "remark-identity",
            "开封提意见人身份",
            "open who remarked",
            "POST",
            "/monitoring/{recordId}/identity",
            List.of(Party.REVIEWER),
            MONITORED)),
    INVOCATION(ActForm.ofExemption(
            "filing-invocations",
            "援引事前报备",
            "invoke a prior filing",
            "POST",
            "/filing-invocations",
            List.of(Party.APPLICANT, Party.HANDLER),
            DRAFT,
            APPLIED,
            VERIFYING)),
    CONFIRMATION(ActForm.ofExemption(
            "filing-invocation-confirmation",
            "认定报备事项一致",
            "find that the filing is of the same matter",
            "POST",
            "/filing-invocations/{invocationId}/confirmation",
            List.of(Party.INVESTIGATOR),
            VERIFYING)),
    DISMISSAL(ActForm.ofExemption(
            "filing-invocation-dismissal",
            "认定报备事项不同",
            "find that the filing is of another matter",
            "POST",
            "/filing-invocations/{invocationId}/dismissal",
            List.of(Party.INVESTIGATOR),
            VERIFYING)),
    EVIDENCE(ActForm.of(
            "decision-evidence",
            "提交决策程序材料",
            "add evidence of the decision process",
            "POST",
            "/decision-evidence",
            List.of(Party.APPLICANT, Party.HANDLER),
            DRAFT,
            APPLIED,
            VERIFYING,
            DEFERRED,
            SUBMITTED,
            MONITORED));

    private final ActForm form;

    FilingAct(ActForm form) {
        this.form = form;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
