package org.rongcuo.archive;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.archive.ArchiveRequests.ArchiveFiling;
import org.rongcuo.archive.ArchiveViews.ArchivedView;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/filing/archive")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class FilingArchiveResource {
    private final ArchiveService service;
    private final CaseDesk desk;
    private final Writes writes;

    FilingArchiveResource(ArchiveService service, CaseDesk desk, Writes writes) {
        this.service = service;
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "archiveFiling",
            summary = "整理归档 · Archive the filing",
            description =
                    "案卷不完整时退回并列明全部所缺;无法补齐的逐项说明 · refused with everything that is missing; what cannot be supplied is explained")
    @APIResponseSchema(value = ArchivedView.class, responseCode = "200", responseDescription = "已归档 · archived")
    public Response archive(@PathParam("id") UUID id, ArchiveFiling body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ArchiveAct.FILING_ARCHIVE),
                file -> Outcome.ok(service.archive(file, body), file.stateVersion()));
    }
}
