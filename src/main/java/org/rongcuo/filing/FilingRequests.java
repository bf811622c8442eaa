package org.rongcuo.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.policy.SubjectStatus;

/** What callers send to the acts on a filing. */
final class FilingRequests {
    private FilingRequests() {}

    /** The office's answer. */
    record GiveFilingFeedback(
            @NotNull @Schema(description = "反馈结果:予以报备、退回,或予以报备并提出建议 · accept, return, accept with advice")
            FilingFeedback.Result result,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons,

            @Size(max = 10_000) @Schema(description = "建议,ADVISED 时必填 · advice, required for ADVISED")
            String advice,

            @Size(max = 10_000)
            @Schema(description = "与会商意见不一致的理由 · why it departs from what the coordination group advised")
            String consultationReasons) {}

    /** The applicant takes the filing back. */
    record WithdrawFiling(
            @NotBlank @Size(max = 10_000) @Schema(description = "撤回理由 · reasons")
            String reasons) {}

    /** What is expected, as answers to the books' items. */
    record EvaluateFiling(
            @Schema(description = "以何种身份评估 · status of whoever would answer for it")
            SubjectStatus subjectStatus,

            @NotNull @Size(max = 500) @Schema(description = "预计的情况,以事项标识为键 · what is expected, by item")
            Map<@Size(max = 100) String, Object> facts) {}

    /** Something observed. */
    record AddMonitoring(
            @NotNull @Schema(description = "方式;申请人只能提交进展报告 REPORT · how; the applicant only reports")
            MonitoringKind kind,

            @NotNull @Schema(description = "日期 · observed on")
            LocalDate observedOn,

            @NotBlank @Size(max = 10_000) @Schema(description = "情况或发现 · the finding")
            String finding,

            @Schema(description = "需要纠正,缺省 false · whether it wants correction")
            Boolean needsCorrection,

            @Schema(description = "整改期限,需要纠正时必填 · by when, required where it wants correction")
            LocalDate dueOn) {
        boolean wantsCorrection() {
            return Boolean.TRUE.equals(needsCorrection);
        }
    }

    /** What was done about a finding. */
    record RespondToFinding(
            @NotBlank @Size(max = 10_000) @Schema(description = "整改情况 · what was done")
            String response) {}

    /** Whether that is enough. */
    record JudgeResponse(
            @NotNull @Schema(description = "是否认可:true 认可,false 继续整改 · true accept, false want more")
            Boolean accepted,

            @Size(max = 10_000) @Schema(description = "意见,不认可时必填 · remark, required to want more")
            String remark,

            @Schema(description = "继续整改的期限,不认可时必填 · by when, required to want more")
            LocalDate dueOn) {}

    /** A remark of the public. */
    record RemarkOnFiling(
            @NotBlank @Size(max = 2_000) @Schema(description = "意见 · the remark")
            String text,

            @Size(max = 500) @Schema(description = "姓名和联系方式,可不填;加密保存 · name and contact, optional, sealed")
            String name) {}

    /** Names a filing. */
    record InvokeFiling(
            @NotBlank
            @Size(max = 40)
            @Schema(description = "报备的案号或标识 · number or id of the filing", examples = "嵊容〔2026〕3号")
            String filing) {}

    /** Why the filing is of the same matter and covers what was done. */
    record ConfirmInvocation(
            @NotBlank
            @Size(max = 10_000)
            @Schema(description = "对照报备事项和范围,说明理由 · reasons, by the matter and the scope that were filed")
            String reasons) {}

    /** Why the filing is of another matter. */
    record DismissInvocation(
            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** What anyone proposes. */
    record Propose(
            @NotNull @Size(max = 9) @Schema(description = "行政区划代码 · jurisdiction code", examples = "330922")
            String jurisdiction,

            @Schema(description = "所涉机关或单位 · the organ concerned")
            UUID organ,

            @NotBlank @Size(max = 200) @Schema(description = "事项 · the matter")
            String matter,

            @NotBlank @Size(max = 10_000) @Schema(description = "建议内容 · the proposal")
            String text,

            @Size(max = 500) @Schema(description = "联系方式,可不填;加密保存 · contact, optional, sealed")
            String contact) {}

    /** The office's answer to a proposal. */
    record AnswerProposal(
            @Schema(description = "据此启动的案件;不列即为不采纳 · the case started; left out, it is declined")
            UUID startedCase,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}
}
