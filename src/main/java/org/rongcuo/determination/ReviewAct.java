package org.rongcuo.determination;

import static org.rongcuo.procedure.CaseStatus.NOTIFIED;
import static org.rongcuo.procedure.CaseStatus.PUBLICISED;
import static org.rongcuo.procedure.CaseStatus.REFUSAL_UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.REFUSED;
import static org.rongcuo.procedure.CaseStatus.REGISTERED;
import static org.rongcuo.procedure.CaseStatus.UNDER_REVIEW;
import static org.rongcuo.procedure.CaseStatus.VERIFYING;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;

/** The acts of the internal review (复议). */
enum ReviewAct implements Act {
    INTERNAL_REVIEWS(
            "internal-reviews",
            "申请复议",
            "ask for an internal review",
            "/internal-reviews",
            List.of(Party.SUBJECT, Party.APPLICANT),
            REFUSED,
            NOTIFIED,
            UNDER_REVIEW),
    WAIVERS(
            "review-waivers",
            "放弃复议",
            "waive the internal review",
            "/internal-reviews/waivers",
            List.of(Party.SUBJECT),
            NOTIFIED,
            UNDER_REVIEW),
    EVALUATIONS(
            "review-evaluations",
            "复议重新评估",
            "evaluate again for the review",
            "/internal-reviews/{reviewId}/evaluations",
            List.of(Party.REVIEWER),
            UNDER_REVIEW),
    DECISION(
            "review-decision",
            "作出复议决定",
            "decide the review",
            "/internal-reviews/{reviewId}/decision",
            List.of(Party.REVIEWER),
            UNDER_REVIEW,
            REFUSAL_UNDER_REVIEW),
    DELIVERY(
            "review-delivery",
            "送达复议决定",
            "record the delivery of the review decision",
            "/internal-reviews/{reviewId}/delivery",
            List.of(Party.HANDLER, Party.DECIDER),
            REFUSED,
            VERIFYING,
            NOTIFIED,
            UNDER_REVIEW,
            PUBLICISED,
            REGISTERED);

    private final ActForm form;

    ReviewAct(String noun, String zh, String en, String path, List<Party> parties, CaseStatus... statuses) {
        this.form = ActForm.ofExemption(noun, zh, en, "POST", path, parties, statuses);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
