package org.rongcuo.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.DocumentResource.AddDocument;
import org.rongcuo.cases.DocumentResource.DocumentForm;
import org.rongcuo.cases.DocumentResource.DocumentView;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Writes;

/** Documents that come when the case is registered or closed: an administrative act of the office's, flagged and logged. */
@Path("/api/v1/cases/{id}/late-documents")
@Produces(MediaType.APPLICATION_JSON)
class LateDocumentResource {
    private final DocumentService service;
    private final CaseService caseService;
    private final CaseActs acts;
    private final Persons persons;
    private final Writes writes;

    LateDocumentResource(
            DocumentService service, CaseService caseService, CaseActs acts, Persons persons, Writes writes) {
        this.service = service;
        this.caseService = caseService;
        this.acts = acts;
        this.persons = persons;
        this.writes = writes;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "addLateDocument",
            summary = "结案后补充归档材料,列为迟交 · Add a document to a case that is settled; it shows as late")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DocumentForm.class)))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201", responseDescription = "已补充 · added")
    public Response add(
            @PathParam("id") UUID id,
            @RestForm("title") String title,
            @RestForm("replaces") UUID replaces,
            @RestForm("forConcerned") @DefaultValue("false") boolean forConcerned,
            @RestForm("file") FileUpload file) {
        var bytes = DocumentResource.bytes(file);
        var name = file == null ? null : DocumentResource.fileName(file);
        var body = new AddDocument(title, file == null ? null : Sha256.of(bytes), name, replaces, forConcerned);
        return writes.note(body, () -> acts.authorised(id, LateAct.DOCUMENTS), caseFile -> {
            var document = service.add(caseFile, LateAct.DOCUMENTS, title, name, bytes, replaces, forConcerned);
            caseService.noteHandler(caseFile);
            return Outcome.created(
                    DocumentView.of(List.of(document), persons).get(0),
                    "/api/v1/cases/" + id + "/documents/" + document.id());
        });
    }
}
