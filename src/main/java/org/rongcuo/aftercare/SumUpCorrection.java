package org.rongcuo.aftercare;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Closes a correction. */
record SumUpCorrection(
        @NotBlank @Size(max = 20_000) @Schema(description = "纠错总结:原因、措施、成效、防止再犯 · causes, measures, effect, prevention")
        String summary) {}
