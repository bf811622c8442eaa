package org.rongcuo.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.policy.PolicyDesk.Approve;
import org.rongcuo.policy.PolicyDesk.ImportHistory;
import org.rongcuo.policy.PolicyDesk.Return;
import org.rongcuo.policy.PolicyDesk.Submit;
import org.rongcuo.policy.PolicyDesk.WithdrawVersion;
import org.rongcuo.policy.PolicyView.VersionView;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Versioned;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PolicyDeskResource {
    private final PolicyService service;
    private final PolicyDesk desk;
    private final Assessments assessments;
    private final ConformanceChecks conformance;
    private final VersionViews views;
    private final Writes writes;

    PolicyDeskResource(
            PolicyService service,
            PolicyDesk desk,
            Assessments assessments,
            ConformanceChecks conformance,
            VersionViews views,
            Writes writes) {
        this.service = service;
        this.desk = desk;
        this.assessments = assessments;
        this.conformance = conformance;
        this.views = views;
        this.writes = writes;
    }

    /** A version that is to move on to a status: whether that way is open is asked before what the caller has read. */
    private record Move(PolicyVersion version, VersionStatus to) implements Versioned {
        @Override
        public long stateVersion() {
            return version.stateVersion();
        }

        @Override
        public String chain() {
            return version.chain();
        }

        @Override
        public void requirePossible() {
            version.requireWay(to);
        }
    }

    @POST
    @Path("/submission")
    @Allowed(Role.POLICY_EDITOR)
    @IfMatch
    @Operation(operationId = "submitVersion", summary = "送审 · Submit a draft for approval")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已送审 · submitted")
    public Response submit(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            Submit body) {
        return move(
                body,
                () -> service.locked(jurisdiction, name, number, Role.POLICY_EDITOR),
                VersionStatus.IN_REVIEW,
                version -> desk.submit(version, body));
    }

    @POST
    @Path("/return")
    @Allowed({Role.POLICY_APPROVER, Role.POLICY_EDITOR})
    @IfMatch
    @Operation(
            operationId = "returnVersion",
            summary = "退回修改 · Return it with remarks; it is a draft again",
            description = "送审人收回、批准人退回 · taken back by an editor, returned by an approver")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已退回 · returned")
    public Response giveBack(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            Return body) {
        return move(
                body,
                () -> service.locked(jurisdiction, name, number, Role.POLICY_APPROVER, Role.POLICY_EDITOR),
                VersionStatus.DRAFT,
                version -> desk.giveBack(version, body));
    }

    @GET
    @Path("/approval")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR})
    @Operation(
            operationId = "getApproval",
            summary = "尚有什么妨碍批准 · What stands against an approval",
            description = "以明日生效计 · as if it were to take effect tomorrow")
    public ApprovalView readiness(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number) {
        var version = service.visible(jurisdiction, name, number);
        return desk.readiness(version, assessments.of(version));
    }

    @POST
    @Path("/approval")
    @Allowed(Role.POLICY_APPROVER)
    @IfMatch
    @Operation(
            operationId = "approveVersion",
            summary = "批准,自某日起生效 · Approve it, to be in force from a date",
            description = "起草、修改或送审过此版的人不能批准 · whoever wrote or submitted it does not approve it")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已批准 · approved")
    public Response approve(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            Approve body) {
        return decide(
                jurisdiction,
                name,
                number,
                body,
                version -> conformance.laterOf(version, body.effectiveFrom(), false),
                (version, assessment) -> desk.approve(version, body, assessment));
    }

    @POST
    @Path("/import")
    @Allowed(Role.POLICY_APPROVER)
    @IfMatch
    @Operation(
            operationId = "importVersion",
            summary = "补录历史版本 · Take a version of history over, in force from a date past",
            description = "补录的版本送审后由他人办理 · of a version submitted, by another person than its author")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已补录 · taken over")
    public Response importHistory(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            ImportHistory body) {
        return decide(
                jurisdiction,
                name,
                number,
                body,
                version -> conformance.laterOf(version, body.effectiveFrom(), true),
                (version, assessment) -> desk.importHistory(version, body, assessment));
    }

    @POST
    @Path("/withdrawal")
    @Allowed({Role.POLICY_EDITOR, Role.POLICY_APPROVER})
    @IfMatch
    @Operation(
            operationId = "withdrawVersion",
            summary = "撤回草案,或撤回尚未生效的版本 · Withdraw a draft, or an approved version before it takes effect",
            description = "已批准的版本由批准人撤回 · an approved version is withdrawn by an approver")
    @APIResponseSchema(value = VersionView.class, responseCode = "200", responseDescription = "已撤回 · withdrawn")
    public Response withdraw(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("name") String name,
            @PathParam("number") int number,
            WithdrawVersion body) {
        return move(
                body,
                () -> service.locked(jurisdiction, name, number, Role.POLICY_EDITOR, Role.POLICY_APPROVER),
                VersionStatus.WITHDRAWN,
                version -> desk.withdraw(version, body));
    }

    private Response move(
            Object body,
            java.util.function.Supplier<PolicyVersion> authorise,
            VersionStatus to,
            Consumer<PolicyVersion> does) {
        return writes.act(body, () -> new Move(authorise.get(), to), move -> {
            does.accept(move.version());
            return Outcome.ok(views.of(move.version()), move.stateVersion());
        });
    }

    /** The assessment and the proof of conformance, which may take their time, are made of what lies with the approver while nothing is locked. */
    private Response decide(
            String jurisdiction,
            String name,
            int number,
            Object body,
            Function<PolicyVersion, Runnable> alsoSlow,
            BiConsumer<PolicyVersion, Assessment> does) {
        return writes.act(
                body,
                () -> {
                    var version = service.locked(jurisdiction, name, number, Role.POLICY_APPROVER);
                    desk.requireOtherThanAuthor(version);
                    return new Move(version, VersionStatus.APPROVED);
                },
                move -> {
                    var assessment = assessments.laterOf(move.version());
                    var conforms = alsoSlow.apply(move.version());
                    return () -> {
                        var assessed = assessment.get();
                        if (assessed.admitted() != null) {
                            conforms.run();
                        }
                        return assessed;
                    };
                },
                (move, assessment) -> {
                    does.accept(move.version(), assessment);
                    return Outcome.ok(views.of(move.version()), move.stateVersion());
                });
    }
}
