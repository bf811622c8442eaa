package org.rongcuo.access;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.AdministrationService.AddOrgan;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Writes;

@Path("/api/v1/organs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OrganResource {
    private final Organs organs;
    private final Jurisdictions jurisdictions;
    private final AdministrationService administration;
    private final CurrentRights rights;
    private final Writes writes;

    OrganResource(
            Organs organs,
            Jurisdictions jurisdictions,
            AdministrationService administration,
            CurrentRights rights,
            Writes writes) {
        this.organs = organs;
        this.jurisdictions = jurisdictions;
        this.administration = administration;
        this.rights = rights;
        this.writes = writes;
    }

    /** An organ as people and frontends name it. */
    record OrganView(UUID id, String jurisdiction, OrganKind kind, String name) {
        static OrganView of(Organ organ) {
            return new OrganView(organ.id(), organ.jurisdiction().code(), organ.kind(), organ.name());
        }
    }

    @GET
    @Allowed
    @Operation(operationId = "listOrgans", summary = "机关 · The organs")
    public Page<OrganView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "只列此行政区划的机关 · only those of this jurisdiction") @QueryParam("jurisdiction")
                    String jurisdiction) {
        var where = "(?1 is null or jurisdiction.code = ?1)";
        var after = page.after(UUID::fromString);
        var rows = organs.find(where + " and (?2 is null or id > ?2) order by id", jurisdiction, after)
                .range(0, page.limit())
                .list();
        return page.page(
                rows,
                organ -> organ.id().toString(),
                OrganView::of,
                organs.find(where, jurisdiction).range(0, Page.COUNT_CAP).list().size());
    }

    @POST
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "addOrgan", summary = "登记机关 · Add an organ")
    @APIResponseSchema(value = OrganView.class, responseCode = "201", responseDescription = "已登记 · added")
    public Response add(AddOrgan body) {
        return writes.create(
                body,
                () -> {
                    if (body != null && body.jurisdiction() != null) {
                        jurisdictions
                                .findByIdOptional(body.jurisdiction())
                                .ifPresent(over -> rights.requireOver(over, Role.ADMINISTRATOR));
                    }
                },
                () -> Outcome.created(OrganView.of(administration.add(body)), "/api/v1/organs"));
    }
}
