package org.rongcuo.determination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.determination.Determine.EffectChoice;
import org.rongcuo.policy.Recommendation;

/** What callers send to the acts of internal reviews. */
final class ReviewRequests {
    private ReviewRequests() {}

    /** A review is asked for. */
    record RequestReview(
            @Schema(description = "所不服的认定;对不予受理申请复议时不填 · the determination; left out for a refusal of acceptance")
            UUID determination,

            @NotBlank @Size(max = 20_000) @Schema(description = "复议理由 · grounds")
            String grounds) {}

    /** A review is given up. */
    record WaiveReview(
            @NotNull @Schema(description = "放弃复议的认定 · the determination")
            UUID determination,

            @Size(max = 2_000) @Schema(description = "说明 · statement")
            String statement) {}

    /** The facts as the review found them, by item; the others stay as they were. */
    record EvaluateForReview(
            @NotEmpty @Size(max = 200) @Schema(description = "复议查明的事实,以事项标识为键 · by item id, the facts that differ")
            Map<@Size(max = 100) String, @NotNull Object> facts,

            @NotBlank @Size(max = 10_000) @Schema(description = "查明的依据 · what they rest on")
            String reasons) {}

    /** The decision of a review. */
    record DecideReview(
            @NotNull @Schema(description = "复议结果:维持或变更 · upheld or changed")
            ReviewResult result,

            @NotNull @Valid @Schema(description = "依据会议 · the meeting that decided")
            Determine.Meeting meeting,

            @NotBlank @Size(max = 10_000) @Schema(description = "复议理由 · reasons")
            String reasons,

            @Schema(description = "复议中的重新评估,缺省为原评估 · an evaluation of this review; the original's unless told")
            UUID evaluation,

            @Schema(description = "变更后的结果,不得重于原认定 · the outcome in its place, never heavier")
            Recommendation outcome,

            @Schema(description = "减责档次,减责时必填 · ladder step, for MITIGATE")
            LadderStep ladderStep,

            @Schema(description = "四种形态 · form of discipline enforcement")
            DisciplineForm disciplineForm,

            @Size(min = 1, max = 10_000) @Schema(description = "与建议不一致的理由 · why it departs from the recommendation")
            String departureReasons,

            @Size(min = 1, max = 10_000) @Schema(description = "有事项未查明仍作决定的理由 · why it is made with items open")
            String openItemsReasons,

            @Size(max = 50) @Schema(description = "结果运用,同认定 · the effects, as in a determination")
            List<@NotNull @Valid EffectChoice> effects) {

        /** Of the subject, when the original is changed. */
        Ruling ruling(UUID subject) {
            return new Ruling(
                    subject,
                    outcome,
                    ladderStep,
                    disciplineForm,
                    meeting,
                    reasons,
                    departureReasons,
                    openItemsReasons,
                    effects);
        }

        boolean saysAnOutcome() {
            return outcome != null
                    || ladderStep != null
                    || disciplineForm != null
                    || departureReasons != null
                    || openItemsReasons != null
                    || effects != null
                    || evaluation != null;
        }
    }

    /** The decision was delivered. */
    record DeliverReview(
            @NotNull @Schema(description = "送达日期 · delivered on")
            LocalDate deliveredOn,

            @NotNull @Schema(description = "送达方式 · how") DeliveryMethod method,

            @Valid @Schema(description = "送达回证,留置送达时必填 · receipt, required with LEFT")
            RecordReceipt receipt) {}
}
