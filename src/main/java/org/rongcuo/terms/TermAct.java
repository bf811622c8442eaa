package org.rongcuo.terms;

import static org.rongcuo.procedure.CaseStatus.APPLIED;
import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REFUSAL_UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.REGISTERED;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.UNRESOLVED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;

/** The acts on a case's terms: extension of a step, and deferral with its ends. */
enum TermAct implements Act {
    EXTENSIONS(ActForm.of(
            "extensions",
            "延长期限",
            "extend a step's limit",
            "POST",
            "/extensions",
            List.of(Party.HANDLER),
            APPLIED,
            REFUSAL_UNDER_REVIEW,
            VERIFYING,
            CONSULTING,
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED,
            SUBMITTED)),
    DEFERRALS(ActForm.ofExemption(
            "deferrals", "搁置、暂缓定论", "defer", "POST", "/deferrals", List.of(Party.HANDLER), VERIFYING)),
    RENEWAL(ActForm.ofExemption(
            "deferral-renewal",
            "搁置续期",
            "renew the deferral",
            "POST",
            "/deferrals/renewal",
            List.of(Party.HANDLER),
            DEFERRED)),
    RESUMPTION(ActForm.ofExemption(
            "deferral-resumption",
            "恢复核实",
            "resume the verification",
            "POST",
            "/deferrals/resumption",
            List.of(Party.HANDLER),
            DEFERRED)),
    TERMINATION(ActForm.ofExemption(
            "deferral-termination",
            "终止认定",
            "leave the case unresolved",
            "POST",
            "/deferrals/termination",
            List.of(Party.DECIDER),
            DEFERRED)),
    REOPENING(ActForm.ofExemption(
            "reopening",
            "凭新证据重启核实",
            "reopen on new evidence",
            "POST",
            "/reopening",
            List.of(Party.HANDLER, Party.DECIDER),
            UNRESOLVED));

    private final ActForm form;

    TermAct(ActForm form) {
        this.form = form;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
