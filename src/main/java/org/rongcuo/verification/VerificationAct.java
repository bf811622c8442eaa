package org.rongcuo.verification;

import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts of verification (核实): who investigates, what the subjects say, and the report. */
enum VerificationAct implements Act {
    INVESTIGATORS(
            "investigators",
            "指定核实人员",
            "name the investigators",
            "PUT",
            "/investigators",
            List.of(Party.HANDLER),
            VERIFYING,
            DEFERRED),
    STATEMENTS(
            "statements",
            "陈述申辩",
            "record what a subject states",
            "POST",
            "/statements",
            List.of(Party.SUBJECT, Party.INVESTIGATOR),
            VERIFYING,
            DEFERRED),
    CLAIM_ANSWERS(
            "claim-answers",
            "答复申辩意见",
            "answer a claim",
            "POST",
            "/claims/{claimId}/answer",
            List.of(Party.INVESTIGATOR),
            VERIFYING,
            DEFERRED),
    VERIFICATION(
            "verification",
            "提出核实报告",
            "report on the verification",
            "POST",
            "/verification",
            List.of(Party.INVESTIGATOR),
            VERIFYING);

    private final ActForm form;

    VerificationAct(
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
