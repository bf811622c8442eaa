package org.rongcuo.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Role;
import org.rongcuo.policy.PolicyDesk.Repeal;
import org.rongcuo.policy.PolicyDesk.WithdrawVersion;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/repeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RepealResource {
    private final PolicyService service;
    private final PolicyDesk desk;
    private final PolicyRepeals repeals;
    private final PersonsTold persons;
    private final Writes writes;

    RepealResource(PolicyService service, PolicyDesk desk, PolicyRepeals repeals, PersonsTold persons, Writes writes) {
        this.service = service;
        this.desk = desk;
        this.repeals = repeals;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Anonymous
    @Operation(operationId = "listRepeals", summary = "一部办法的废止 · The repeals of a book")
    public List<PolicyRepeal.View> list(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name) {
        return views(repeals.of(service.visible(jurisdiction, name)));
    }

    @POST
    @Allowed(Role.POLICY_APPROVER)
    @IfMatch
    @Operation(
            operationId = "repealPolicy",
            summary = "废止,自某日起不再有现行版本 · Repeal the book from a date, without successor",
            description = "现行版本的起草人不能废止 · whoever wrote the version in force does not repeal it")
    @APIResponseSchema(
            value = PolicyRepeal.View.class,
            responseCode = "201",
            responseDescription = "已决定废止 · the repeal is decided")
    public Response repeal(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name, Repeal body) {
        return writes.act(body, () -> service.locked(jurisdiction, name, Role.POLICY_APPROVER), policy -> {
            var repeal = desk.repeal(policy, body);
            return Outcome.created(
                    view(repeal), "/api/v1/policies/" + policy.key() + "/repeals", policy.stateVersion());
        });
    }

    @POST
    @Path("/withdrawal")
    @Allowed(Role.POLICY_APPROVER)
    @IfMatch
    @Operation(operationId = "withdrawRepeal", summary = "撤回尚未生效的废止 · Take a repeal back before its date")
    @APIResponseSchema(value = PolicyRepeal.View.class, responseCode = "200", responseDescription = "已撤回 · taken back")
    public Response withdraw(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name, WithdrawVersion body) {
        return writes.act(body, () -> service.locked(jurisdiction, name, Role.POLICY_APPROVER), policy -> {
            var repeal = desk.withdrawRepeal(policy, body);
            return Outcome.ok(view(repeal), policy.stateVersion());
        });
    }

    private PolicyRepeal.View view(PolicyRepeal repeal) {
        return views(List.of(repeal)).get(0);
    }

    private List<PolicyRepeal.View> views(List<PolicyRepeal> repeals) {
        var told = persons.of(repeals.stream().flatMap(repeal -> Stream.of(repeal.decidedBy(), repeal.withdrawnBy())));
        return repeals.stream().map(repeal -> repeal.view(told)).toList();
    }
}
