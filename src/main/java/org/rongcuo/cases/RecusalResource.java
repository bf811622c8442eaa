package org.rongcuo.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.StaffingRequests.DecideRecusal;
import org.rongcuo.cases.StaffingRequests.Recuse;
import org.rongcuo.cases.StaffingView.RecusalView;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/recusals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RecusalResource {
    private final CaseDesk desk;
    private final CaseActs acts;
    private final RecusalRecords records;
    private final RecusalService service;
    private final Persons persons;
    private final CurrentActor actor;
    private final Writes writes;

    RecusalResource(
            CaseDesk desk,
            CaseActs acts,
            RecusalRecords records,
            RecusalService service,
            Persons persons,
            CurrentActor actor,
            Writes writes) {
        this.desk = desk;
        this.acts = acts;
        this.records = records;
        this.service = service;
        this.persons = persons;
        this.actor = actor;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listRecusals",
            summary = "回避情况 · Recusals declared, demanded and decided",
            description = "当事人和申请人只看到本人提出的 · whom the case concerns sees its own demands")
    public List<RecusalView> list(@PathParam("id") UUID id) {
        var file = desk.visible(id);
        var office = !acts.isConcerned(file);
        return views(records.of(file.id()).stream()
                .filter(recusal ->
                        office || recusal.demandedBy().equals(actor.get().personId()))
                .toList());
    }

    @POST
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.COORDINATOR, Role.REGISTRAR})
    @Operation(
            operationId = "recuse",
            summary = "自行回避,或申请他人回避 · Recuse oneself, or demand another's recusal",
            description =
                    "自行回避即刻生效;申请他人回避的,决定之前其暂停参与 · one's own takes effect at once; another's acts are suspended until it is decided")
    @APIResponseSchema(value = RecusalView.class, responseCode = "201", responseDescription = "已入卷 · on the record")
    public Response recuse(@PathParam("id") UUID id, Recuse body) {
        return writes.note(
                body,
                () -> desk.authorised(id, StaffingAct.RECUSALS),
                file -> Outcome.created(
                        views(List.of(service.recuse(file, body))).get(0), "/api/v1/cases/" + id + "/recusals"));
    }

    @POST
    @Path("/{recusalId}/decision")
    @Allowed(Role.DECIDER)
    @Operation(operationId = "decideRecusal", summary = "决定是否回避 · Decide whether a person is recused")
    @APIResponseSchema(value = RecusalView.class, responseCode = "200", responseDescription = "已决定 · decided")
    public Response decide(@PathParam("id") UUID id, @PathParam("recusalId") UUID recusalId, DecideRecusal body) {
        return writes.note(
                body,
                () -> desk.authorised(id, StaffingAct.RECUSAL_DECISIONS),
                file -> Outcome.ok(
                        views(List.of(service.decide(file, recusalId, body))).get(0)));
    }

    private List<RecusalView> views(List<Recusal> recusals) {
        var refs = persons.refs(
                recusals.stream().flatMap(each -> Stream.of(each.personId(), each.demandedBy(), each.decidedBy())));
        return recusals.stream()
                .map(each -> new RecusalView(
                        each.id(),
                        refs.get(each.personId()),
                        each.ground(),
                        each.ground().label(),
                        each.explanation(),
                        refs.get(each.demandedBy()),
                        each.demandedAt(),
                        each.granted(),
                        each.reasons(),
                        decider(each, refs),
                        each.decidedAt(),
                        each.meetingId()))
                .toList();
    }

    private static PersonRef decider(Recusal recusal, Map<UUID, PersonRef> refs) {
        return recusal.decidedBy() == null ? null : refs.get(recusal.decidedBy());
    }
}
