package org.rongcuo.filing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.filing.DecisionEvidenceService.DecisionProcessView;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/decision-evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DecisionEvidenceResource {
    private final DecisionEvidenceService evidence;
    private final CaseDesk desk;
    private final Writes writes;

    DecisionEvidenceResource(DecisionEvidenceService evidence, CaseDesk desk, Writes writes) {
        this.evidence = evidence;
        this.desk = desk;
        this.writes = writes;
    }

    /** Evidence of one step of the decision. */
    @Schema(name = "AddDecisionEvidence")
    record AddEvidence(
            @NotNull @Schema(description = "环节 · the step") DecisionEvidenceKind kind,

            @NotNull @Schema(description = "日期 · held on") LocalDate heldOn,

            @NotBlank @Size(max = 200) @Schema(description = "组织单位 · who held it")
            String organiser,

            @NotBlank @Size(max = 10_000) @Schema(description = "结论 · conclusion")
            String conclusion,

            @NotNull @Schema(description = "结论是否支持该事项 · whether the conclusion speaks for what was decided")
            Boolean supports,

            @Size(max = 50) @Schema(description = "材料(本案文书标识)· ids of the case's documents")
            List<@NotNull UUID> documents,

            @Min(1) @Max(1_000_000) @Schema(description = "参加人数 · how many took part")
            Integer participants,

            @Min(1) @Max(1_000_000) @Schema(description = "法定或规定人数 · quorum")
            Integer quorum) {
        List<UUID> papers() {
            return documents == null ? List.of() : documents;
        }
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listDecisionEvidence",
            summary = "决策程序材料及所缺环节 · The evidence of how it was decided, and the steps of which there is none",
            description = "援引报备的案件同时列出报备的材料 · a case that invokes a filing has the filing's evidence too")
    public DecisionProcessView list(@PathParam("id") UUID id) {
        return evidence.view(desk.visible(id));
    }

    @POST
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "addDecisionEvidence", summary = "提交决策程序材料 · Add evidence of how it was decided")
    @APIResponseSchema(value = DecisionProcessView.class, responseCode = "201", responseDescription = "已提交 · added")
    public Response add(@PathParam("id") UUID id, AddEvidence body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.EVIDENCE),
                file -> Outcome.created(evidence.add(file, body), "/api/v1/cases/" + id + "/decision-evidence"));
    }
}
