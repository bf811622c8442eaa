package org.rongcuo.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.StaffingRequests.AddCoHandler;
import org.rongcuo.cases.StaffingRequests.LinkCase;
import org.rongcuo.cases.StaffingRequests.RemoveCoHandler;
import org.rongcuo.cases.StaffingView.LinkView;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class StaffingResource {
    private final CaseDesk desk;
    private final CaseService cases;
    private final StaffingService service;
    private final Writes writes;

    StaffingResource(CaseDesk desk, CaseService cases, StaffingService service, Writes writes) {
        this.desk = desk;
        this.cases = cases;
        this.service = service;
        this.writes = writes;
    }

    @POST
    @Path("/co-handlers")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "addCoHandler", summary = "联合承办:增加承办机关 · Have another organ handle the case too")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已增加 · added")
    public Response add(@PathParam("id") UUID id, AddCoHandler body) {
        return writes.act(body, () -> desk.authorised(id, StaffingAct.CO_HANDLERS), file -> {
            service.add(file, body);
            return Outcome.ok(cases.view(file), file.stateVersion());
        });
    }

    @POST
    @Path("/co-handlers/{organId}/removal")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "removeCoHandler", summary = "取消一个机关的联合承办 · End an organ's co-handling")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已取消 · ended")
    public Response remove(@PathParam("id") UUID id, @PathParam("organId") UUID organId, RemoveCoHandler body) {
        return writes.act(body, () -> desk.authorised(id, StaffingAct.CO_HANDLER_REMOVALS), file -> {
            service.remove(file, organId, body.reasons());
            return Outcome.ok(cases.view(file), file.stateVersion());
        });
    }

    @GET
    @Path("/links")
    @Allowed
    @Operation(
            operationId = "listLinks",
            summary = "关联案件 · The cases that this one is linked to, of those the caller sees")
    public List<LinkView> links(@PathParam("id") UUID id) {
        return service.links(desk.visible(id));
    }

    @POST
    @Path("/links")
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "linkCase", summary = "关联另一案件 · Link another case")
    @APIResponseSchema(value = LinkView.class, responseCode = "201", responseDescription = "已关联 · linked")
    public Response link(@PathParam("id") UUID id, LinkCase body) {
        return writes.note(
                body,
                () -> desk.authorised(id, LinkAct.LINKS),
                file -> Outcome.created(
                        service.views(file, List.of(service.link(file, body))).get(0),
                        "/api/v1/cases/" + id + "/links"));
    }
}
