package org.rongcuo.consultation;

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
import org.rongcuo.consultation.ConsultationRequests.RecallConsultation;
import org.rongcuo.consultation.ConsultationRequests.ReferCase;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ConsultationResource {
    private final CaseDesk desk;
    private final Consultations consultations;
    private final MeetingService service;
    private final ConsultationViews views;
    private final Writes writes;

    ConsultationResource(
            CaseDesk desk,
            Consultations consultations,
            MeetingService service,
            ConsultationViews views,
            Writes writes) {
        this.desk = desk;
        this.consultations = consultations;
        this.service = service;
        this.views = views;
        this.writes = writes;
    }

    @GET
    @Path("/consultations")
    @Allowed
    @Operation(operationId = "listConsultations", summary = "本案的会商 · The consultations on a case")
    public List<ConsultationView> list(@PathParam("id") UUID id) {
        return consultations.of(desk.visible(id).id()).stream().map(views::of).toList();
    }

    @POST
    @Path("/consultations")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "referForConsultation",
            summary = "提请协调小组会商 · Refer a case to the coordination group",
            description =
                    "容错案件由此进入“会商中”;事前报备留在原环节,会商未结不得反馈 · an exemption is consulted on from then; a filing stays where it is and is not answered before the conclusion")
    @APIResponseSchema(value = ConsultationView.class, responseCode = "201", responseDescription = "已提请 · referred")
    public Response refer(@PathParam("id") UUID id, ReferCase body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ConsultationAct.REFERRAL),
                file -> Outcome.created(
                        views.of(service.refer(file, body)),
                        "/api/v1/cases/" + id + "/consultations",
                        file.stateVersion()));
    }

    @POST
    @Path("/consultation-recall")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "recallConsultation",
            summary = "撤回会商,重新核实 · Take a case back from the group and verify it again",
            description =
                    "会商形成结论之前、之后均可,须说明理由;已有的结论留存于卷,不再有效,重新核实后须再次会商 · before or after the conclusion, which stays on record and no longer bears on the case; the group consults again")
    @APIResponseSchema(value = ConsultationView.class, responseCode = "200", responseDescription = "已撤回 · taken back")
    public Response recall(@PathParam("id") UUID id, RecallConsultation body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ConsultationAct.RECALL),
                file -> Outcome.ok(views.of(service.recall(file, body.reasons())), file.stateVersion()));
    }
}
