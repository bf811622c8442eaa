package org.rongcuo.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/** What a filing says. A draft may leave parts out; whatever is missing is told when it is submitted. */
record FilingContent(
        @Nullable @Size(max = 2_000) @Schema(description = "报备事项 · the matter")
        String matter,

        @Nullable @Size(max = 10_000) @Schema(description = "制度空白:缺少或不明确的是哪项规定 · which rule is missing or unclear")
        String ruleGap,

        @Nullable @Size(max = 50) @Schema(description = "风险及评估,至少一项 · the risks as assessed, at least one")
        List<@NotNull @Valid Risk> risks,

        @Nullable @Size(max = 10_000) @Schema(description = "总体防控措施 · safeguards for the whole")
        String safeguards,

        @Nullable @Valid @Schema(description = "集体决策 · the collective decision")
        Decision decision,

        @Nullable @Schema(description = "有效期起 · valid from") LocalDate validFrom,

        @Nullable @Schema(description = "有效期止 · valid until")
        LocalDate validUntil,

        @Nullable @Valid @Schema(description = "适用范围 · scope")
        Scope scope,

        @Nullable @Schema(description = "属三重一大,反馈前须经协调小组会商 · the group consults before the feedback")
        Boolean threeMajor,

        @Nullable @Schema(description = "公众事项,公开接受群众监督 · open to remarks of the public")
        Boolean publicMatter) {

    /** How probable a risk is. */
    enum Likelihood {
        LOW("低", "low"),
        MEDIUM("中", "medium"),
        HIGH("高", "high");

        private final Text label;

        Likelihood(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    /** A risk as assessed. */
    @Schema(name = "FilingRisk")
    record Risk(
            @NotBlank @Size(max = 2_000) @Schema(description = "风险 · the risk")
            String description,

            @NotNull @Schema(description = "可能性 · how probable")
            Likelihood likelihood,

            @NotBlank @Size(max = 2_000) @Schema(description = "影响 · impact")
            String impact,

            @NotBlank @Size(max = 2_000) @Schema(description = "防控措施 · safeguard")
            String safeguard) {}

    /** The meeting that decided. @param document the minutes, of the case's documents */
    @Schema(name = "FilingDecision")
    record Decision(
            @NotBlank @Size(max = 500) @Schema(description = "会议名称 · the meeting")
            String title,

            @NotNull @Schema(description = "会议日期 · held on") LocalDate heldOn,

            @Nullable @Schema(description = "会议纪要(本案文书标识)· the minutes")
            UUID document) {}

    /** What it covers. */
    @Schema(name = "FilingScope")
    record Scope(
            @Nullable @Size(max = 50) @Schema(description = "行政区划代码,缺省为本案所在地 · where, the case's place unless told")
            List<@NotNull @Size(max = 9) String> jurisdictions,

            @Nullable @Size(max = 10) @Schema(description = "领域,缺省不限 · fields of work, all unless told")
            List<@NotNull @Size(max = 20) String> fields,

            @Nullable @Size(max = 5_000) @Schema(description = "范围说明 · in words")
            String text) {}

    List<Risk> allRisks() {
        return risks == null ? List.of() : risks;
    }

    List<String> places() {
        return scope == null || scope.jurisdictions == null ? List.of() : scope.jurisdictions;
    }

    List<String> fields() {
        return scope == null || scope.fields == null ? List.of() : scope.fields;
    }
}
