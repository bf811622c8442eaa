package org.rongcuo.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.Level;

/** What a case is about. */
record CaseParticulars(
        @Schema(description = "领域,缺省为不限 · field of work", examples = "重大项目建设") @Size(max = 20)
        String field,

        @NotBlank @Size(max = 200) @Schema(description = "事项名称 · the matter")
        String title,

        @NotBlank @Size(max = 20_000) @Schema(description = "事情经过 · what happened")
        String summary,

        @NotNull @Valid @Schema(description = "行为日期 · when it was done")
        Conduct conduct,

        @Schema(description = "密级以下的分级;国家秘密不得录入。缺省 INTERNAL · confidentiality; state secrets are refused")
        Level level,

        @Size(max = 200) @Schema(description = "所属问责事项 · the inquiry it belongs to")
        String accountabilityMatter) {

    /** The confidentiality told, or INTERNAL. */
    Level confidentiality() {
        return level == null ? Level.INTERNAL : level;
    }

    /** From the first to the last day of the conduct. */
    @Schema(name = "CaseConduct")
    record Conduct(
            @NotNull @Schema(description = "行为起始日 · first day")
            LocalDate from,

            @Schema(description = "行为最后一日,缺省为起始日 · last day, the first unless told")
            LocalDate to) {
        LocalDate until() {
            return to == null ? from : to;
        }
    }
}
