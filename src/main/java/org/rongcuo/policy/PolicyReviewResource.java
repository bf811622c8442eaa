package org.rongcuo.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.policy.PolicyReviews.ReviewPolicy;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/policies/{jurisdiction}/{name}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PolicyReviewResource {
    private final PolicyService service;
    private final PolicyReviews reviews;
    private final PolicyVersions versions;
    private final Writes writes;
    private final Clock clock;

    PolicyReviewResource(
            PolicyService service, PolicyReviews reviews, PolicyVersions versions, Writes writes, Clock clock) {
        this.service = service;
        this.reviews = reviews;
        this.versions = versions;
        this.writes = writes;
        this.clock = clock;
    }

    @POST
    @Allowed(Role.POLICY_EDITOR)
    @IfMatch
    @Operation(
            operationId = "reviewPolicy",
            summary = "登记复核,定下次复核之日 · Record a review and the day of the next",
            description = "办结到期复核的待办 · completes the task of the review that was due")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "已登记 · recorded")
    public Response review(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("name") String name, ReviewPolicy body) {
        return writes.act(body, () -> service.locked(jurisdiction, name, Role.POLICY_EDITOR), policy -> {
            reviews.review(policy, body);
            var inForce = versions.inForce(policy, Clocks.today(clock)).map(PolicyVersion::number);
            return Outcome.ok(PolicyView.of(policy, inForce.orElse(null)), policy.stateVersion());
        });
    }
}
