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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.policy.ImpactReplayService.RequestReplay;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/versions/{number}/replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ImpactReplayResource {
    private final PolicyService policies;
    private final ImpactReplayService service;
    private final ImpactReplays replays;
    private final ImpactCases cases;
    private final Writes writes;

    ImpactReplayResource(
            PolicyService policies,
            ImpactReplayService service,
            ImpactReplays replays,
            ImpactCases cases,
            Writes writes) {
        this.policies = policies;
        this.service = service;
        this.replays = replays;
        this.cases = cases;
        this.writes = writes;
    }

    @POST
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER})
    @Operation(
            operationId = "requestReplay",
            summary = "影响回放:以此草案重算过往案件,不改动任何案件 · Replay past cases with this draft; changes nothing in them",
            description = "后台进行;批准前须有不加筛选的回放报告 · runs in the background; an approval needs its report, unfiltered")
    @APIResponseSchema(value = ReplayView.class, responseCode = "202", responseDescription = "已开始 · taken on")
    public Response request(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            RequestReplay body) {
        return writes.note(
                body,
                () -> policies.locked(jurisdiction, name, number, Role.POLICY_EDITOR, Role.POLICY_APPROVER),
                version -> {
                    var replay = service.request(version, body);
                    return Outcome.accepted(
                            service.view(replay),
                            "/api/v1/policies/" + version.policy().key() + "/versions/" + version.number() + "/replays/"
                                    + replay.id());
                });
    }

    @GET
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    @Operation(operationId = "listReplays", summary = "一个版本的影响回放 · The replays of a version, without their reports")
    public Page<ReplayView> list(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @BeanParam PageRequest page) {
        var version = service.readable(jurisdiction, name, number);
        var rows = replays.page(version, page.after(UUID::fromString), page.limit());
        return page.page(
                rows, replay -> replay.id().toString(), service.inList(rows), replays.count("version", version));
    }

    @GET
    @Path("/{replayId}")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    @Operation(operationId = "getReplay", summary = "影响回放的进度与报告 · How a replay stands, and its report")
    public ReplayView get(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @PathParam("replayId") UUID replayId) {
        return service.view(service.readable(jurisdiction, name, number, replayId));
    }

    @POST
    @Path("/{replayId}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER})
    @Operation(operationId = "cancelReplay", summary = "取消影响回放 · Cancel a replay that is under way")
    @APIResponseSchema(value = ReplayView.class, responseCode = "200", responseDescription = "已取消 · cancelled")
    public Response cancel(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @PathParam("replayId") UUID replayId) {
        return writes.note(
                Writes.NO_BODY,
                () -> service.named(
                        policies.locked(jurisdiction, name, number, Role.POLICY_EDITOR, Role.POLICY_APPROVER),
                        replayId),
                replay -> {
                    service.cancel(replay);
                    return Outcome.ok(service.view(replay));
                });
    }

    @GET
    @Path("/{replayId}/cases")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    @Operation(
            operationId = "listReplayCases",
            summary = "影响回放所及的案件 · The cases that a replay lists",
            description = "只列出调用者可见的案件 · only those that the caller may see")
    public Page<ReplayView.ImpactedCase> cases(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            @PathParam("replayId") UUID replayId,
            @QueryParam("from") Recommendation from,
            @QueryParam("to") Recommendation to,
            @QueryParam("kind") ImpactCase.ImpactKind kind,
            @QueryParam("direction") FlipDirection direction,
            @BeanParam PageRequest page) {
        var replay = service.readable(jurisdiction, name, number, replayId);
        var filter = new ImpactCases.Filter(from, to, kind, direction);
        return page.page(
                cases.page(replay.id(), filter, page.after(ImpactCases.Position::parse), page.limit()),
                ImpactCases.Position::of,
                ReplayView.ImpactedCase::of,
                cases.counted(replay.id(), filter));
    }
}
