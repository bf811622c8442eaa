package org.rongcuo.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Role;
import org.rongcuo.policy.EvaluationService.TrialView;
import org.rongcuo.policy.PolicyView.VersionView;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.StoresNothing;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PolicyVersionResource {
    private final PolicyVersions versions;
    private final PolicyService service;
    private final EvaluationService evaluations;
    private final Books books;
    private final Drafting drafting;
    private final CurrentActor actor;
    private final Validation validation;
    private final Writes writes;
    private final VersionViews views;

    PolicyVersionResource(
            PolicyVersions versions,
            PolicyService service,
            EvaluationService evaluations,
            Books books,
            Drafting drafting,
            CurrentActor actor,
            Validation validation,
            Writes writes,
            VersionViews views) {
        this.versions = versions;
        this.service = service;
        this.evaluations = evaluations;
        this.books = books;
        this.drafting = drafting;
        this.actor = actor;
        this.validation = validation;
        this.writes = writes;
        this.views = views;
    }

    @GET
    @Anonymous
    @Operation(
            operationId = "listPolicyVersions",
            summary = "一部办法的各版本 · The versions of a book",
            description = "草案只示于政策人员 · drafts are shown to policy staff only")
    public Page<VersionView> list(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @BeanParam PageRequest page) {
        var policy = service.visible(jurisdiction, name);
        var readable = versions.list("policy = ?1 order by number desc", policy).stream()
                .filter(service::mayRead)
                .toList();
        var after = page.after(Integer::valueOf);
        var rows = readable.stream()
                .filter(version -> after == null || version.number() < after)
                .limit(page.limit() + 1L)
                .toList();
        return page.page(rows, version -> String.valueOf(version.number()), views.in(policy, rows), readable.size());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Allowed(Role.POLICY_EDITOR)
    @ETagged
    @Operation(
            operationId = "createDraft",
            summary =
                    "新建草案:无请求体则复制最新批准的版本,或上传 DMN 模型 · A new draft, from the latest approved version or an uploaded model")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = VersionView.class, responseCode = "201", responseDescription = "草案已建立 · draft created")
    public Response create(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            byte[] model) {
        var document = model == null ? new byte[0] : model;
        // Clients name some type for an empty body too; but an upload of XML that came empty is refused by the gate: it
        // is not the wish to copy a version.
        var uploaded = contentType != null && isXml(contentType);
        if (!uploaded && document.length > 0) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "请上传 application/xml", "Upload application/xml");
        }
        return writes.note(
                document,
                () -> service.locked(jurisdiction, name, Role.POLICY_EDITOR),
                policy -> {
                    var base = versions.latestApproved(policy).orElse(null);
                    var source = uploaded ? document : service.modelOf(base);
                    return drafting.model(source, policy.kind(), base);
                },
                (policy, prepared) -> {
                    var version = service.draft(policy, prepared, actor.get().personId());
                    return Outcome.created(
                            views.of(version),
                            "/api/v1/policies/" + policy.key() + "/versions/" + version.number(),
                            version.stateVersion());
                });
    }

    @GET
    @Path("/{number}")
    @Anonymous
    @ETagged
    @Operation(operationId = "getPolicyVersion", summary = "一个版本 · A version")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "版本 · the version")
    public Response get(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return Response.ok(views.of(version))
                .header(HttpHeaders.ETAG, StateVersion.etag(version.stateVersion()))
                .build();
    }

    @GET
    @Path("/{number}/model")
    @Produces(MediaType.APPLICATION_XML)
    @Anonymous
    @ETagged
    @Operation(operationId = "getModel", summary = "版本的 DMN 模型 · The version's DMN model")
    @APIResponse(
            responseCode = "200",
            description = "DMN 1.3 XML",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public Response model(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return Response.ok(version.model(), MediaType.APPLICATION_XML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.ETAG, StateVersion.etag(version.stateVersion()))
                .build();
    }

    @PUT
    @Path("/{number}/model")
    @Consumes(MediaType.APPLICATION_XML)
    @Allowed(Role.POLICY_EDITOR)
    @IfMatch
    @Operation(operationId = "saveModel", summary = "保存草案的模型 · Save a draft's model")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已保存 · saved")
    public Response save(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            byte[] model) {
        var document = model == null ? new byte[0] : model;
        return writes.act(
                document,
                () -> service.locked(jurisdiction, name, number, Role.POLICY_EDITOR),
                version -> {
                    version.requireDraft();
                    return drafting.model(document, version.policy().kind(), version);
                },
                (version, prepared) -> {
                    service.save(version, prepared, actor.get().personId());
                    return Outcome.ok(views.of(version), version.stateVersion());
                });
    }

    @GET
    @Path("/{number}/checklist")
    @Anonymous
    @Operation(operationId = "getVersionChecklist", summary = "此版本所问的清单 · The checklist this version asks")
    public List<ItemView> checklist(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return books.compiled(version).outline().items().stream()
                .map(ItemView::of)
                .toList();
    }

    /** Answers to try a version with. */
    record TrialRequest(@NotNull @Size(max = 500) Map<@Size(max = 100) String, Object> facts) {}

    @POST
    @Path("/{number}/evaluations")
    @Allowed
    @StoresNothing
    @Operation(
            operationId = "tryVersion",
            summary = "以此版本试算(不入卷、不作认定依据) · A trial of this version alone, never a case's record")
    public TrialView evaluate(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @Parameter(description = Expand.DESCRIPTION) @QueryParam("expand") Expand expand,
            TrialRequest body) {
        var version = service.visible(jurisdiction, name, number);
        return evaluations.trial(version, validation.valid(body).facts(), Expand.judging(expand));
    }

    private static boolean isXml(String contentType) {
        try {
            return MediaType.valueOf(contentType).isCompatible(MediaType.APPLICATION_XML_TYPE);
        } catch (IllegalArgumentException noType) {
            return false;
        }
    }
}
