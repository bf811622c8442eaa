package org.rongcuo.archive;

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
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.archive.ArchiveRequests.AcceptRegistration;
import org.rongcuo.archive.ArchiveRequests.FileRegistration;
import org.rongcuo.archive.ArchiveRequests.ReturnRegistration;
import org.rongcuo.archive.ArchiveViews.RegistrationView;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/registration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RegistrationResource {
    private final RegistrationService service;
    private final Registrations registrations;
    private final CaseDesk desk;
    private final Persons persons;
    private final Writes writes;

    RegistrationResource(
            RegistrationService service, Registrations registrations, CaseDesk desk, Persons persons, Writes writes) {
        this.service = service;
        this.registrations = registrations;
        this.desk = desk;
        this.persons = persons;
        this.writes = writes;
    }

    private RegistrationView view(Registration registration) {
        return RegistrationView.of(List.of(registration), persons).get(0);
    }

    @GET
    @Allowed
    @Operation(operationId = "listRegistrations", summary = "本案历次报备 · The filings for registration")
    public List<RegistrationView> list(@PathParam("id") UUID id) {
        return RegistrationView.of(registrations.of(desk.visible(id).id()), persons);
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "fileRegistration", summary = "报同级党委(党组)备案 · File for registration")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201", responseDescription = "已报送 · filed")
    public Response file(@PathParam("id") UUID id, FileRegistration body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ArchiveAct.REGISTRATION),
                file -> Outcome.created(
                        view(service.file(file, body.materials())),
                        "/api/v1/cases/" + id + "/registration",
                        file.stateVersion()));
    }

    @POST
    @Path("/acceptance")
    @Allowed(Role.REGISTRAR)
    @IfMatch
    @Operation(operationId = "acceptRegistration", summary = "予以备案 · Register the outcome")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "200", responseDescription = "已备案 · registered")
    public Response accept(@PathParam("id") UUID id, AcceptRegistration body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ArchiveAct.REGISTRATION_ACCEPTANCE),
                file -> Outcome.ok(view(service.accept(file, body.remark())), file.stateVersion()));
    }

    @POST
    @Path("/return")
    @Allowed(Role.REGISTRAR)
    @IfMatch
    @Operation(
            operationId = "returnRegistration",
            summary = "因形式缺陷退回,不涉认定结论 · Return for formal defects, never for the outcome")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "200", responseDescription = "已退回 · returned")
    public Response giveBack(@PathParam("id") UUID id, ReturnRegistration body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ArchiveAct.REGISTRATION_RETURN),
                file -> Outcome.ok(view(service.giveBack(file, body)), file.stateVersion()));
    }
}
