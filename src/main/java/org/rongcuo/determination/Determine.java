package org.rongcuo.determination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.policy.Recommendation;

/** A determination to be issued. */
record Determine(
        @NotNull @Schema(description = "当事人 · the subject") UUID subject,

        @NotNull @Schema(description = "所据评估记录 · the evaluation it rests on")
        UUID evaluation,

        @NotNull @Schema(description = "认定结果,不得为 REFER · the outcome, never REFER")
        Recommendation outcome,

        @Schema(description = "减责档次,减责时必填 · ladder step, for MITIGATE")
        LadderStep ladderStep,

        @Schema(description = "四种形态 · form of discipline enforcement")
        DisciplineForm disciplineForm,

        @NotNull @Valid @Schema(description = "依据会议 · the meeting that decided")
        Meeting meeting,

        @NotBlank @Size(max = 10_000) @Schema(description = "认定理由 · reasons")
        String reasons,

        @Size(min = 1, max = 10_000) @Schema(description = "与建议不一致的理由 · why it departs from the recommendation")
        String departureReasons,

        @Size(min = 1, max = 10_000) @Schema(description = "有事项未查明仍作认定的理由 · why it is made with items open")
        String openItemsReasons,

        @Size(max = 50)
        @Schema(
                description =
                        "结果运用,逐项确认或不适用;不列即按办法所列(与建议不一致时为无)· the effects, each confirmed or declined; left out, those of the table are taken (none where it departs)")
        List<@NotNull @Valid EffectChoice> effects,

        @Size(min = 1, max = 10_000)
        @Schema(
                description =
                        "再核查后重于原认定的新事实与理由 · after verification anew: the new facts for which it is heavier than before")
        String heavierReasons,

        @Size(min = 1, max = 10_000)
        @Schema(description = "与会商意见不一致的理由 · why it departs from the coordination group's result")
        String consultationReasons) {

    Ruling ruling() {
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

    /** What the decider does with an effect. */
    @Schema(name = "ChooseEffect")
    record EffectChoice(
            @NotBlank @Size(max = 300) @Schema(description = "结果运用,照办法的文字 · in the book's words")
            String effect,

            @NotNull @Schema(description = "是否适用:true 适用,false 不适用 · true carried, false declined")
            Boolean confirmed,

            @Size(max = 2_000) @Schema(description = "不适用或另加的理由 · why declined or added")
            String reasons) {}

    /** The organ's collective meeting that decided. */
    @Schema(name = "CiteMeeting")
    record Meeting(
            @NotBlank @Size(max = 200) @Schema(description = "会议名称 · the meeting")
            String title,

            @NotNull @Schema(description = "会议日期 · held on") LocalDate heldOn) {}
}
