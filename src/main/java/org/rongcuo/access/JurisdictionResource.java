package org.rongcuo.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.AdministrationService.AddJurisdiction;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Writes;

@Path("/api/v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class JurisdictionResource {
    private final Jurisdictions jurisdictions;
    private final AdministrationService administration;
    private final CurrentRights rights;
    private final Writes writes;

    JurisdictionResource(
            Jurisdictions jurisdictions, AdministrationService administration, CurrentRights rights, Writes writes) {
        this.jurisdictions = jurisdictions;
        this.administration = administration;
        this.rights = rights;
        this.writes = writes;
    }

    /** @param parent null at the root; @param supersededBy null while it exists */
    record JurisdictionView(
            String code,
            Text name,
            @Nullable String parent,
            String casePrefix,
            @Nullable String supersededBy) {
        static JurisdictionView of(Jurisdiction jurisdiction) {
            return new JurisdictionView(
                    jurisdiction.code(),
                    jurisdiction.name(),
                    jurisdiction.parentCode(),
                    jurisdiction.casePrefix(),
                    jurisdiction.supersededBy());
        }
    }

    @GET
    @Anonymous
    @Operation(operationId = "listJurisdictions", summary = "行政区划树 · The tree of jurisdictions")
    public List<JurisdictionView> list() {
        return jurisdictions.list("order by path").stream()
                .map(JurisdictionView::of)
                .toList();
    }

    @POST
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "addJurisdiction", summary = "增设功能区或行政区划 · Add a zone or jurisdiction")
    @APIResponseSchema(value = JurisdictionView.class, responseCode = "201", responseDescription = "已增设 · added")
    public Response add(AddJurisdiction body) {
        return writes.create(
                body,
                () -> {
                    if (body != null && body.parent() != null) {
                        jurisdictions
                                .findByIdOptional(body.parent())
                                .ifPresent(parent -> rights.requireOver(parent, Role.ADMINISTRATOR));
                    }
                },
                () -> Outcome.created(JurisdictionView.of(administration.add(body)), "/api/v1/jurisdictions"));
    }
}
