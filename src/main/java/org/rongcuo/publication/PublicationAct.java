package org.rongcuo.publication;

import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.DEFERRED;
import static org.rongcuo.procedure.CaseStatus.DETERMINED;
import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts on public notices and the objections to them. */
enum PublicationAct implements Act {
    PUBLIC_NOTICES("public-notices", "公示", "publish the notice", "/public-notices", List.of(Party.HANDLER), NOTIFIED),
    /** What the book wants published is forgone by who determines, not by who would publish it. */
    NOTICE_WAIVER(
            "notice-waiver", "决定不公示", "forgo the notice", "/public-notices/waiver", List.of(Party.DECIDER), NOTIFIED),
    NOTICE_WITHDRAWAL(
            "notice-withdrawal",
            "撤下公示",
            "take the notice down",
            "/public-notices/{noticeId}/withdrawal",
            List.of(Party.HANDLER),
            PUBLICISED),
    /** An objection stays to be answered when its notice is down or the case is verified again for another. */
    OBJECTION_ANSWERS(
            "objection-answers",
            "答复异议",
            "answer an objection",
            "/objections/{objectionId}/answer",
            List.of(Party.HANDLER, Party.DECIDER),
            NOTIFIED,
            PUBLICISED,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            DETERMINED,
            UNDER_REVIEW),
    /** As long as it may be answered; by somebody against whose work the objection is not. */
    OBJECTION_IDENTITY(
            "objection-identity",
            "开封异议人身份",
            "open who objected",
            "/objections/{objectionId}/identity",
            List.of(Party.REVIEWER),
            NOTIFIED,
            PUBLICISED,
            VERIFYING,
            DEFERRED,
            CONSULTING,
            DETERMINED,
            UNDER_REVIEW);

    private final ActForm form;

    PublicationAct(String noun, String zh, String en, String path, List<Party> parties, CaseStatus... statuses) {
        this.form = ActForm.ofExemption(noun, zh, en, "POST", path, parties, statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
