package org.rongcuo.aftercare;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An inquiry says that it considered tolerance, and with what result. */
record RecordAccountabilityCheck(
        @NotBlank @Size(max = 200) @Schema(description = "问责事项编号或名称 · the inquiry's reference")
        String inquiry,

        @NotNull @Schema(description = "问责机关 · the organ that inquires")
        UUID organ,

        @NotNull
        @AssertTrue(message = "应先考虑是否容错,再行问责|tolerance must have been considered")
        @Schema(description = "已考虑是否容错,只能为 true · tolerance was considered")
        Boolean considered,

        @NotBlank @Size(max = 10_000) @Schema(description = "考虑的结果和理由 · the result and its reasons")
        String result,

        @JsonProperty("case") @Schema(description = "相关容错案件 · the case in which it is judged")
        UUID caseId) {}
