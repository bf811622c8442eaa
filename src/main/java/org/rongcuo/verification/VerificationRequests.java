package org.rongcuo.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send to the acts of verification. */
final class VerificationRequests {
    private VerificationRequests() {}

    /** Who verifies the case; replaces whoever did. */
    record NameInvestigators(
            @NotEmpty @Size(max = 20) @Schema(description = "核实人员,不少于二人 · two or more who handle the case")
            List<@NotNull UUID> persons,

            @Size(max = 20) @Schema(description = "协助人员 · who assists them")
            List<@NotNull @Valid NameAssistant> assistants) {}

    /** A person known here, or an external expert by name. */
    record NameAssistant(
            @Schema(description = "人员标识,与 name 二选一 · person, or else name")
            UUID person,

            @Size(max = 200) @Schema(description = "外聘专家姓名 · an external expert's name")
            String name,

            @Size(max = 500) @Schema(description = "外聘专家单位 · the expert's affiliation")
            String affiliation) {}

    /** What a subject states, or that it was given the chance. */
    record MakeStatement(
            @NotNull @Schema(description = "当事人 · the subject")
            UUID subject,

            @Schema(description = "谈话日期,由核实人员记录时必填 · when it was taken down by investigators")
            LocalDate heldOn,

            @Size(max = 500) @Schema(description = "谈话地点,由核实人员记录时必填 · where it was taken down")
            String place,

            @Size(max = 20) @Schema(description = "在场核实人员,不少于二人 · the investigators present, two or more")
            List<@NotNull UUID> present,

            @NotBlank
            @Size(max = 50_000)
            @Schema(description = "陈述内容;放弃陈述时写明如何告知 · what was said; of a waiver, how the chance was given")
            String text,

            @Size(max = 100) @Schema(description = "申辩意见,逐项答复 · the claims, each to be answered")
            List<@NotBlank @Size(max = 5_000) String> claims,

            @Schema(description = "放弃陈述,已告知而当事人不作陈述 · the subject was given the chance and did not take it")
            Boolean waived,

            @Size(max = 100) @Schema(description = "材料标识,放弃陈述时必填 · documents, required of a waiver")
            List<@NotNull UUID> evidence) {
        boolean waives() {
            return Boolean.TRUE.equals(waived);
        }

        List<String> claimed() {
            return claims == null ? List.of() : claims;
        }
    }

    /** The investigators' answer to a claim. */
    record AnswerClaim(
            @NotNull @Schema(description = "如何答复:采纳、部分采纳或不采纳 · accepted, partly or rejected")
            Claim.Finding finding,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** 核实报告. */
    record Report(
            @NotEmpty @Size(max = 50) @Schema(description = "核实情况,逐名当事人 · of each subject")
            List<@NotNull @Valid ReportOn> findings,

            @Size(max = 200) @Schema(description = "证据材料 · the evidence")
            List<@NotNull UUID> evidence,

            @NotEmpty @Size(max = 20) @Schema(description = "签名的核实人员,不少于二人 · the investigators who sign, two or more")
            List<@NotNull UUID> signers) {}

    /** What is found of a subject. */
    @Schema(name = "ReportOnSubject")
    record ReportOn(
            @NotNull @Schema(description = "当事人 · the subject")
            UUID subject,

            @NotBlank @Size(max = 50_000) @Schema(description = "查明的事实 · the facts found")
            String facts,

            @NotBlank @Size(max = 20_000) @Schema(description = "核实意见 · the investigators' opinion")
            String opinion) {}
}
