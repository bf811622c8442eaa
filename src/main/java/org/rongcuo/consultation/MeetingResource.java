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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.consultation.ConsultationRequests.CallMeeting;
import org.rongcuo.consultation.ConsultationRequests.CastVote;
import org.rongcuo.consultation.ConsultationRequests.ConcludeConsultation;
import org.rongcuo.consultation.ConsultationRequests.RecordAttendance;
import org.rongcuo.consultation.ConsultationRequests.RecuseMember;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Writes;

@Path("/api/v1/consultation-meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MeetingResource {
    private final MeetingService service;
    private final Ballot ballot;
    private final MeetingSight sight;
    private final ConsultationViews views;
    private final Writes writes;

    MeetingResource(MeetingService service, Ballot ballot, MeetingSight sight, ConsultationViews views, Writes writes) {
        this.service = service;
        this.ballot = ballot;
        this.sight = sight;
        this.views = views;
        this.writes = writes;
    }

    private Outcome<MeetingView> outcome(ConsultationMeeting meeting) {
        return Outcome.ok(views.of(meeting), meeting.stateVersion());
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listConsultationMeetings",
            summary = "我能看到的会商会议,最近召集的在前 · The meetings I may see, the latest called first")
    public Page<MeetingView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "协调小组 · the group") @QueryParam("group") UUID group,
            @Parameter(description = "会议日期自(含)· held from") @QueryParam("from") LocalDate from,
            @Parameter(description = "会议日期至(含)· held until") @QueryParam("to") LocalDate to) {
        var filter = new MeetingSight.Filter(group, from, to);
        var rows = sight.page(filter, page.after(UUID::fromString), page.limit());
        return page.page(rows, meeting -> meeting.id().toString(), views::of, sight.counted(filter));
    }

    @POST
    @Allowed(Role.COORDINATOR)
    @ETagged
    @Operation(
            operationId = "callConsultationMeeting",
            summary = "召集会商会议:一事一议或多事一议 · Call a meeting, on one case or several")
    @APIResponseSchema(value = MeetingView.class, responseCode = "201", responseDescription = "已召集 · called")
    public Response call(CallMeeting body) {
        return writes.create(body, () -> service.authoriseCalling(body), () -> {
            var meeting = service.call(body);
            return Outcome.created(
                    views.of(meeting), "/api/v1/consultation-meetings/" + meeting.id(), meeting.stateVersion());
        });
    }

    @GET
    @Path("/{meetingId}")
    @Allowed
    @ETagged
    @Operation(operationId = "getConsultationMeeting", summary = "一次会商会议 · A meeting")
    @APIResponseSchema(value = MeetingView.class, responseCode = "200", responseDescription = "会议 · the meeting")
    public Response get(@PathParam("meetingId") UUID id) {
        var view = views.of(sight.visible(id));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, StateVersion.etag(view.stateVersion()))
                .build();
    }

    @PUT
    @Path("/{meetingId}/attendance")
    @Allowed(Role.COORDINATOR)
    @IfMatch
    @Operation(operationId = "recordAttendance", summary = "记录到会成员 · Record which members are present")
    @APIResponseSchema(value = MeetingView.class, responseCode = "200", responseDescription = "已记录 · recorded")
    public Response attend(@PathParam("meetingId") UUID id, RecordAttendance body) {
        return writes.act(body, () -> service.authorisedLead(id), meeting -> outcome(service.attend(meeting, body)));
    }

    @POST
    @Path("/{meetingId}/recusals")
    @Allowed(Role.COORDINATOR)
    @IfMatch
    @Operation(
            operationId = "recuseMember",
            summary = "成员对一案回避:自行申明或由主持人决定 · A member is recused from a case: declared, or decided by the chair")
    @APIResponseSchema(value = MeetingView.class, responseCode = "200", responseDescription = "已回避 · recused")
    public Response recuse(@PathParam("meetingId") UUID id, RecuseMember body) {
        return writes.act(
                body,
                () -> service.authorisedMember(id, body == null ? null : body.consultation()),
                meeting -> outcome(service.recuse(meeting, body)));
    }

    @GET
    @Path("/{meetingId}/votes")
    @Allowed
    @Operation(
            operationId = "listVotes",
            summary = "表决:谁已投票;内容只向认定机关和主持人开封 · The votes: who voted; what, only for deciders and the chair",
            description = "开封阅看记入案件台账 · that they were opened is entered in the ledger of the case")
    public List<MeetingView.VoteView> votes(@PathParam("meetingId") UUID id) {
        return views.votes(sight.visible(id));
    }

    @POST
    @Path("/{meetingId}/votes")
    @Allowed(Role.COORDINATOR)
    @Operation(operationId = "castVote", summary = "表决,一人一票,内容密封 · Vote, one each; what is voted is sealed")
    @APIResponseSchema(value = MeetingView.VoteView.class, responseCode = "201", responseDescription = "已表决 · voted")
    public Response vote(@PathParam("meetingId") UUID id, CastVote body) {
        return writes.note(
                body,
                () -> service.authorisedMember(id, body == null ? null : body.consultation()),
                meeting -> Outcome.created(
                        views.vote(ballot.cast(meeting, body), false),
                        "/api/v1/consultation-meetings/" + id + "/votes"));
    }

    @POST
    @Path("/{meetingId}/conclusions")
    @Allowed(Role.COORDINATOR)
    @IfMatch
    @Operation(
            operationId = "concludeConsultation",
            summary = "形成会商结论:须达法定人数,并与多数表决一致 · Conclude on a case: with a quorum, as the majority voted")
    @APIResponseSchema(value = MeetingView.class, responseCode = "200", responseDescription = "已形成结论 · concluded")
    public Response conclude(@PathParam("meetingId") UUID id, ConcludeConsultation body) {
        return writes.act(
                body, () -> service.authorisedMember(id, body == null ? null : body.consultation()), meeting -> {
                    ballot.conclude(meeting, body);
                    return outcome(meeting);
                });
    }
}
