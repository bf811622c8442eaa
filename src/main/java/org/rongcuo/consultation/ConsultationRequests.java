package org.rongcuo.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.cases.RecusalGround;

/** What people send about consultations and meetings. */
final class ConsultationRequests {
    private ConsultationRequests() {}

    /** 提请会商. */
    record ReferCase(
            @NotBlank @Size(max = 10_000) @Schema(description = "提请会商的理由与焦点 · why, and what is in question")
            String reasons,

            @Schema(description = "协调小组,缺省为就近的一级 · the group, the nearest unless told")
            UUID group) {}

    /** The case is taken back from the group. */
    record RecallConsultation(
            @NotBlank @Size(max = 10_000) @Schema(description = "撤回会商、重新核实的理由 · why it is verified again")
            String reasons) {}

    /** A meeting is called. */
    record CallMeeting(
            @NotNull @Schema(description = "协调小组 · the group")
            UUID group,

            @NotNull @Schema(description = "会议日期 · held on") LocalDate heldOn,

            @NotBlank @Size(max = 200) @Schema(description = "会议地点 · where")
            String place,

            @NotNull @Schema(description = "主持人,须为牵头人 · who chairs it, a co-lead")
            UUID chair,

            @NotNull
            @Size(min = 1, max = 50)
            @Schema(description = "会商事项:一项为一事一议,多项为多事一议 · the consultations on its list")
            List<@NotNull UUID> consultations) {}

    /** Who was there. */
    record RecordAttendance(
            @NotNull @Size(max = 50) @Schema(description = "到会成员 · the members present")
            List<@NotNull UUID> present) {}

    /** A member is recused from a case. */
    record RecuseMember(
            @NotNull @Schema(description = "会商事项 · the consultation")
            UUID consultation,

            @Schema(description = "回避的成员,缺省为本人 · the member, oneself unless told")
            UUID member,

            @NotNull @Schema(description = "回避事由 · the ground")
            RecusalGround ground,

            @NotBlank @Size(max = 2000) @Schema(description = "说明 · explanation")
            String explanation) {}

    /** A member votes on a subject, or on a filing. */
    record CastVote(
            @NotNull @Schema(description = "会商事项 · the consultation")
            UUID consultation,

            @Schema(description = "当事人;事前报备不填 · the subject; none for a filing")
            UUID subject,

            @NotNull @Schema(description = "表决 · the vote") Vote vote,

            @Size(min = 1, max = 10_000) @Schema(description = "保留意见(密封) · dissent, sealed")
            String dissent,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由(密封) · reasons, sealed")
            String reasons) {}

    /** What the group concludes on a case. */
    record ConcludeConsultation(
            @NotNull @Schema(description = "会商事项 · the consultation")
            UUID consultation,

            @NotNull @Schema(description = "结论形式 · its form")
            ConclusionForm form,

            @NotNull @Size(min = 1, max = 100) @Schema(description = "会商结果,逐名当事人 · the results, of each subject")
            List<@NotNull @Valid ResultFor> results,

            @NotBlank @Size(max = 100_000) @Schema(description = "会议纪要 · the minutes")
            String minutes) {}

    /** The result for a subject. */
    @Schema(name = "ConcludeResult")
    record ResultFor(
            @Schema(description = "当事人;事前报备不填 · the subject; none for a filing")
            UUID subject,

            @NotNull
            @Schema(
                    description =
                            "过半数所投;没有任何一种过半数的,填 NO_MAJORITY · what the majority voted; NO_MAJORITY where nothing has one")
            Vote result) {}
}
