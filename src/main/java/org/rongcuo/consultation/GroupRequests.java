package org.rongcuo.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What administrators send about coordination groups. */
final class GroupRequests {
    private GroupRequests() {}

    /** A new group. */
    record EstablishGroup(
            @NotNull @Size(max = 9) @Schema(description = "行政区划代码 · jurisdiction code")
            String jurisdiction,

            @NotNull @Valid GroupContent content) {}

    /** A version of a group. */
    record GroupContent(
            @NotBlank @Size(max = 200) String name,

            @NotBlank @Size(max = 10_000) @Schema(description = "职责清单 · the list of duties")
            String duties,

            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid NameMember> members,

            @Schema(description = "法定人数,缺省为过半数 · quorum, more than half unless told")
            QuorumRule quorum,

            @Min(1) @Max(2) @Schema(description = "至少到会的牵头人数,缺省为 1 · co-leads who must be present, 1 unless told")
            Integer coLeads,

            @Schema(description = "定期会商的周期 · how often it consults regularly")
            Rhythm rhythm,

            @Schema(description = "下次定期会商日期 · the next regular consultation")
            LocalDate nextMeetingOn,

            @NotNull LocalDate validFrom,
            LocalDate validTo,

            @Size(max = 2000) @Schema(description = "变更理由 · why it is changed")
            String reasons) {}

    /** A member; holds the role of a coordinator in the organ. */
    record NameMember(
            @NotNull UUID person,
            @NotNull GroupFunction function,
            @NotNull UUID organ,
            LocalDate validFrom,
            LocalDate validTo) {}
}
