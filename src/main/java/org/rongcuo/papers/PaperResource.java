package org.rongcuo.papers;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.papers.PaperService.IssuePaper;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/papers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PaperResource {
    private final CaseDesk desk;
    private final PaperService service;
    private final IssuedPapers papers;
    private final Persons persons;
    private final Writes writes;

    PaperResource(CaseDesk desk, PaperService service, IssuedPapers papers, Persons persons, Writes writes) {
        this.desk = desk;
        this.service = service;
        this.papers = papers;
        this.persons = persons;
        this.writes = writes;
    }

    /**
     * A paper that was issued.
     *
     * @param number 发文字号
     * @param about the record it tells of, null where the case has but one
     * @param subject whom it is about, null for a paper to all whom the case concerns
     * @param template the template's version as {@code 330900@2}, null for the product's own
     * @param replaces the paper in whose place it stands, null for a first one, as are the reasons
     */
    record PaperView(
            UUID id,
            PaperKind kind,
            Text label,
            String number,
            String title,
            @Nullable UUID about,
            @Nullable UUID subject,
            @Nullable String addressee,
            String organ,
            LocalDate dated,
            @Nullable String template,
            PrintView docx,
            PrintView pdf,
            @Nullable UUID replaces,
            @Nullable String reasons,
            PersonRef issuedBy,
            Instant issuedAt) {}

    /** One of its forms. @param size bytes */
    @Schema(name = "PaperPrint")
    record PrintView(String sha256, int size) {
        static PrintView of(IssuedPaper paper, PaperFormat format) {
            return new PrintView(paper.sha256(format), paper.size(format));
        }
    }

    @GET
    @Allowed
    @Operation(operationId = "listPapers", summary = "案件已制发的文书 · The papers issued in a case")
    public List<PaperView> list(@PathParam("id") UUID id) {
        return views(service.readable(desk.visible(id)));
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @Operation(
            operationId = "issuePaper",
            summary = "制发文书:取文号、成文、存档 · Issue a paper: it gets its number, is printed and kept")
    @APIResponseSchema(value = PaperView.class, responseCode = "201", responseDescription = "已制发 · issued")
    public Response issue(@PathParam("id") UUID id, IssuePaper body) {
        return writes.note(
                body,
                () -> desk.authorised(id, PaperAct.of(body == null ? null : body.kind())),
                file -> service.prepare(file, body),
                (file, printed) -> {
                    var issued = service.issue(file, body, printed);
                    return Outcome.created(
                            views(List.of(issued)).get(0), "/api/v1/cases/" + id + "/papers/" + issued.id());
                });
    }

    @GET
    @Path("/{paperId}")
    @Allowed
    @Operation(operationId = "getPaper", summary = "一份文书的说明 · About a paper")
    public PaperView get(@PathParam("id") UUID id, @PathParam("paperId") UUID paperId) {
        return views(List.of(service.readable(desk.visible(id), paperId))).get(0);
    }

    @GET
    @Path("/{paperId}/content")
    @Produces({PaperFormat.PDF_TYPE, PaperFormat.DOCX_TYPE})
    @Allowed
    @Operation(operationId = "getPaperContent", summary = "一份文书的内容 · A paper's content")
    @APIResponse(
            responseCode = "200",
            description = "文书,作为附件下载 · the paper, as an attachment",
            content = {
                @Content(
                        mediaType = PaperFormat.PDF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = PaperFormat.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response content(
            @PathParam("id") UUID id,
            @PathParam("paperId") UUID paperId,
            @Parameter(description = "PDF(缺省)或 DOCX · the form, PDF unless told") @QueryParam("format")
                    PaperFormat format) {
        var paper = service.readable(desk.visible(id), paperId);
        var form = format == null ? PaperFormat.PDF : format;
        return form.attachment(papers.content(paper, form), paper.fileName());
    }

    private List<PaperView> views(List<IssuedPaper> shown) {
        var issuers = persons.refs(shown.stream().map(IssuedPaper::issuedBy));
        return shown.stream().map(paper -> view(paper, issuers)).toList();
    }

    private static PaperView view(IssuedPaper paper, Map<UUID, PersonRef> issuers) {
        return new PaperView(
                paper.id(),
                paper.kind(),
                paper.kind().label(),
                paper.number(),
                paper.title(),
                paper.about(),
                paper.subjectId(),
                paper.addressee(),
                paper.organ(),
                paper.dated(),
                paper.template() == null ? null : paper.template().key(),
                PrintView.of(paper, PaperFormat.DOCX),
                PrintView.of(paper, PaperFormat.PDF),
                paper.replacesId(),
                paper.reasons(),
                issuers.get(paper.issuedBy()),
                paper.issuedAt());
    }
}
