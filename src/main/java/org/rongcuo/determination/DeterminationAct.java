package org.rongcuo.determination;

import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;

/** The acts of determination (认定) and of telling the subject (反馈). */
enum DeterminationAct implements Act {
    DETERMINATIONS(ActForm.ofExemption(
            "determinations",
            "认定",
            "determine",
            "POST",
            "/determinations",
            List.of(Party.DECIDER),
            VERIFYING,
            CONSULTING)),
    FEEDBACK(ActForm.ofExemption(
            "feedback", "反馈", "give feedback", "POST", "/feedback", List.of(Party.HANDLER, Party.DECIDER), DETERMINED));

    private final ActForm form;

    DeterminationAct(ActForm form) {
        this.form = form;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
