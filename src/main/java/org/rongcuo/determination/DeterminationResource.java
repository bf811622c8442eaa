package org.rongcuo.determination;

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
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DeterminationResource {
    private final CaseDesk desk;
    private final Determinations determinations;
    private final DeterminationService service;
    private final Persons persons;
    private final Writes writes;

    DeterminationResource(
            CaseDesk desk,
            Determinations determinations,
            DeterminationService service,
            Persons persons,
            Writes writes) {
        this.desk = desk;
        this.determinations = determinations;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Path("/determinations")
    @Allowed
    @Operation(operationId = "listDeterminations", summary = "认定及其依据 · The determinations and what they rest on")
    public List<DeterminationView> determinations(@PathParam("id") UUID id) {
        var file = desk.visible(id);
        var reader = desk.reader(file);
        var told = desk.told(id);
        return DeterminationView.of(
                determinations.of(file.id()).stream()
                        .filter(made -> reader.readsOutcome(made.subjectId(), told.contains(made.id())))
                        .toList(),
                persons);
    }

    @POST
    @Path("/determinations")
    @Allowed(Role.DECIDER)
    @IfMatch
    @Operation(operationId = "determine", summary = "对一名当事人作出认定 · Determine the outcome for a subject")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "201", responseDescription = "已认定 · determined")
    public Response determine(@PathParam("id") UUID id, Determine body) {
        return writes.act(
                body,
                () -> desk.authorised(id, DeterminationAct.DETERMINATIONS),
                file -> Outcome.created(
                        DeterminationView.of(List.of(service.determine(file, body)), persons)
                                .get(0),
                        "/api/v1/cases/" + id + "/determinations",
                        file.stateVersion()));
    }
}
