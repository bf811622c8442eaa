package org.rongcuo.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Role;
import org.rongcuo.dmn.Analysis;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.dmn.SuiteForm;
import org.rongcuo.dmn.TestRun;
import org.rongcuo.dmn.TestSuite;
import org.rongcuo.policy.PolicyView.VersionView;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.StoresNothing;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class VersionTestResource {
    private final PolicyService service;
    private final Drafting drafting;
    private final Assessments assessments;
    private final Books books;
    private final CurrentActor actor;
    private final VersionViews views;
    private final Writes writes;

    VersionTestResource(
            PolicyService service,
            Drafting drafting,
            Assessments assessments,
            Books books,
            CurrentActor actor,
            VersionViews views,
            Writes writes) {
        this.service = service;
        this.drafting = drafting;
        this.assessments = assessments;
        this.books = books;
        this.actor = actor;
        this.views = views;
        this.writes = writes;
    }

    @GET
    @Path("/analysis")
    @Allowed
    @Operation(
            operationId = "getAnalysis",
            summary = "分析:空缺、重叠、永不命中的行、未能证明的表 · Gaps, overlaps, rows never reached, tables not proven")
    public Analysis analysis(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        return assessments.analysisOf(service.visible(jurisdiction, name, number));
    }

    @GET
    @Path("/tests")
    @Anonymous
    @ETagged
    @Operation(
            operationId = "getTests",
            summary = "版本的测试用例 · The version's test cases",
            description = "JSON 以标识为键;Accept: application/xml 得 DMN TCK 格式 · JSON by ids, or DMN TCK test-case XML")
    @APIResponse(
            responseCode = "200",
            description = "测试用例 · the cases",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SuiteForm.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response get(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return tagged(
                Response.ok(Drafting.suite(version.tests())
                        .form(books.compiled(version).outline())),
                version);
    }

    @GET
    @Path("/tests")
    @Produces(MediaType.APPLICATION_XML)
    @Anonymous
    @ETagged
    @Operation(operationId = "getTestsXml", summary = "测试用例(TCK) · The test cases as TCK XML", hidden = true)
    public Response getXml(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return tagged(
                Response.ok(Drafting.suite(version.tests()).xml(), MediaType.APPLICATION_XML_TYPE.withCharset("utf-8")),
                version);
    }

    private static Response tagged(Response.ResponseBuilder answer, PolicyVersion version) {
        return answer.header(HttpHeaders.ETAG, StateVersion.etag(version.stateVersion()))
                .build();
    }

    @PUT
    @Path("/tests")
    @Allowed(Role.POLICY_EDITOR)
    @IfMatch
    @Operation(
            operationId = "saveTests",
            summary = "保存草案的测试用例 · Save a draft's test cases",
            description = "也收 DMN TCK 格式(application/xml)· takes DMN TCK test-case XML as well")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SuiteForm.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已保存 · saved")
    public Response save(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            SuiteForm body) {
        return save(jurisdiction, name, number, body, outline -> TestSuite.of(null, body, outline));
    }

    @PUT
    @Path("/tests")
    @Consumes(MediaType.APPLICATION_XML)
    @Allowed(Role.POLICY_EDITOR)
    @IfMatch
    @Operation(operationId = "saveTestsXml", summary = "保存测试用例(TCK) · Save test cases as TCK XML", hidden = true)
    public Response saveXml(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            byte[] body) {
        var document = body == null ? new byte[0] : body;
        return save(jurisdiction, name, number, document, outline -> {
            var suite = TestSuite.of(document);
            suite.requireKnown(outline);
            return suite;
        });
    }

    private Response save(
            String jurisdiction, String name, int number, Object body, Function<ModelOutline, TestSuite> read) {
        return writes.act(
                body,
                () -> service.locked(jurisdiction, name, number, Role.POLICY_EDITOR),
                version -> {
                    version.requireDraft();
                    return drafting.tests(version, read);
                },
                (version, prepared) -> {
                    service.saveTests(version, prepared, actor.get().personId());
                    return Outcome.ok(views.of(version), version.stateVersion());
                });
    }

    @POST
    @Path("/tests/run")
    @Consumes(MediaType.WILDCARD)
    @Allowed
    @StoresNothing
    @Operation(operationId = "runTests", summary = "运行测试,报告行覆盖 · Run the tests; which rows they hit")
    public TestRun run(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        return assessments.testsOf(service.visible(jurisdiction, name, number));
    }
}
