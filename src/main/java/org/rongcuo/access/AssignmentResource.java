package org.rongcuo.access;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.AdministrationService.AssignRole;
import org.rongcuo.access.AdministrationService.EndAssignment;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AssignmentResource {
    private final Assignments assignments;
    private final Organs organs;
    private final AdministrationService administration;
    private final CurrentRights rights;
    private final Writes writes;

    AssignmentResource(
            Assignments assignments,
            Organs organs,
            AdministrationService administration,
            CurrentRights rights,
            Writes writes) {
        this.assignments = assignments;
        this.organs = organs;
        this.administration = administration;
        this.rights = rights;
        this.writes = writes;
    }

    /** @param validUntil the last day, null while open */
    record AssignmentView(
            UUID id,
            PersonRef person,
            UUID organ,
            String jurisdiction,
            Role role,
            Level clearance,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        static AssignmentView of(Assignment assignment) {
            return new AssignmentView(
                    assignment.id(),
                    PersonRef.of(assignment.person()),
                    assignment.organ().id(),
                    assignment.organ().jurisdiction().code(),
                    assignment.role(),
                    assignment.clearance(),
                    assignment.validFrom(),
                    assignment.validUntil());
        }
    }

    @GET
    @Allowed({Role.ADMINISTRATOR, Role.INSPECTOR})
    @Operation(operationId = "listAssignments", summary = "谁在何处有何角色 · Who holds which role where")
    public Page<AssignmentView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "只列此人员的 · only those of this person") @QueryParam("person") UUID person) {
        var where = new StringBuilder("(?1 is null or person.id = ?1) and (1 = 0");
        var parameters = new ArrayList<Object>();
        parameters.add(person);
        for (var path : rights.get().pathsOf(Role.ADMINISTRATOR, Role.INSPECTOR)) {
            parameters.add(path + "%");
            where.append(" or organ.jurisdiction.path like ?").append(parameters.size());
        }
        where.append(')');
        var counted = assignments
                .find(where.toString(), parameters.toArray())
                .range(0, Page.COUNT_CAP)
                .list()
                .size();
        parameters.add(page.after(UUID::fromString));
        var after = "(?" + parameters.size() + " is null or id > ?" + parameters.size() + ")";
        var rows = assignments
                .find(where + " and " + after + " order by id", parameters.toArray())
                .range(0, page.limit())
                .list();
        return page.page(rows, assignment -> assignment.id().toString(), AssignmentView::of, counted);
    }

    @POST
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "assignRole", summary = "授予角色 · Assign a role")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "201", responseDescription = "已授予 · assigned")
    public Response assign(AssignRole body) {
        return writes.create(
                body,
                () -> {
                    if (body != null && body.organ() != null) {
                        organs.findByIdOptional(body.organ())
                                .ifPresent(organ -> rights.requireOver(organ.jurisdiction(), Role.ADMINISTRATOR));
                    }
                },
                () -> {
                    var id = administration.assign(body);
                    return Outcome.created(AssignmentView.of(assignments.findById(id)), "/api/v1/assignments");
                });
    }

    @POST
    @Path("/{id}/end")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "endAssignment", summary = "终止角色 · End an assignment")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200", responseDescription = "已终止 · ended")
    public Response end(@PathParam("id") UUID id, EndAssignment body) {
        return writes.note(
                body,
                () -> {
                    var assignment = assignments.findByIdOptional(id).orElseThrow(Problem::notFound);
                    if (!rights.get().holdsOver(assignment.organ().jurisdiction(), Role.ADMINISTRATOR)) {
                        throw Problem.notFound();
                    }
                    return assignment;
                },
                assignment -> {
                    administration.end(assignment, body.lastDay());
                    return Outcome.ok(AssignmentView.of(assignment));
                });
    }
}
