package org.rongcuo.aftercare;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports what was done, measure by measure. */
record ReportCorrection(
        @NotBlank @Size(max = 20_000) @Schema(description = "纠错情况 · what was done in all")
        String statement,

        @NotEmpty @Size(max = 50) @Schema(description = "各项措施的落实情况,逐项填写 · what was done, for every measure")
        List<@NotNull @Valid MeasureDone> measures,

        @Size(max = 100) @Schema(description = "佐证材料(本案材料标识)· evidence: documents of the case")
        List<@NotNull UUID> documents) {

    /** What was done for a measure. */
    record MeasureDone(
            @NotNull @Schema(description = "措施标识 · the measure")
            UUID measure,

            @NotBlank @Size(max = 5_000) @Schema(description = "落实情况 · what was done")
            String done) {}
}
