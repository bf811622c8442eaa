package org.rongcuo.aftercare;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says whether the round of a correction is accepted. */
record EvaluateCorrection(
        @NotNull @Schema(description = "是否通过验收:true 通过,false 不通过,再次纠错 · true accepted, false another round")
        Boolean accepted,

        @NotBlank @Size(max = 10_000) @Schema(description = "验收意见 · remark")
        String remark,

        @Schema(description = "再次纠错的期限,不通过时必填 · due date of the new round, required when not accepted")
        LocalDate dueOn) {}
