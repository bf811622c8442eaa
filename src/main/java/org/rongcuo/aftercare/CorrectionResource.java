package org.rongcuo.aftercare;

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
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CorrectionResource {
    private final Corrections corrections;
    private final CorrectionService service;
    private final CorrectionViews views;
    private final CaseDesk desk;
    private final Writes writes;

    CorrectionResource(
            Corrections corrections, CorrectionService service, CorrectionViews views, CaseDesk desk, Writes writes) {
        this.corrections = corrections;
        this.service = service;
        this.views = views;
        this.desk = desk;
        this.writes = writes;
    }

    @GET
    @Path("/corrections")
    @Allowed
    @Operation(operationId = "listCorrections", summary = "纠错及其各轮报告、验收 · The corrections with their rounds")
    public List<CorrectionView> list(@PathParam("id") UUID id) {
        var reader = desk.reader(desk.visible(id));
        return views.of(corrections.of(id).stream()
                .filter(correction -> reader.receives(correction.subjectId()))
                .toList());
    }

    @GET
    @Path("/corrections/{correctionId}")
    @Allowed
    @Operation(operationId = "getCorrection", summary = "一项纠错 · A correction")
    public CorrectionView get(@PathParam("id") UUID id, @PathParam("correctionId") UUID correctionId) {
        var reader = desk.reader(desk.visible(id));
        var correction = corrections.of(id, correctionId);
        if (!reader.receives(correction.subjectId())) {
            throw Problem.notFound();
        }
        return views.of(correction);
    }

    @POST
    @Path("/corrections")
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "startCorrection", summary = "启动纠错:方案、措施、期限 · Start a correction")
    @APIResponseSchema(value = CorrectionView.class, responseCode = "201", responseDescription = "已启动 · started")
    public Response start(@PathParam("id") UUID id, StartCorrection body) {
        return begin(id, body, CorrectionAct.CORRECTIONS);
    }

    @POST
    @Path("/correction-orders")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @Operation(operationId = "orderCorrection", summary = "认定后责令纠错 · Order a correction after the determination")
    @APIResponseSchema(value = CorrectionView.class, responseCode = "201", responseDescription = "已责令 · ordered")
    public Response order(@PathParam("id") UUID id, StartCorrection body) {
        return begin(id, body, CorrectionAct.CORRECTION_ORDERS);
    }

    private Response begin(UUID id, StartCorrection body, CorrectionAct act) {
        return writes.note(body, () -> desk.authorised(id, act), file -> {
            var correction = service.start(file, body, act);
            return Outcome.created(views.of(correction), "/api/v1/cases/" + id + "/corrections/" + correction.id());
        });
    }

    @POST
    @Path("/corrections/{correctionId}/report")
    @Allowed(Role.APPLICANT)
    @Operation(operationId = "reportCorrection", summary = "报告纠错情况 · Report what was done")
    @APIResponseSchema(value = CorrectionView.class, responseDescription = "已报告 · reported")
    public Response report(
            @PathParam("id") UUID id, @PathParam("correctionId") UUID correctionId, ReportCorrection body) {
        return writes.note(
                body,
                () -> desk.authorised(id, CorrectionAct.CORRECTION_REPORT),
                file -> Outcome.ok(views.of(service.report(file, correctionId, body))));
    }

    @POST
    @Path("/corrections/{correctionId}/evaluation")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "evaluateCorrection",
            summary = "验收纠错,不通过的再次纠错 · Accept a correction, or ask for another round")
    @APIResponseSchema(value = CorrectionView.class, responseDescription = "已验收 · evaluated")
    public Response evaluate(
            @PathParam("id") UUID id, @PathParam("correctionId") UUID correctionId, EvaluateCorrection body) {
        return writes.note(
                body,
                () -> desk.authorised(id, CorrectionAct.CORRECTION_EVALUATION),
                file -> Outcome.ok(views.of(service.evaluate(file, correctionId, body))));
    }

    @POST
    @Path("/corrections/{correctionId}/summary")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(operationId = "sumUpCorrection", summary = "纠错总结并办结 · Close a correction with a summary")
    @APIResponseSchema(value = CorrectionView.class, responseDescription = "已办结 · closed")
    public Response sumUp(
            @PathParam("id") UUID id, @PathParam("correctionId") UUID correctionId, SumUpCorrection body) {
        return writes.note(
                body,
                () -> desk.authorised(id, CorrectionAct.CORRECTION_SUMMARY),
                file -> Outcome.ok(views.of(service.sumUp(file, correctionId, body.summary()))));
    }
}
