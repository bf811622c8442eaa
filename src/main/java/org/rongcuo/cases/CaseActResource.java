package org.rongcuo.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseRequests.AcceptCase;
import org.rongcuo.cases.CaseRequests.AddSubject;
import org.rongcuo.cases.CaseRequests.Apply;
import org.rongcuo.cases.CaseRequests.AssignCase;
import org.rongcuo.cases.CaseRequests.NameTeam;
import org.rongcuo.cases.CaseRequests.NoticeSupplement;
import org.rongcuo.cases.CaseRequests.RespondToSupplement;
import org.rongcuo.cases.CaseRequests.Withdraw;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CaseActResource {
    private final CaseService service;
    private final CaseActs acts;
    private final Writes writes;

    CaseActResource(CaseService service, CaseActs acts, Writes writes) {
        this.service = service;
        this.acts = acts;
        this.writes = writes;
    }

    private Response act(UUID id, CaseAct act, Object body, Function<CaseFile, CaseView> does) {
        return writes.act(body, () -> acts.authorised(id, act), file -> {
            var view = does.apply(file);
            return Outcome.ok(view, view.stateVersion());
        });
    }

    @POST
    @Path("/subjects")
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "addSubject", summary = "增列当事人 · Add a subject")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已增列 · added")
    public Response addSubject(@PathParam("id") UUID id, AddSubject body) {
        return act(id, CaseAct.SUBJECTS, body, file -> service.addSubject(file, body));
    }

    @POST
    @Path("/application")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "apply", summary = "提出申请,取得案号 · Apply; the case gets its number")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已申请 · applied")
    public Response apply(@PathParam("id") UUID id, Apply body) {
        return act(id, CaseAct.APPLICATION, body, file -> service.apply(file, body.statement()));
    }

    @POST
    @Path("/withdrawal")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "withdraw", summary = "撤回 · Withdraw")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已撤回 · withdrawn")
    public Response withdraw(@PathParam("id") UUID id, Withdraw body) {
        return act(id, CaseAct.WITHDRAWAL, body, file -> service.withdraw(file, body.reasons()));
    }

    @POST
    @Path("/supplements")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "noticeSupplement", summary = "一次性通知补正 · Notice what is missing, once")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已通知 · noticed")
    public Response noticeSupplement(@PathParam("id") UUID id, NoticeSupplement body) {
        return act(id, CaseAct.SUPPLEMENTS, body, file -> service.noticeSupplement(file, body));
    }

    @POST
    @Path("/supplement-responses")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "respondToSupplement", summary = "补正 · Supply what was missing")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已补正 · supplied")
    public Response respond(@PathParam("id") UUID id, RespondToSupplement body) {
        return act(id, CaseAct.SUPPLEMENT_RESPONSES, body, file -> service.respond(file, body));
    }

    @POST
    @Path("/acceptance")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "acceptCase", summary = "受理或不予受理 · Accept or refuse")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已办理 · done")
    public Response accept(@PathParam("id") UUID id, AcceptCase body) {
        return act(id, CaseAct.ACCEPTANCE, body, file -> service.accept(file, body));
    }

    @POST
    @Path("/assignments")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "assignCase", summary = "移交承办机关 · Assign to another organ")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已移交 · assigned")
    public Response assign(@PathParam("id") UUID id, AssignCase body) {
        return act(id, CaseAct.ASSIGNMENTS, body, file -> service.assign(file, body));
    }

    @PUT
    @Path("/team")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(
            operationId = "nameTeam",
            summary = "指定办案组,此后仅办案组可见 · Name the team; only it sees the case from then on",
            description =
                    "组外的承办、认定、备案人员此后看不到本案;认定、备案之前须将有关人员列入 · handlers, deciders and registrars outside lose sight of it: include who is to determine or register it before they do")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已指定 · named")
    public Response nameTeam(@PathParam("id") UUID id, NameTeam body) {
        return act(id, CaseAct.TEAM, body, file -> service.nameTeam(file, body));
    }
}
