package org.rongcuo.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.Complexity;

/** What callers send to the acts of a case. */
final class CaseRequests {
    private CaseRequests() {}

    /** Opens a case: a draft of the applicant's, or a case started ex officio. */
    record OpenCase(
            @Schema(description = "案件种类,缺省 EXEMPTION · EXEMPTION unless told")
            CaseKind kind,

            @Schema(description = "启动方式,缺省 APPLICATION · APPLICATION unless told")
            Start start,

            @NotNull @Size(max = 9) @Schema(description = "行政区划代码 · jurisdiction code", examples = "330922")
            String jurisdiction,

            @NotNull @Valid @Schema(description = "事项 · what the case is about")
            CaseParticulars particulars,

            @Size(max = 50) @Schema(description = "当事人,申请前须至少列明一名 · at least one before applying")
            List<@NotNull @Valid AddSubject> subjects) {}

    /** A person or a unit concerned. */
    record AddSubject(
            @Schema(description = "人员标识,与 organ 二选一 · person, or else organ")
            UUID person,

            @Schema(description = "单位标识 · unit") UUID organ,
            @NotNull @Schema(description = "身份 · status") SubjectStatus status,

            @Size(max = 500) @Schema(description = "在本事项中的职责 · duty in the matter")
            String duty) {}

    /** The application. */
    record Apply(
            @Size(max = 20_000) @Schema(description = "申请理由 · grounds")
            String statement) {}

    /** Acceptance or its refusal. */
    record AcceptCase(
            @NotNull @Schema(description = "是否受理:true 受理,false 不予受理 · true accept, false refuse")
            Boolean accepted,

            @Schema(description = "复杂程度,决定各步骤的期限,缺省 ORDINARY · sets the terms of the steps, ORDINARY unless told")
            Complexity complexity,

            @Size(max = 10_000) @Schema(description = "理由,不予受理时必填 · reasons, required to refuse")
            String reasons) {
        Complexity judgedComplexity() {
            return complexity == null ? Complexity.ORDINARY : complexity;
        }
    }

    /** The applicant takes the case back. */
    record Withdraw(
            @NotBlank @Size(max = 10_000) @Schema(description = "撤回理由 · reasons")
            String reasons) {}

    /** What is missing, once, with a term. */
    record NoticeSupplement(
            @NotEmpty @Size(max = 50) @Schema(description = "应补正的材料 · what is wanted")
            List<@NotBlank @Size(max = 500) String> wanted,

            @NotNull @Schema(description = "补正期限 · term") LocalDate due) {}

    /** The applicant's answer to the notice. */
    record RespondToSupplement(
            @NotBlank @Size(max = 20_000) @Schema(description = "补正说明 · statement")
            String statement,

            @Size(max = 100) @Schema(description = "补交材料的标识 · documents supplied")
            List<@NotNull UUID> documents) {}

    /** Another organ handles the case. */
    record AssignCase(
            @NotNull @Schema(description = "承办机关 · the organ")
            UUID organ,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** Only the team (and inspectors) see the case from then on; an empty list dissolves it. */
    record NameTeam(
            @NotNull @Size(max = 50) @Schema(description = "办案组成员 · members")
            List<@NotNull UUID> persons) {}
}
