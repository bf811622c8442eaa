package org.rongcuo.papers;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.papers.PaperTemplateService.Preview;
import org.rongcuo.papers.PaperTemplateService.Write;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.StoresNothing;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Writes;

@Path("/api/v1/paper-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PaperTemplateResource {
    private final PaperTemplates templates;
    private final PaperTemplateService service;
    private final Jurisdictions jurisdictions;
    private final Persons persons;
    private final CurrentRights rights;
    private final Validation validation;
    private final Writes writes;

    PaperTemplateResource(
            PaperTemplates templates,
            PaperTemplateService service,
            Jurisdictions jurisdictions,
            Persons persons,
            CurrentRights rights,
            Validation validation,
            Writes writes) {
        this.templates = templates;
        this.service = service;
        this.jurisdictions = jurisdictions;
        this.persons = persons;
        this.rights = rights;
        this.validation = validation;
        this.writes = writes;
    }

    /** A template there is. @param jurisdiction whose it is, null for the product's own. @param version 0 for that */
    @Schema(name = "PaperTemplateSummary")
    record Summary(PaperKind kind, Text label, @Nullable String jurisdiction, int version) {}

    /** A word that templates of the kind may use. @param sample what a preview puts in its place */
    @Schema(name = "PaperTemplateWord")
    record Word(String word, String sample) {}

    /**
     * A template.
     *
     * @param jurisdiction whose it is, null for the product's own, as are who wrote it and when
     * @param version 0 for the product's own
     */
    record PaperTemplateView(
            PaperKind kind,
            Text label,
            @Nullable String jurisdiction,
            int version,
            String text,
            List<Word> words,
            @Nullable String note,
            @Nullable PersonRef recordedBy,
            @Nullable Instant recordedAt) {}

    @GET
    @Allowed
    @Operation(
            operationId = "listPaperTemplates",
            summary = "文书模板:系统自带的与各地自有的 · Templates of papers, shipped and of the places' own")
    public List<Summary> list() {
        List<Summary> all = new ArrayList<>(Arrays.stream(PaperKind.values())
                .map(kind -> new Summary(kind, kind.label(), null, 0))
                .toList());
        templates
                .latest()
                .forEach(own -> all.add(new Summary(
                        own.kind(), own.kind().label(), own.jurisdiction().code(), own.version())));
        return all;
    }

    @GET
    @Path("/{jurisdiction}/{kind}")
    @Allowed
    @Operation(
            operationId = "getPaperTemplate",
            summary = "在一地适用的文书模板及其占位词 · The template that applies in a place, and its words")
    public PaperTemplateView get(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("kind") PaperKind kind,
            @Parameter(description = "该地自有模板的版本,缺省为现行适用的 · a version of the place's own") @QueryParam("version")
                    Integer version) {
        var place = place(jurisdiction);
        if (version != null) {
            return view(templates.version(jurisdiction, kind, version).orElseThrow(Problem::notFound));
        }
        return templates
                .applying(place, kind)
                .map(this::view)
                .orElseGet(() -> new PaperTemplateView(
                        kind, kind.label(), null, 0, templates.shipped(kind), words(kind), null, null, null));
    }

    @PUT
    @Path("/{jurisdiction}/{kind}")
    @Allowed(Role.POLICY_EDITOR)
    @Operation(
            operationId = "writePaperTemplate",
            summary = "制定或修改本地的文书模板,旧版留存 · Write a place's own template; earlier versions stay")
    @APIResponseSchema(value = PaperTemplateView.class, responseDescription = "已制定 · written")
    public Response write(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("kind") PaperKind kind, Write body) {
        return writes.note(
                body, () -> authorised(jurisdiction), place -> Outcome.ok(view(service.write(place, kind, body))));
    }

    @POST
    @Path("/{jurisdiction}/{kind}/preview")
    @Produces(PaperFormat.PDF_TYPE)
    @Allowed(Role.POLICY_EDITOR)
    @StoresNothing
    @Operation(
            operationId = "previewPaperTemplate",
            summary = "以示例词语预览模板(PDF,不保存) · See a template with sample words as PDF; nothing is stored")
    @APIResponse(
            responseCode = "200",
            description = "PDF",
            content =
                    @Content(
                            mediaType = PaperFormat.PDF_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response preview(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("kind") PaperKind kind, Preview body) {
        var place = authorised(jurisdiction);
        var pdf = service.preview(place, kind, validation.valid(body));
        return PaperFormat.PDF.attachment(pdf, kind.label().zh());
    }

    private Jurisdiction authorised(String jurisdiction) {
        var place = place(jurisdiction);
        rights.requireOver(place, Role.POLICY_EDITOR);
        return place;
    }

    private Jurisdiction place(String jurisdiction) {
        return jurisdictions.findByIdOptional(jurisdiction).orElseThrow(Problem::notFound);
    }

    private PaperTemplateView view(PaperTemplate template) {
        var writers = persons.refs(Stream.of(template.recordedBy()));
        return new PaperTemplateView(
                template.kind(),
                template.kind().label(),
                template.jurisdiction().code(),
                template.version(),
                template.content(),
                words(template.kind()),
                template.note(),
                writers.get(template.recordedBy()),
                template.recordedAt());
    }

    private static List<Word> words(PaperKind kind) {
        return TemplateText.words(kind)
                .sorted()
                .map(word -> new Word(word.word(), word.sample()))
                .toList();
    }
}
