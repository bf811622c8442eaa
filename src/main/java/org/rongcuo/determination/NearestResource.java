package org.rongcuo.determination;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;

@Path("/api/v1/cases/{id}/checklists/{subjectId}/nearest")
@Produces(MediaType.APPLICATION_JSON)
class NearestResource {
    private final CaseDesk desk;
    private final NearestCases nearest;

    NearestResource(CaseDesk desk, NearestCases nearest) {
        this.desk = desk;
        this.nearest = nearest;
    }

    @GET
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.COORDINATOR, Role.INSPECTOR})
    @Operation(
            operationId = "listNearestCases",
            summary = "命中相同规则行的既往认定,最相近者在前 · Earlier determinations that hit the same rows, the most alike first",
            description =
                    "只计您有权查看的案件:最相近的十件列名,其余按结果计数 · only cases you may see: ten are named, the others counted by outcome")
    public NearestCases.Nearest nearest(@PathParam("id") UUID id, @PathParam("subjectId") UUID subjectId) {
        var file = desk.visible(id);
        return nearest.of(file, desk.subject(file.id(), subjectId));
    }
}
