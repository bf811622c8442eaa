package org.rongcuo.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.shared.BodyLimit;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DocumentResource {
    private final CaseFiles cases;
    private final Documents documents;
    private final DocumentService service;
    private final CaseService caseService;
    private final CaseActs acts;
    private final CaseReaders readers;
    private final Persons persons;
    private final Writes writes;

    DocumentResource(
            CaseFiles cases,
            Documents documents,
            DocumentService service,
            CaseService caseService,
            CaseActs acts,
            CaseReaders readers,
            Persons persons,
            Writes writes) {
        this.cases = cases;
        this.documents = documents;
        this.service = service;
        this.caseService = caseService;
        this.acts = acts;
        this.readers = readers;
        this.persons = persons;
        this.writes = writes;
    }

    /**
     * A document.
     *
     * @param mediaType as sniffed from the content
     * @param size bytes
     * @param replaces null for a first version
     * @param late whether it was added when the case was registered or closed already
     * @param forConcerned whether the office meant it for the applicant and the subjects
     */
    record DocumentView(
            UUID id,
            String title,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            int version,
            @Nullable UUID replaces,
            boolean late,
            boolean forConcerned,
            PersonRef addedBy,
            Instant addedAt) {
        static List<DocumentView> of(List<Document> documents, Persons persons) {
            var adders = persons.refs(documents.stream().map(Document::addedBy));
            return documents.stream().map(document -> of(document, adders)).toList();
        }

        private static DocumentView of(Document document, Map<UUID, PersonRef> adders) {
            return new DocumentView(
                    document.id(),
                    document.title(),
                    document.fileName(),
                    document.mediaType(),
                    document.size(),
                    document.sha256(),
                    document.version(),
                    document.replacesId(),
                    document.late(),
                    document.forConcerned(),
                    adders.get(document.addedBy()),
                    document.addedAt());
        }
    }

    /** What the parts of a form say. @param file the content's hash, which stands for it when a key is repeated */
    record AddDocument(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 100) String file,
            @Size(max = 200) String fileName,
            UUID replaces,
            boolean forConcerned) {}

    /** The form, for the contract. */
    @Schema(name = "DocumentForm")
    record DocumentForm(
            @Schema(description = "材料名称 · title", required = true)
            String title,

            @Schema(description = "所替换的材料标识 · the document it is a new version of")
            UUID replaces,

            @Schema(
                    description =
                            "供申请人、当事人查看,限承办机关填写;默认否 · for the applicant and the subjects too; the office's to say",
                    defaultValue = "false")
            Boolean forConcerned,

            @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "文件,不超过 50 MiB · the file",
                    required = true)
            String file) {}

    @GET
    @Allowed
    @Operation(operationId = "listDocuments", summary = "案件材料 · The documents of a case")
    public List<DocumentView> list(@PathParam("id") UUID id) {
        var reader = readers.of(cases.visible(id));
        return DocumentView.of(documents.of(id).stream().filter(reader::reads).toList(), persons);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @Operation(operationId = "addDocument", summary = "提交材料或其新版本 · Add a document or a new version of one")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DocumentForm.class)))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201", responseDescription = "已提交 · added")
    public Response add(
            @PathParam("id") UUID id,
            @RestForm("title") String title,
            @RestForm("replaces") UUID replaces,
            @RestForm("forConcerned") @DefaultValue("false") boolean forConcerned,
            @RestForm("file") FileUpload file) {
        var bytes = bytes(file);
        var name = file == null ? null : fileName(file);
        var body = new AddDocument(title, file == null ? null : Sha256.of(bytes), name, replaces, forConcerned);
        return writes.note(body, () -> acts.authorised(id, CaseAct.DOCUMENTS), caseFile -> {
            caseService.noteHandler(caseFile);
            var document = service.add(caseFile, CaseAct.DOCUMENTS, title, name, bytes, replaces, forConcerned);
            return Outcome.created(view(document), "/api/v1/cases/" + id + "/documents/" + document.id());
        });
    }

    @GET
    @Path("/{documentId}")
    @Allowed
    @Operation(operationId = "getDocument", summary = "一份材料的说明 · About a document")
    public DocumentView get(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return view(read(id, documentId));
    }

    @GET
    @Path("/{documentId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed
    @Operation(operationId = "getDocumentContent", summary = "一份材料的内容 · A document's content")
    @APIResponse(
            responseCode = "200",
            description = "原件,作为附件下载 · the file, as an attachment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        var document = read(id, documentId);
        return Response.ok(documents.content(document), MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(document.fileName(), StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("*", "%2A"))
                .build();
    }

    /** @throws Problem 404 for a document that the current person does not read */
    private Document read(UUID id, UUID documentId) {
        var reader = readers.of(cases.visible(id));
        var document = documents.of(id, documentId);
        if (!reader.reads(document)) {
            throw Problem.notFound();
        }
        return document;
    }

    private DocumentView view(Document document) {
        return DocumentView.of(List.of(document), persons).get(0);
    }

    static byte[] bytes(FileUpload file) {
        if (file == null) {
            return new byte[0];
        }
        if (file.size() > BodyLimit.DOCUMENT.bytes()) {
            throw BodyLimit.DOCUMENT.exceeded();
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last segment: a name, never a path; without control, format and half characters. */
    static String fileName(FileUpload file) {
        var name = file.fileName() == null ? "" : file.fileName().replaceAll("^.*[/\\\\]", "");
        name = name.length() > 200 ? name.substring(name.length() - 200) : name;
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        return name.matches("\\.*") ? "file" : name;
    }
}
