package org.rongcuo.archive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send to the registration and the archive. */
final class ArchiveRequests {
    private ArchiveRequests() {}

    /** Sends the papers to the registrar. */
    record FileRegistration(
            @NotBlank @Size(max = 4000) @Schema(description = "报送材料清单 · the papers sent")
            String materials) {}

    /** Registers the outcome. */
    record AcceptRegistration(
            @Size(max = 1000) @Schema(description = "备注 · remark")
            String remark) {}

    /** Returns the papers. */
    record ReturnRegistration(
            @NotEmpty @Size(max = 8) @Schema(description = "形式缺陷;不得就认定结论退回 · formal defects, never the outcome")
            List<@NotNull FormalDefect> defects,

            @Size(max = 1000) @Schema(description = "缺陷所在 · where they are")
            String remark) {}

    /** Archives the case. */
    record ArchiveCase(
            @Schema(description = "保管期限,缺省按认定结果;更短应有备注 · by outcome unless told; shorter needs a remark")
            Retention retention,

            @Size(max = 1000) @Schema(description = "备注 · remark")
            String remark,

            @Size(max = 100) @Schema(description = "缺件说明:确实无法补齐的,逐项说明理由 · what cannot be supplied, each with reasons")
            List<@NotNull @Valid ExplainGap> explained) {}

    /** Archives a filing. */
    record ArchiveFiling(
            @NotBlank @Size(max = 20_000) @Schema(description = "实施情况总结 · summary")
            String summary,

            @Schema(description = "保管期限,缺省按事项;更短应有备注 · by the matter unless told; shorter needs a remark")
            Retention retention,

            @Size(max = 1000) @Schema(description = "备注 · remark")
            String remark,

            @Size(max = 100) @Schema(description = "缺件说明:确实无法补齐的,逐项说明理由 · what cannot be supplied, each with reasons")
            List<@NotNull @Valid ExplainGap> explained) {
        ArchiveCase kept() {
            return new ArchiveCase(retention, remark, explained);
        }
    }

    /** Why something missing is missing. */
    record ExplainGap(
            @NotBlank @Size(max = 60) @Schema(description = "步骤,见归档检查 · the step, as the check names it")
            String step,

            @NotBlank @Size(max = 60) @Schema(description = "缺件代码,见归档检查 · what is missing, as the check names it")
            String code,

            @Size(max = 60) @Schema(description = "所缺属于哪项记录,照检查所列填写 · the record, as the check names it")
            String about,

            @NotBlank @Size(min = 10, max = 1000) @Schema(description = "理由,至少十字 · the reasons, ten characters or more")
            String reasons) {}
}
