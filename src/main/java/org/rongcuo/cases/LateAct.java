package org.rongcuo.cases;

import java.util.List;
import org.rongcuo.procedure.CaseStatus;

/** What may still be done when the substance of a case of either kind is settled: administrative acts, each logged. */
enum LateAct implements Act {
    /** A document that comes late; it shows as such. */
    DOCUMENTS(ActForm.of(
            "late-documents",
            "补充归档材料",
            "add a late document",
            "POST",
            "/late-documents",
            List.of(Party.HANDLER),
            CaseStatus.REGISTERED,
            CaseStatus.CLOSED,
            CaseStatus.ARCHIVED));

    private final ActForm form;

    LateAct(ActForm form) {
        this.form = form;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
