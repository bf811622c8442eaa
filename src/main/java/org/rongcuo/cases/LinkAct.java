package org.rongcuo.cases;

import static org.rongcuo.procedure.CaseStatus.ARCHIVED;
import static org.rongcuo.procedure.CaseStatus.CLOSED;
import static org.rongcuo.procedure.CaseStatus.WITHDRAWN;

import java.util.List;
import org.rongcuo.procedure.CaseStatus;

/** The act that links a case to another. */
enum LinkAct implements Act {
    LINKS(ActForm.of(
            "links",
            "关联案件",
            "link another case",
            "POST",
            "/links",
            List.of(Party.APPLICANT, Party.HANDLER),
            CaseStatus.allBut(CLOSED, ARCHIVED, WITHDRAWN)));

    private final ActForm form;

    LinkAct(ActForm form) {
        this.form = form;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
