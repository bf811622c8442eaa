package org.rongcuo.publication;

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
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.publication.NoticeView.ObjectionView;
import org.rongcuo.publication.PublicationRequests.AnswerObjection;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

/** The objections to a case's notices, for its office: what an objector writes is not for the subjects. */
@Path("/api/v1/cases/{id}/objections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CaseObjectionResource {
    private final ObjectionService service;
    private final Objections objections;
    private final CaseDesk desk;
    private final CaseAccess access;
    private final Writes writes;

    CaseObjectionResource(
            ObjectionService service, Objections objections, CaseDesk desk, CaseAccess access, Writes writes) {
        this.service = service;
        this.objections = objections;
        this.desk = desk;
        this.access = access;
        this.writes = writes;
    }

    @GET
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR})
    @Operation(operationId = "listObjections", summary = "对本案公示的异议 · The objections to the case's notices")
    public List<ObjectionView> list(@PathParam("id") UUID id) {
        access.requireVisibleAs(id, Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR);
        desk.requireUnconcerned(desk.visible(id));
        return service.views(id, objections.of(id));
    }

    @POST
    @Path("/{objectionId}/answer")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(
            operationId = "answerObjection",
            summary = "答复异议;成立则退回再核查 · Answer an objection; upheld, the case is verified again")
    @APIResponseSchema(value = ObjectionView.class, responseCode = "200", responseDescription = "已答复 · answered")
    public Response answer(@PathParam("id") UUID id, @PathParam("objectionId") UUID objectionId, AnswerObjection body) {
        return writes.act(
                body,
                () -> desk.authorised(id, PublicationAct.OBJECTION_ANSWERS),
                file -> Outcome.ok(
                        service.views(id, List.of(service.answer(file, objectionId, body)))
                                .get(0),
                        file.stateVersion()));
    }

    @POST
    @Path("/{objectionId}/identity")
    @Allowed(Role.DECIDER)
    @Operation(
            operationId = "openObjectorIdentity",
            summary = "开封异议人身份,须说明理由 · Open who objected, with reasons",
            description = "仅限未参与本案的认定人员;记入台账,台账不载身份;内容只显示这一次"
                    + " · for deciders who took no part in the case; entered in the ledger, which does not tell who it is;"
                    + " shown this once")
    @APIResponseSchema(value = IdentityView.class, responseCode = "200", responseDescription = "身份 · who it is")
    public Response open(@PathParam("id") UUID id, @PathParam("objectionId") UUID objectionId, OpenIdentity body) {
        return writes.note(
                body,
                () -> desk.authorised(id, PublicationAct.OBJECTION_IDENTITY),
                file -> Outcome.once(service.open(file, objectionId, body)));
    }
}
