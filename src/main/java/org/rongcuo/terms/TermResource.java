package org.rongcuo.terms;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseView;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;
import org.rongcuo.terms.TermRequests.DeferCase;
import org.rongcuo.terms.TermRequests.ExtendStep;
import org.rongcuo.terms.TermRequests.LeaveUnresolved;
import org.rongcuo.terms.TermRequests.RenewDeferral;
import org.rongcuo.terms.TermRequests.ReopenCase;
import org.rongcuo.terms.TermRequests.ResumeVerification;

/** The terms of a case's steps, their extension, and deferral. */
@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TermResource {
    private final CaseDesk desk;
    private final Deadlines deadlines;
    private final ExtensionService extensions;
    private final Deferrals deferrals;
    private final DeferralService deferring;
    private final Calendars calendars;
    private final Persons persons;
    private final Writes writes;
    private final Clock clock;

    TermResource(
            CaseDesk desk,
            Deadlines deadlines,
            ExtensionService extensions,
            Deferrals deferrals,
            DeferralService deferring,
            Calendars calendars,
            Persons persons,
            Writes writes,
            Clock clock) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.extensions = extensions;
        this.deferrals = deferrals;
        this.deferring = deferring;
        this.calendars = calendars;
        this.persons = persons;
        this.writes = writes;
        this.clock = clock;
    }

    @GET
    @Path("/deadlines")
    @Allowed
    @Operation(
            operationId = "listDeadlines",
            summary = "各步骤的目标、时限、中止和延长 · The target and limit of each step, its pauses and extension",
            description = "按开始的先后排列 · in the order in which they began")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        return views(deadlines.of(desk.visible(id).id()));
    }

    @POST
    @Path("/extensions")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "extendStep", summary = "延长一个步骤的时限,以一次为限 · Extend a step's limit, once")
    @APIResponseSchema(value = DeadlineView.class, responseCode = "200", responseDescription = "已延长 · extended")
    public Response extend(@PathParam("id") UUID id, ExtendStep body) {
        return writes.act(
                body,
                () -> desk.authorised(id, TermAct.EXTENSIONS),
                file -> Outcome.ok(views(List.of(extensions.extend(file, body))).get(0), file.stateVersion()));
    }

    @GET
    @Path("/deferrals")
    @Allowed
    @Operation(operationId = "listDeferrals", summary = "搁置及其续期、结果 · The deferrals, their renewals and ends")
    public List<DeferralView> deferrals(@PathParam("id") UUID id) {
        var file = desk.visible(id);
        return DeferralView.of(deferrals.of(file.id()), deferrals.renewals(file.id()), persons);
    }

    @POST
    @Path("/deferrals")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "deferCase",
            summary = "搁置、暂缓定论:期限停止计算 · Defer the case: its clocks stand still",
            description = "不得据此对当事人作出任何不利处理 · nothing adverse may rest on it")
    @APIResponseSchema(value = DeferralView.class, responseCode = "201", responseDescription = "已搁置 · deferred")
    public Response defer(@PathParam("id") UUID id, DeferCase body) {
        return writes.act(
                body,
                () -> desk.authorised(id, TermAct.DEFERRALS),
                file -> Outcome.created(
                        view(file, deferring.defer(file, body)),
                        "/api/v1/cases/" + id + "/deferrals",
                        file.stateVersion()));
    }

    @POST
    @Path("/deferrals/renewal")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "renewDeferral",
            summary = "搁置续期,以规定次数为限 · Renew the deferral, as often as the book allows")
    @APIResponseSchema(value = DeferralView.class, responseCode = "200", responseDescription = "已续期 · renewed")
    public Response renew(@PathParam("id") UUID id, RenewDeferral body) {
        return act(id, TermAct.RENEWAL, body, file -> deferring.renew(file, body));
    }

    @POST
    @Path("/deferrals/resumption")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "resumeVerification",
            summary = "恢复核实:期限继续计算,目标和时限顺延 · Resume the verification; both dates move on")
    @APIResponseSchema(value = DeferralView.class, responseCode = "200", responseDescription = "已恢复 · resumed")
    public Response resume(@PathParam("id") UUID id, ResumeVerification body) {
        return act(id, TermAct.RESUMPTION, body, file -> deferring.resume(file, body));
    }

    @POST
    @Path("/deferrals/termination")
    @Allowed(Role.DECIDER)
    @IfMatch
    @Operation(
            operationId = "leaveUnresolved",
            summary = "期满且续期用尽,终止认定 · Leave the case unresolved, expired and its renewals spent",
            description = "不得据此对当事人作出任何不利处理 · nothing adverse may rest on it")
    @APIResponseSchema(value = DeferralView.class, responseCode = "200", responseDescription = "已终止 · unresolved")
    public Response terminate(@PathParam("id") UUID id, LeaveUnresolved body) {
        return act(id, TermAct.TERMINATION, body, file -> deferring.terminate(file, body));
    }

    @POST
    @Path("/reopening")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "reopenCase", summary = "终止认定后凭新证据重启核实 · Reopen an unresolved case on new evidence")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "已重启 · reopened")
    public Response reopen(@PathParam("id") UUID id, ReopenCase body) {
        return writes.act(body, () -> desk.authorised(id, TermAct.REOPENING), file -> {
            deferring.reopen(file, body);
            return Outcome.ok(desk.view(file), file.stateVersion());
        });
    }

    private Response act(UUID id, TermAct act, Object body, Function<CaseFile, Deferral> does) {
        return writes.act(
                body,
                () -> desk.authorised(id, act),
                file -> Outcome.ok(view(file, does.apply(file)), file.stateVersion()));
    }

    private DeferralView view(CaseFile file, Deferral deferral) {
        return DeferralView.of(List.of(deferral), deferrals.renewals(file.id()), persons)
                .get(0);
    }

    private List<DeadlineView> views(List<Deadline> shown) {
        return DeadlineView.of(shown, persons, calendars.current(), Clocks.today(clock));
    }
}
