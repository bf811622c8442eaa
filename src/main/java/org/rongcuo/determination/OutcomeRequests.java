package org.rongcuo.determination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send to the acts that follow from an outcome. */
final class OutcomeRequests {
    private OutcomeRequests() {}

    /** The organ that holds people to account was told. */
    record TellAccountabilityOrgan(
            @Schema(description = "问责机关,已登记的机关标识 · the organ, if registered here")
            UUID organ,

            @Size(max = 200) @Schema(description = "问责机关名称,未登记时必填 · its name, if it is not")
            String title,

            @NotNull @Schema(description = "告知日期 · told on") LocalDate toldOn,

            @Size(max = 2_000) @Schema(description = "备注 · note")
            String note) {}

    /** What it answered. */
    record RecordAdoption(
            @NotNull @Schema(description = "是否采纳 · whether it adopts the determinations")
            Boolean adopted,

            @NotNull @Schema(description = "答复日期 · answered on")
            LocalDate answeredOn,

            @Size(max = 5_000) @Schema(description = "不采纳的理由 · its reasons, where it does not")
            String reasons) {}

    /** A suspected violation is referred. */
    record ReferMatter(
            @Schema(description = "涉及的当事人,可不列 · the subject it is about, if one")
            UUID subject,

            @NotBlank @Size(max = 200) @Schema(description = "受移送机关 · to which organ")
            String organ,

            @NotBlank @Size(max = 10_000) @Schema(description = "移送事由 · grounds")
            String grounds,

            @Schema(description = "移送材料(本案文书标识)· a document of the case")
            UUID document) {}
}
