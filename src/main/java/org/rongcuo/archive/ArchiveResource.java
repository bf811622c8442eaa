package org.rongcuo.archive;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.Role;
import org.rongcuo.archive.ArchiveRequests.ArchiveCase;
import org.rongcuo.archive.ArchiveViews.ArchivedView;
import org.rongcuo.archive.ArchiveViews.CheckView;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ArchiveResource {
    private final ArchiveService service;
    private final Dossier dossier;
    private final CaseDesk desk;
    private final CaseAccess access;
    private final Writes writes;

    ArchiveResource(ArchiveService service, Dossier dossier, CaseDesk desk, CaseAccess access, Writes writes) {
        this.service = service;
        this.dossier = dossier;
        this.desk = desk;
        this.access = access;
        this.writes = writes;
    }

    @GET
    @Path("/archive/check")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR})
    @Operation(operationId = "checkArchive", summary = "案卷完整性检查:逐环节列明所缺 · What the record lacks, by step")
    public CheckView check(@PathParam("id") UUID id) {
        access.requireVisibleAs(id, Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR);
        var file = desk.visible(id);
        desk.requireUnconcerned(file);
        return service.check(file);
    }

    @POST
    @Path("/archive")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "archiveCase",
            summary = "归档 · Archive the case",
            description =
                    "案卷不完整时退回并列明全部所缺;无法补齐的逐项说明 · refused with everything that is missing; what cannot be supplied is explained")
    @APIResponseSchema(value = ArchivedView.class, responseCode = "200", responseDescription = "已归档 · archived")
    public Response archive(@PathParam("id") UUID id, ArchiveCase body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ArchiveAct.ARCHIVE),
                file -> Outcome.ok(service.archive(file, body), file.stateVersion()));
    }

    @GET
    @Path("/dossier")
    @Produces(Dossier.MEDIA_TYPE)
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR})
    @Operation(
            operationId = "getDossier",
            summary = "一案一档:全部记录、材料和可离线校验的台账 · The dossier: records, documents, and the ledger to be verified offline")
    @APIResponse(
            responseCode = "200",
            description = "压缩包,含清单和散列 · zip with manifest and hashes",
            content =
                    @Content(
                            mediaType = Dossier.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response dossier(@PathParam("id") UUID id) {
        access.requireVisibleAs(id, Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.REGISTRAR, Role.INSPECTOR);
        desk.requireUnconcerned(desk.visible(id));
        var file = dossier.written(id);
        return Response.ok(new Dossier.Spent(file), Dossier.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + id + ".zip\"")
                .build();
    }
}
