package org.rongcuo.archive;

import static org.rongcuo.procedure.CaseStatus.MONITORED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REGISTERED;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts that end a case. */
enum ArchiveAct implements Act {
    REGISTRATION("registration", "报送备案", "file for registration", "/registration", Party.HANDLER, NOTIFIED, PUBLICISED),
    REGISTRATION_ACCEPTANCE(
            "registration-acceptance",
            "予以备案",
            "register",
            "/registration/acceptance",
            Party.REGISTRAR,
            NOTIFIED,
            PUBLICISED),
    REGISTRATION_RETURN(
            "registration-return",
            "退回补齐形式要件",
            "return for formal defects",
            "/registration/return",
            Party.REGISTRAR,
            NOTIFIED,
            PUBLICISED),
    ARCHIVE("archive", "归档", "archive", "/archive", Party.HANDLER, REGISTERED),
    FILING_ARCHIVE(ActForm.ofFiling(
            "filing-archive",
            "整理归档",
            "archive the filing",
            "POST",
            "/filing/archive",
            List.of(Party.HANDLER),
            MONITORED));

    private final ActForm form;

    ArchiveAct(ActForm form) {
        this.form = form;
    }

    ArchiveAct(String noun, String zh, String en, String path, Party party, CaseStatus... statuses) {
        this(ActForm.ofExemption(noun, zh, en, "POST", path, List.of(party), statuses));
    }

    @Override
    public ActForm form() {
        return form;
    }
}
