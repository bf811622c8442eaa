package org.rongcuo.determination;

import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REFUSED;
import static org.rongcuo.procedure.CaseStatus.REGISTERED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.UNRESOLVED;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts that follow from an outcome: who was told, what was answered, what was referred. */
enum OutcomeAct implements Act {
    RECEIPT(
            "receipt",
            "登记送达回证",
            "record a receipt",
            "/feedback/{feedbackId}/receipt",
            List.of(Party.HANDLER, Party.DECIDER),
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED),
    ACCOUNTABILITY_NOTICES(
            "accountability-notices",
            "告知问责机关",
            "tell the accountability organ",
            "/accountability-notices",
            List.of(Party.HANDLER),
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED),
    ADOPTION(
            "adoption",
            "登记问责机关采纳情况",
            "record whether the accountability organ adopts it",
            "/accountability-notices/{noticeId}/adoption",
            List.of(Party.HANDLER),
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED),
    REFERRALS(
            "referrals",
            "移送",
            "refer a suspected violation",
            "/referrals",
            List.of(Party.HANDLER, Party.DECIDER),
            REFUSED,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            DETERMINED,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED,
            UNRESOLVED);

    private final ActForm form;

    OutcomeAct(String noun, String zh, String en, String path, List<Party> parties, CaseStatus... statuses) {
        this.form = ActForm.ofExemption(noun, zh, en, "POST", path, parties, statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
