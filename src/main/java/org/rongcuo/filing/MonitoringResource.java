package org.rongcuo.filing;

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
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.filing.FilingRequests.AddMonitoring;
import org.rongcuo.filing.FilingRequests.JudgeResponse;
import org.rongcuo.filing.FilingRequests.RespondToFinding;
import org.rongcuo.filing.MonitoringService.MonitoringView;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MonitoringResource {
    private final MonitoringService monitoring;
    private final FilingService filings;
    private final CaseDesk desk;
    private final Writes writes;

    MonitoringResource(MonitoringService monitoring, FilingService filings, CaseDesk desk, Writes writes) {
        this.monitoring = monitoring;
        this.filings = filings;
        this.desk = desk;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(operationId = "listMonitoring", summary = "事中监管记录 · The monitoring records of a filing")
    public List<MonitoringView> list(@PathParam("id") UUID id) {
        return monitoring.of(filings.visible(id).id());
    }

    @POST
    @Allowed({Role.SUPERVISOR, Role.HANDLER, Role.ORGANISATION, Role.APPLICANT})
    @Operation(
            operationId = "addMonitoring",
            summary = "登记事中监管记录 · Add a monitoring record",
            description =
                    "需要纠正的须定整改期限,逾期督办,整改验收前不能归档 · a finding that wants correction has a due day, is escalated when that is past, and keeps the filing from its archive")
    @APIResponseSchema(value = MonitoringView.class, responseCode = "201", responseDescription = "已登记 · added")
    public Response add(@PathParam("id") UUID id, AddMonitoring body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.MONITORING),
                file -> Outcome.created(view(monitoring.add(file, body)), "/api/v1/cases/" + id + "/monitoring"));
    }

    @POST
    @Path("/{recordId}/response")
    @Allowed(Role.APPLICANT)
    @Operation(operationId = "respondToFinding", summary = "回应监管发现,报告整改 · Respond to a finding")
    @APIResponseSchema(value = MonitoringView.class, responseCode = "200", responseDescription = "已回应 · responded")
    public Response respond(@PathParam("id") UUID id, @PathParam("recordId") UUID recordId, RespondToFinding body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.RESPONSE),
                file -> Outcome.ok(view(monitoring.respond(file, recordId, body.response()))));
    }

    @POST
    @Path("/{recordId}/judgement")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "judgeResponse",
            summary = "验收整改 · Judge the response to a finding",
            description = "不认可的,另定整改期限 · where more is wanted, by when is set anew")
    @APIResponseSchema(value = MonitoringView.class, responseCode = "200", responseDescription = "已验收 · judged")
    public Response judge(@PathParam("id") UUID id, @PathParam("recordId") UUID recordId, JudgeResponse body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.JUDGEMENT),
                file -> Outcome.ok(view(monitoring.judge(file, recordId, body))));
    }

    @POST
    @Path("/{recordId}/identity")
    @Allowed(Role.DECIDER)
    @Operation(
            operationId = "openRemarkerIdentity",
            summary = "开封提意见人身份,须说明理由 · Open who remarked, with reasons",
            description = "仅限未参与承办的认定人员;记入台账,台账不载身份;内容只显示这一次"
                    + " · for deciders who took no part; entered in the ledger, which does not tell who it is; shown this"
                    + " once")
    @APIResponseSchema(value = IdentityView.class, responseCode = "200", responseDescription = "身份 · who it is")
    public Response open(@PathParam("id") UUID id, @PathParam("recordId") UUID recordId, OpenIdentity body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.REMARK_IDENTITY),
                file -> Outcome.once(monitoring.open(file, recordId, body)));
    }

    private MonitoringView view(MonitoringRecord record) {
        return monitoring.views(List.of(record)).get(0);
    }
}
