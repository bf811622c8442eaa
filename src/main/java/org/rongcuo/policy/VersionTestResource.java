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
import org.rongcuo.dmn.SuiteForm;
import org.rongcuo.dmn.TestRun;
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
    private final VersionTests tests;
    private final Assessments assessments;
    private final Writes writes;

    VersionTestResource(PolicyService service, VersionTests tests, Assessments assessments, Writes writes) {
        this.service = service;
        this.tests = tests;
        this.assessments = assessments;
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
    @Operation(operationId = "getTests", summary = "版本的测试用例 · The version's test cases")
    @APIResponse(
            responseCode = "200",
            description = "按事项与决策的标识,或 DMN TCK 格式 · by ids, or as DMN TCK test-case XML",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SuiteForm.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    public Response get(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @jakarta.ws.rs.core.Context jakarta.ws.rs.core.Request request) {
        var version = service.visible(jurisdiction, name, number);
        var wanted = request.selectVariant(VARIANTS);
        return (MediaType.APPLICATION_XML_TYPE.isCompatible(wanted.getMediaType())
                        ? Response.ok(
                                tests.of(version).xml(), MediaType.APPLICATION_XML_TYPE.withCharset("utf-8"))
                        : Response.ok(tests.formOf(version), MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.ETAG, StateVersion.etag(version.stateVersion()))
                .build();
    }
}
