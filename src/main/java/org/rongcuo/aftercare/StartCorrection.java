package org.rongcuo.aftercare;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Begins a correction, or orders one. */
record StartCorrection(
        @Schema(description = "纠错的当事人(本案当事人标识),不列为全案 · the subject; the whole case unless told")
        UUID subject,

        @NotBlank @Size(max = 20_000) @Schema(description = "纠错方案 · the plan")
        String plan,

        @NotEmpty @Size(max = 50) @Schema(description = "纠错措施 · the measures")
        List<@NotNull @Valid PlannedMeasure> measures,

        @NotNull @Schema(description = "完成期限 · by when it is done and reported")
        LocalDate dueOn) {

    /** One measure. */
    record PlannedMeasure(
            @NotBlank @Size(max = 2_000) @Schema(description = "措施 · what is done")
            String text,

            @NotNull @Schema(description = "期限,不晚于总期限 · by when, no later than the whole")
            LocalDate due) {}
}
