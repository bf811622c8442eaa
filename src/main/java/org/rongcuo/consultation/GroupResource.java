package org.rongcuo.consultation;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.consultation.GroupRequests.EstablishGroup;
import org.rongcuo.consultation.GroupRequests.GroupContent;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Writes;

@Path("/api/v1/coordination-groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GroupResource {
    private final CoordinationGroups groups;
    private final GroupService service;
    private final Agenda agenda;
    private final Persons persons;
    private final Writes writes;

    GroupResource(CoordinationGroups groups, GroupService service, Agenda agenda, Persons persons, Writes writes) {
        this.groups = groups;
        this.service = service;
        this.agenda = agenda;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(operationId = "listCoordinationGroups", summary = "协调小组 · The coordination groups")
    public Page<GroupView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "行政区划代码 · jurisdiction code") @QueryParam("jurisdiction") String jurisdiction) {
        var where = "(?1 is null or jurisdiction.code = ?1)";
        var rows = groups.find(
                        where + " and (?2 is null or id > ?2) order by id", jurisdiction, page.after(UUID::fromString))
                .range(0, page.limit())
                .list();
        return page.page(
                rows,
                group -> group.id().toString(),
                this::view,
                groups.find(where, jurisdiction).range(0, Page.COUNT_CAP).list().size());
    }

    private GroupView view(CoordinationGroup group) {
        return GroupView.of(group, groups.current(group), persons);
    }

    @POST
    @Allowed(Role.ADMINISTRATOR)
    @ETagged
    @Operation(operationId = "establishCoordinationGroup", summary = "设立协调小组 · Establish a coordination group")
    @APIResponseSchema(value = GroupView.class, responseCode = "201", responseDescription = "已设立 · established")
    public Response establish(EstablishGroup body) {
        return writes.create(body, () -> service.authorise(body), () -> {
            var view = service.establish(body);
            return Outcome.created(view, "/api/v1/coordination-groups/" + view.id(), view.version());
        });
    }

    @GET
    @Path("/{groupId}")
    @Allowed
    @ETagged
    @Operation(operationId = "getCoordinationGroup", summary = "一个协调小组 · A coordination group")
    @APIResponseSchema(value = GroupView.class, responseCode = "200", responseDescription = "协调小组 · the group")
    public Response get(@PathParam("groupId") UUID id) {
        var view = view(groups.known(id));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, StateVersion.etag(view.version()))
                .build();
    }

    @PUT
    @Path("/{groupId}")
    @Allowed(Role.ADMINISTRATOR)
    @IfMatch
    @Operation(
            operationId = "reviseCoordinationGroup",
            summary = "变更协调小组,原版本留存 · Revise a coordination group; its earlier versions stay")
    @APIResponseSchema(value = GroupView.class, responseCode = "200", responseDescription = "已变更 · revised")
    public Response revise(@PathParam("groupId") UUID id, GroupContent body) {
        return writes.act(body, () -> service.authorised(id), group -> {
            var view = service.revise(group, body);
            return Outcome.ok(view, view.version());
        });
    }

    @GET
    @Path("/{groupId}/versions")
    @Allowed
    @Operation(
            operationId = "listCoordinationGroupVersions",
            summary = "协调小组的历次版本,最近在前 · The versions of a group, the latest first")
    public List<GroupView> versions(@PathParam("groupId") UUID id) {
        var group = groups.known(id);
        return groups.versions(id).stream()
                .map(version -> GroupView.of(group, version, persons))
                .toList();
    }

    @GET
    @Path("/{groupId}/agenda")
    @Allowed(Role.COORDINATOR)
    @Operation(
            operationId = "getConsultationAgenda",
            summary = "定期会商清单:已提请未安排的,最早的在前 · What is to be consulted on: referred and not scheduled, the oldest first",
            description = "仅限小组成员,只列本人可见的案件 · for members of the group; only cases that they see")
    public AgendaView agenda(@PathParam("groupId") UUID id) {
        return agenda.of(groups.known(id));
    }
}
