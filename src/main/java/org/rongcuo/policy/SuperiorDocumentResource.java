package org.rongcuo.policy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.policy.SuperiorDocumentService.RecordSuperiorDocument;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1/superior-documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SuperiorDocumentResource {
    private static final String AFFECTING = "from SuperiorDocument d where (?1 is null or exists"
            + " (select 1 from d.books b where concat(b.jurisdiction.code, '/', b.name) = ?1))";

    private final SuperiorDocuments documents;
    private final SuperiorDocumentService service;
    private final Persons persons;
    private final Writes writes;

    SuperiorDocumentResource(
            SuperiorDocuments documents, SuperiorDocumentService service, Persons persons, Writes writes) {
        this.documents = documents;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
    }

    /**
     * A superior document.
     *
     * @param number 文号, null when it has none
     * @param books the books it affects, as {@code <jurisdiction>/<name>}
     */
    record SuperiorDocumentView(
            UUID id,
            String title,
            String issuer,
            @Nullable String number,
            LocalDate issuedOn,
            @Nullable String summary,
            List<String> books,
            PersonRef recordedBy,
            Instant recordedAt) {
        static SuperiorDocumentView of(SuperiorDocument document, Map<UUID, PersonRef> recorders) {
            return new SuperiorDocumentView(
                    document.id(),
                    document.title(),
                    document.issuer(),
                    document.number(),
                    document.issuedOn(),
                    document.summary(),
                    document.books().stream().map(Policy::key).sorted().toList(),
                    recorders.get(document.recordedBy()),
                    document.recordedAt());
        }
    }

    @GET
    @Allowed
    @Operation(operationId = "listSuperiorDocuments", summary = "上级文件,最近登记的在前 · Superior documents, the latest first")
    public Page<SuperiorDocumentView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "受影响的办法,如 330900/tolerance · a book it affects") @QueryParam("policy")
                    String policy) {
        var rows = documents
                .find(
                        AFFECTING + " and (?2 is null or d.id < ?2) order by d.id desc",
                        policy,
                        page.after(UUID::fromString))
                .range(0, page.limit())
                .list();
        var counted = documents
                .find(AFFECTING, policy)
                .range(0, Page.COUNT_CAP)
                .list()
                .size();
        return page.page(rows, document -> document.id().toString(), views(rows), counted);
    }

    @POST
    @Allowed(Role.POLICY_EDITOR)
    @Operation(
            operationId = "recordSuperiorDocument",
            summary = "登记上级文件,受影响的办法各生一项复核待办 · Record a superior document; it opens a task of review for each book")
    @APIResponseSchema(value = SuperiorDocumentView.class, responseCode = "201", responseDescription = "已登记 · recorded")
    public Response add(RecordSuperiorDocument body) {
        return writes.create(body, () -> service.authorise(body), () -> {
            var document = service.record(body);
            return Outcome.created(view(document), "/api/v1/superior-documents/" + document.id());
        });
    }

    @GET
    @Path("/{documentId}")
    @Allowed
    @Operation(operationId = "getSuperiorDocument", summary = "一份上级文件 · A superior document")
    public SuperiorDocumentView get(@PathParam("documentId") UUID id) {
        return view(documents.findByIdOptional(id).orElseThrow(Problem::notFound));
    }

    private SuperiorDocumentView view(SuperiorDocument document) {
        return views(List.of(document)).apply(document);
    }

    private Function<SuperiorDocument, SuperiorDocumentView> views(List<SuperiorDocument> shown) {
        var recorders = persons.refs(shown.stream().map(SuperiorDocument::recordedBy));
        return document -> SuperiorDocumentView.of(document, recorders);
    }
}
