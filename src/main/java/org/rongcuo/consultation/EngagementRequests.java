package org.rongcuo.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What handlers send about engagements. */
final class EngagementRequests {
    private EngagementRequests() {}

    /** An engagement is commissioned. */
    record CommissionEngagement(
            @NotNull @Schema(description = "方式 · how") EngagementKind kind,

            @NotBlank @Size(max = 10_000) @Schema(description = "委托事项与要求 · terms of reference")
            String termsOfReference,

            @NotNull @Size(min = 1, max = 200) @Schema(description = "参加人员 · who takes part")
            List<@NotNull @Valid Participant> participants,

            @NotNull @Schema(description = "完成期限 · the deadline")
            LocalDate deadline,

            @DecimalMin("0") @Digits(integer = 8, fraction = 4) @Schema(description = "预计费用,万元 · estimated cost, 万元")
            BigDecimal costEstimate) {}

    /** Who takes part. */
    @Schema(name = "EngagementParticipant")
    record Participant(
            @NotBlank @Size(max = 100) @Schema(description = "姓名 · name")
            String name,

            @NotBlank @Size(max = 100) @Schema(description = "身份,如专家、代表 · in what role")
            String role,

            @Size(max = 200) @Schema(description = "所在单位 · organisation")
            String organisation,

            @Schema(description = "已登记的人员 · the person, where known here")
            UUID person,

            @Schema(description = "是否已声明独立 · whether independence was declared")
            Boolean independent,

            @Size(min = 1, max = 2000) @Schema(description = "独立性声明 · the declaration")
            String declaration) {}

    /** How it ended: by a report, a document of the case or a text. */
    record ReportEngagement(
            @Schema(description = "报告(本案文书标识)· the report, a document of the case")
            UUID document,

            @Size(min = 1, max = 100_000) @Schema(description = "报告正文 · the report's text")
            String text,

            @DecimalMin("0") @Digits(integer = 8, fraction = 4) @Schema(description = "实际费用,万元 · cost, 万元")
            BigDecimal cost,

            @NotNull @Size(max = 200) @Schema(description = "可作为清单答案的结论 · findings that may answer items")
            List<@NotNull @Valid Finding> findings) {}

    /** A finding. */
    @Schema(name = "EngagementFinding")
    record Finding(
            @NotBlank @Size(max = 100) @Schema(description = "事项标识 · the item's id")
            String item,

            @Schema(description = "当事人,缺省为各当事人 · the subject; all unless told")
            UUID subject,

            @NotNull
            @Schema(
                    description = "结论 · what was found",
                    oneOf = {String.class, BigDecimal.class, Boolean.class})
            Object value,

            @Size(max = 2000) @Schema(description = "说明 · note")
            String note) {}

    /** It does not take place. */
    record CancelEngagement(
            @NotBlank @Size(max = 2000) @Schema(description = "理由 · reasons")
            String reasons) {}
}
