package org.rongcuo.policy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rongcuo.access.Anonymous;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;

@Path("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/diff")
@Produces(MediaType.APPLICATION_JSON)
class VersionDiffResource {
    private final PolicyService service;
    private final PolicyVersions versions;
    private final VersionDiffs diffs;
    private final Clock clock;

    VersionDiffResource(PolicyService service, PolicyVersions versions, VersionDiffs diffs, Clock clock) {
        this.service = service;
        this.versions = versions;
        this.diffs = diffs;
        this.clock = clock;
    }

    @GET
    @Anonymous
    @Operation(
            operationId = "diffVersions",
            summary =
                    "与另一版本比较:逐条规则,及结论不同的情形 · How a version differs from another: rule by rule, and in what it comes to",
            description =
                    "条件的宽严按取值集合比较,不按文字;列的先后、不起作用的行序不算差异"
                            + " · conditions are compared as sets of values, not as texts; the order of columns, and of rows where it decides nothing, is no difference"
                            + "。semantic 列出结论不同的事实范围及实例,或证明没有 · semantic tells the facts on which the outcome is another, with examples, or that there are proven to be none")
    public VersionDiffView diff(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @Parameter(
                            description =
                                    "与哪一版比较,缺省为所基于的版本,没有则为现行版本 · the version to compare with: what this one is based on"
                                            + " unless told, else the one in force")
                    @QueryParam("base")
                    Integer base) {
        var version = service.visible(jurisdiction, name, number);
        var other = base == null ? before(version) : numbered(version, base);
        return VersionDiffView.of(other, version, diffs.of(other, version));
    }

    private PolicyVersion numbered(PolicyVersion version, int number) {
        return readable(version, number)
                .orElseThrow(() -> Problem.invalid(
                        "query/base",
                        "version-unknown",
                        "此办法没有这一版,或您无权查看",
                        "the book has no such version, or you may not see it"));
    }

    private PolicyVersion before(PolicyVersion version) {
        return Optional.ofNullable(version.baseNumber())
                .flatMap(number -> readable(version, number))
                .or(() -> versions.inForce(version.policy(), Clocks.today(clock)))
                .orElseThrow(() -> Problem.invalid(
                        "query/base",
                        "base-missing",
                        "此版本不基于其他版本,办法也没有现行版本,请指明 base",
                        "this version is based on none and the book has none in force: name the base"));
    }

    private Optional<PolicyVersion> readable(PolicyVersion version, int number) {
        return versions.of(version.policy(), number).filter(service::mayRead);
    }
}
