package org.rongcuo.consultation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.consultation.EngagementRequests.CancelEngagement;
import org.rongcuo.consultation.EngagementRequests.CommissionEngagement;
import org.rongcuo.consultation.EngagementRequests.ReportEngagement;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class EngagementResource {
    private final CaseDesk desk;
    private final Engagements engagements;
    private final EngagementService service;
    private final Persons persons;
    private final Writes writes;
    private final Clock clock;

    EngagementResource(
            CaseDesk desk,
            Engagements engagements,
            EngagementService service,
            Persons persons,
            Writes writes,
            Clock clock) {
        this.desk = desk;
        this.engagements = engagements;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
        this.clock = clock;
    }

    private EngagementView view(Engagement engagement) {
        return EngagementView.of(
                engagement, engagements.end(engagement.id()).orElse(null), Clocks.today(clock), persons);
    }

    @GET
    @Allowed
    @Operation(operationId = "listEngagements", summary = "听取意见:听证、座谈、第三方等 · The engagements of a case")
    public List<EngagementView> list(@PathParam("id") UUID id) {
        return engagements.of(desk.visible(id).id()).stream().map(this::view).toList();
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "commissionEngagement",
            summary = "组织听取意见或委托评估 · Commission an engagement",
            description =
                    "第三方、专家委员会的参加人须声明独立 · who takes part in a third party or expert committee declares independence")
    @APIResponseSchema(value = EngagementView.class, responseCode = "201", responseDescription = "已委托 · commissioned")
    public Response commission(@PathParam("id") UUID id, CommissionEngagement body) {
        return writes.note(
                body,
                () -> desk.authorised(id, ConsultationAct.ENGAGEMENT),
                file -> Outcome.created(view(service.commission(file, body)), "/api/v1/cases/" + id + "/engagements"));
    }

    @POST
    @Path("/{engagementId}/report")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "reportEngagement", summary = "报告结果与结论 · Report on an engagement")
    @APIResponseSchema(value = EngagementView.class, responseCode = "200", responseDescription = "已报告 · reported")
    public Response report(
            @PathParam("id") UUID id, @PathParam("engagementId") UUID engagementId, ReportEngagement body) {
        return writes.note(
                body,
                () -> desk.authorised(id, ConsultationAct.ENGAGEMENT_REPORT),
                file -> Outcome.ok(view(service.report(file, engagementId, body, desk.documents(id)))));
    }

    @POST
    @Path("/{engagementId}/cancellation")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "cancelEngagement", summary = "取消听取意见 · Cancel an engagement")
    @APIResponseSchema(value = EngagementView.class, responseCode = "200", responseDescription = "已取消 · cancelled")
    public Response cancel(
            @PathParam("id") UUID id, @PathParam("engagementId") UUID engagementId, CancelEngagement body) {
        return writes.note(
                body,
                () -> desk.authorised(id, ConsultationAct.ENGAGEMENT_CANCELLATION),
                file -> Outcome.ok(view(service.cancel(file, engagementId, body))));
    }
}
