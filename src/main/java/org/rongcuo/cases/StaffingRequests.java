package org.rongcuo.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send about who works on a case, and about other cases. */
final class StaffingRequests {
    private StaffingRequests() {}

    /** A recusal declared of oneself, or demanded of another. */
    record Recuse(
            @NotNull @Schema(description = "应回避的人员;本人即为自行回避 · who is to be recused; oneself takes effect at once")
            UUID person,

            @NotNull @Schema(description = "回避事由 · the ground")
            RecusalGround ground,

            @NotBlank @Size(max = 10_000) @Schema(description = "说明 · explanation")
            String explanation) {}

    /** The decision on a demand. */
    record DecideRecusal(
            @NotNull @Schema(description = "是否决定回避:true 回避,false 不予回避 · true recused, false not recused")
            Boolean granted,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** Another organ handles the case beside the first. */
    record AddCoHandler(
            @NotNull @Schema(description = "联合承办机关 · the organ")
            UUID organ,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** The organ handles it no more. */
    record RemoveCoHandler(
            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** Another case that this one has to do with. */
    record LinkCase(
            @JsonProperty("case") @NotNull @Schema(description = "另一案件的标识 · the other case")
            UUID other,

            @NotNull @Schema(description = "关系:相关、接续已结案件、援引事前报备 · related, goes on with an ended one, invokes a filing")
            CaseLink.Kind kind,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}
}
