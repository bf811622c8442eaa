package org.rongcuo.verification;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;
import org.rongcuo.verification.VerificationRequests.AnswerClaim;
import org.rongcuo.verification.VerificationRequests.MakeStatement;
import org.rongcuo.verification.VerificationRequests.NameInvestigators;
import org.rongcuo.verification.VerificationRequests.Report;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class VerificationResource {
    private final CaseDesk desk;
    private final VerificationService service;
    private final VerificationViews views;
    private final Writes writes;

    VerificationResource(CaseDesk desk, VerificationService service, VerificationViews views, Writes writes) {
        this.desk = desk;
        this.service = service;
        this.views = views;
        this.writes = writes;
    }

    @GET
    @Path("/verification")
    @Allowed
    @Operation(
            operationId = "getVerification",
            summary = "核实情况:核实人员、尚缺什么、办理路径、核实报告 · How the verification stands, which way the case goes and why",
            description = "当事人和申请人只看到核实人员 · whom the case concerns sees who investigates, no more")
    public VerificationView get(@PathParam("id") UUID id) {
        return views.of(desk.visible(id));
    }

    @PUT
    @Path("/investigators")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "nameInvestigators", summary = "指定核实人员,不少于二人 · Name two or more investigators")
    @APIResponseSchema(value = VerificationView.class, responseCode = "200", responseDescription = "已指定 · named")
    public Response name(@PathParam("id") UUID id, NameInvestigators body) {
        return writes.act(body, () -> desk.authorised(id, VerificationAct.INVESTIGATORS), file -> {
            service.name(file, body);
            return Outcome.ok(views.of(file), file.stateVersion());
        });
    }

    @GET
    @Path("/statements")
    @Allowed
    @Operation(
            operationId = "listStatements",
            summary = "陈述申辩及答复 · What the subjects stated, and the answers",
            description = "当事人只看到本人的 · a subject sees its own")
    public List<VerificationView.StatementView> statements(@PathParam("id") UUID id) {
        return views.statements(desk.visible(id));
    }

    @POST
    @Path("/statements")
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "makeStatement",
            summary = "陈述申辩:当事人自己提出,或由核实人员记录 · A subject's statement, its own or taken down by investigators")
    @APIResponseSchema(
            value = VerificationView.StatementView.class,
            responseCode = "201",
            responseDescription = "已入卷 · on the record")
    public Response state(@PathParam("id") UUID id, MakeStatement body) {
        return writes.note(
                body,
                () -> desk.authorised(id, VerificationAct.STATEMENTS),
                file -> Outcome.created(
                        views.of(file, service.state(file, body)), "/api/v1/cases/" + id + "/statements"));
    }

    @POST
    @Path("/claims/{claimId}/answer")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "answerClaim", summary = "答复一项申辩意见 · Answer a claim")
    @APIResponseSchema(
            value = VerificationView.ClaimView.class,
            responseCode = "200",
            responseDescription = "已答复 · answered")
    public Response answer(@PathParam("id") UUID id, @PathParam("claimId") UUID claimId, AnswerClaim body) {
        return writes.note(
                body,
                () -> desk.authorised(id, VerificationAct.CLAIM_ANSWERS),
                file -> Outcome.ok(views.of(service.answer(file, claimId, body))));
    }

    @POST
    @Path("/verification")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "reportVerification", summary = "提出核实报告 · Report on the verification")
    @APIResponseSchema(
            value = VerificationView.ReportView.class,
            responseCode = "201",
            responseDescription = "已报告 · reported")
    public Response report(@PathParam("id") UUID id, Report body) {
        return writes.act(
                body,
                () -> desk.authorised(id, VerificationAct.VERIFICATION),
                file -> Outcome.created(
                        views.of(file, service.report(file, body)),
                        "/api/v1/cases/" + id + "/verification",
                        file.stateVersion()));
    }
}
