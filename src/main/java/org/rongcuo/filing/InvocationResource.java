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
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.filing.FilingRequests.ConfirmInvocation;
import org.rongcuo.filing.FilingRequests.DismissInvocation;
import org.rongcuo.filing.FilingRequests.InvokeFiling;
import org.rongcuo.filing.InvocationService.InvocationView;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/filing-invocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class InvocationResource {
    private final InvocationService invocations;
    private final CaseDesk desk;
    private final Writes writes;

    InvocationResource(InvocationService invocations, CaseDesk desk, Writes writes) {
        this.invocations = invocations;
        this.desk = desk;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listFilingInvocations",
            summary = "所援引的事前报备及查验结果 · The filings that a case invokes, with what the server finds")
    public List<InvocationView> list(@PathParam("id") UUID id) {
        return invocations.of(desk.visible(id));
    }

    @POST
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "invokeFiling",
            summary = "援引事前报备 · Invoke a prior filing",
            description =
                    "是否先于行为、在范围与有效期内,由系统据台账时间查验 · whether it was filed before, within scope and validity is worked out from the ledger")
    @APIResponseSchema(value = InvocationView.class, responseCode = "201", responseDescription = "已援引 · invoked")
    public Response invoke(@PathParam("id") UUID id, InvokeFiling body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.INVOCATION),
                file -> Outcome.created(
                        view(file, invocations.invoke(file, body.filing())),
                        "/api/v1/cases/" + id + "/filing-invocations"));
    }

    @POST
    @Path("/{invocationId}/confirmation")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "confirmFilingInvocation",
            summary = "认定所援引的报备是同一事项 · Find that the filing invoked is of the same matter",
            description =
                    "核实人员认定之前,是否事前报备为待查事项 · until an investigator has found so, whether it was filed before is open")
    @APIResponseSchema(value = InvocationView.class, responseCode = "200", responseDescription = "已认定 · found")
    public Response confirm(
            @PathParam("id") UUID id, @PathParam("invocationId") UUID invocationId, ConfirmInvocation body) {
        return found(id, FilingAct.CONFIRMATION, body, invocationId, body.reasons());
    }

    @POST
    @Path("/{invocationId}/dismissal")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "dismissFilingInvocation",
            summary = "认定所援引的报备是另一事项 · Find that the filing invoked is of another matter")
    @APIResponseSchema(value = InvocationView.class, responseCode = "200", responseDescription = "已认定 · found")
    public Response dismiss(
            @PathParam("id") UUID id, @PathParam("invocationId") UUID invocationId, DismissInvocation body) {
        return found(id, FilingAct.DISMISSAL, body, invocationId, body.reasons());
    }

    private Response found(UUID id, FilingAct act, Object body, UUID invocationId, String reasons) {
        return writes.note(
                body,
                () -> desk.authorised(id, act),
                file -> Outcome.ok(view(file, invocations.find(file, act, invocationId, reasons))));
    }

    private InvocationView view(CaseFile file, FilingInvocation invocation) {
        return invocations.views(file, List.of(invocation)).get(0);
    }
}
