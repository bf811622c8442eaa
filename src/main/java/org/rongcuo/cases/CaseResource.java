package org.rongcuo.cases;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseRequests.OpenCase;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CaseResource {
    private final CaseFiles cases;
    private final CaseService service;
    private final CaseActs acts;
    private final Instance<ActSource> sources;
    private final Writes writes;

    CaseResource(CaseFiles cases, CaseService service, CaseActs acts, Instance<ActSource> sources, Writes writes) {
        this.cases = cases;
        this.service = service;
        this.acts = acts;
        this.sources = sources;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(operationId = "listCases", summary = "我能看到的案件 · The cases I may see")
    public Page<CaseView.Summary> list(
            @BeanParam PageRequest page,
            @Parameter(description = "案件种类 · kind") @QueryParam("kind") CaseKind kind,
            @Parameter(description = "所处环节 · status") @QueryParam("status") CaseStatus status,
            @Parameter(description = "行政区划代码 · jurisdiction code") @QueryParam("jurisdiction") String jurisdiction,
            @Parameter(description = "领域 · field of work") @QueryParam("field") String field,
            @Parameter(description = "案号,如 舟容〔2026〕1号 · case number") @QueryParam("number") String number) {
        var filter = new CaseFiles.Filter(kind, status, jurisdiction, field, number);
        var rows = cases.page(filter, page.after(UUID::fromString), page.limit());
        return page.page(rows, file -> file.id().toString(), CaseView.Summary::of, cases.counted(filter));
    }

    @POST
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @ETagged
    @Operation(
            operationId = "openCase",
            summary = "建立案件草稿,或主动启动 · Open a case as a draft, or ex officio",
            description =
                    "申请人建立草稿;承办人可主动启动,即刻编号进入“已申请” · an applicant opens a draft; a handler may start one ex officio")
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "已建立 · opened")
    public Response open(OpenCase body) {
        return writes.create(body, () -> service.authoriseOpening(body), () -> {
            var view = service.open(body);
            return Outcome.created(view, "/api/v1/cases/" + view.id(), view.stateVersion());
        });
    }

    @GET
    @Path("/{id}")
    @Allowed
    @ETagged
    @Operation(operationId = "getCase", summary = "案件 · A case")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "案件 · the case")
    public Response get(@PathParam("id") UUID id) {
        var view = service.view(cases.visible(id));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, StateVersion.etag(view.stateVersion()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "reviseCase", summary = "修改草稿 · Revise a draft")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已修改 · revised")
    public Response revise(@PathParam("id") UUID id, CaseParticulars body) {
        return writes.act(body, () -> acts.authorised(id, CaseAct.REVISION), file -> {
            var view = service.revise(file, body);
            return Outcome.ok(view, view.stateVersion());
        });
    }

    @GET
    @Path("/{id}/acts")
    @Allowed
    @Operation(operationId = "listActs", summary = "我现在能办什么、为何不能 · Which acts I may do now, and why not the others")
    public List<ActView> acts(@PathParam("id") UUID id) {
        // The container gives them in another order at each start.
        return sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .flatMap(source -> source.acts(id).stream())
                .toList();
    }
}
