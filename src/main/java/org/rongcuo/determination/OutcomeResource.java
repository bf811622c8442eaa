package org.rongcuo.determination;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.determination.OutcomeRequests.RecordAdoption;
import org.rongcuo.determination.OutcomeRequests.ReferMatter;
import org.rongcuo.determination.OutcomeRequests.TellAccountabilityOrgan;
import org.rongcuo.determination.OutcomeViews.NoticeView;
import org.rongcuo.determination.OutcomeViews.ReferralView;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OutcomeResource {
    private final CaseDesk desk;
    private final CaseAccess access;
    private final AccountabilityNotices notices;
    private final Referrals referrals;
    private final OutcomeService service;
    private final Persons persons;
    private final Writes writes;

    OutcomeResource(
            CaseDesk desk,
            CaseAccess access,
            AccountabilityNotices notices,
            Referrals referrals,
            OutcomeService service,
            Persons persons,
            Writes writes) {
        this.desk = desk;
        this.access = access;
        this.notices = notices;
        this.referrals = referrals;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Path("/accountability-notices")
    @Allowed
    @Operation(
            operationId = "listAccountabilityNotices",
            summary = "告知问责机关及其答复 · What the accountability organ was told and answered")
    public List<NoticeView> notices(@PathParam("id") UUID id) {
        return NoticeView.of(notices.of(desk.visible(id).id()), persons);
    }

    @POST
    @Path("/accountability-notices")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "tellAccountabilityOrgan",
            summary = "告知问责机关认定结果 · Tell the accountability organ of the determinations")
    @APIResponseSchema(value = NoticeView.class, responseCode = "201", responseDescription = "已告知 · told")
    public Response tell(@PathParam("id") UUID id, TellAccountabilityOrgan body) {
        return writes.act(
                body,
                () -> desk.authorised(id, OutcomeAct.ACCOUNTABILITY_NOTICES),
                file -> Outcome.created(
                        NoticeView.of(List.of(service.tell(file, body)), persons)
                                .get(0),
                        "/api/v1/cases/" + id + "/accountability-notices",
                        file.stateVersion()));
    }

    @POST
    @Path("/accountability-notices/{noticeId}/adoption")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "recordAdoption",
            summary = "登记问责机关是否采纳 · Record whether the accountability organ adopts the determinations")
    @APIResponseSchema(value = NoticeView.class, responseCode = "200", responseDescription = "已登记 · recorded")
    public Response adopt(@PathParam("id") UUID id, @PathParam("noticeId") UUID noticeId, RecordAdoption body) {
        return writes.act(
                body,
                () -> desk.authorised(id, OutcomeAct.ADOPTION),
                file -> Outcome.ok(
                        NoticeView.of(List.of(service.adopt(file, noticeId, body)), persons)
                                .get(0),
                        file.stateVersion()));
    }

    @GET
    @Path("/referrals")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.INSPECTOR})
    @Operation(
            operationId = "listReferrals",
            summary = "移送;当事人和申请人不得查看 · The referrals; unseen by subjects and applicant")
    public List<ReferralView> referrals(@PathParam("id") UUID id) {
        access.requireVisibleAs(id, Role.HANDLER, Role.ORGANISATION, Role.DECIDER, Role.INSPECTOR);
        var file = desk.visible(id);
        desk.requireUnconcerned(file);
        return ReferralView.of(referrals.of(file.id()), persons);
    }

    @POST
    @Path("/referrals")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(
            operationId = "referMatter",
            summary = "移送涉嫌违纪违法问题;移送本身不是不利结果 · Refer a suspected violation; by itself no adverse outcome")
    @APIResponseSchema(value = ReferralView.class, responseCode = "201", responseDescription = "已移送 · referred")
    public Response refer(@PathParam("id") UUID id, ReferMatter body) {
        return writes.act(
                body,
                () -> desk.authorised(id, OutcomeAct.REFERRALS),
                file -> Outcome.created(
                        ReferralView.of(List.of(service.refer(file, body)), persons)
                                .get(0),
                        "/api/v1/cases/" + id + "/referrals",
                        file.stateVersion()));
    }
}
