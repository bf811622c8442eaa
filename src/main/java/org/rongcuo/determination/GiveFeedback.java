package org.rongcuo.determination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The subject was told. */
record GiveFeedback(
        @NotNull @Schema(description = "当事人 · the subject") UUID subject,

        @NotNull @Schema(description = "送达日期 · delivered on")
        LocalDate deliveredOn,

        @NotNull @Schema(description = "送达方式 · how") DeliveryMethod method,

        @NotBlank
        @Size(max = 5_000)
        @Schema(description = "告知的法定救济途径,见 GET …/feedback/remedies · the statutory remedies told")
        String remedies,

        @Size(max = 5_000) @Schema(description = "备注 · note")
        String note,

        @Valid @Schema(description = "送达回证;留置送达时必填,其他可后补 · receipt; with LEFT at once, else it may follow")
        RecordReceipt receipt) {}
