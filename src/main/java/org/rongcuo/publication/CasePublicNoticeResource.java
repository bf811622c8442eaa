package org.rongcuo.publication;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.publication.NoticeView.Kept;
import org.rongcuo.publication.PublicationRequests.PublishNotice;
import org.rongcuo.publication.PublicationRequests.WaiveNotice;
import org.rongcuo.publication.PublicationRequests.WithdrawNotice;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

/** The public notices of a case, as its office makes them and its record keeps them. */
@Path("/api/v1/cases/{id}/public-notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CasePublicNoticeResource {
    private final PublicNoticeService service;
    private final PublicNotices notices;
    private final CaseDesk desk;
    private final Persons persons;
    private final Writes writes;
    private final Clock clock;

    CasePublicNoticeResource(
            PublicNoticeService service,
            PublicNotices notices,
            CaseDesk desk,
            Persons persons,
            Writes writes,
            Clock clock) {
        this.service = service;
        this.notices = notices;
        this.desk = desk;
        this.persons = persons;
        this.writes = writes;
        this.clock = clock;
    }

    private Kept kept(PublicNotice notice) {
        return Kept.of(List.of(notice), persons, Clocks.today(clock)).get(0);
    }

    @GET
    @Allowed
    @Operation(operationId = "listCaseNotices", summary = "本案历次公示 · The case's public notices, past ones too")
    public List<Kept> list(@PathParam("id") UUID id) {
        return Kept.of(notices.of(desk.visible(id).id()), persons, Clocks.today(clock));
    }

    @GET
    @Path("/preview")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @Operation(
            operationId = "previewNotice",
            summary = "公示预览:范围、天数、去名后的底稿 · What a notice would show, redacted, to whom and how long")
    public NoticePreview preview(@PathParam("id") UUID id) {
        return service.preview(desk.visible(id));
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "publishNotice",
            summary = "公示认定结果 · Publish the outcome",
            description = "范围不得宽于办法所定,更窄应说明理由;天数由办法规定"
                    + " · never wider than the book, narrower with reasons; the book sets the days")
    @APIResponseSchema(value = Kept.class, responseCode = "201", responseDescription = "已公示 · published")
    public Response publish(@PathParam("id") UUID id, PublishNotice body) {
        return writes.act(body, () -> desk.authorised(id, PublicationAct.PUBLIC_NOTICES), file -> {
            var notice = service.publish(file, body);
            return Outcome.created(kept(notice), "/api/v1/public-notices/" + notice.id(), file.stateVersion());
        });
    }

    @POST
    @Path("/waiver")
    @Allowed(Role.DECIDER)
    @IfMatch
    @Operation(operationId = "waiveNotice", summary = "决定不公示,说明理由 · Forgo the notice that the book wants, with reasons")
    @APIResponseSchema(value = Kept.class, responseCode = "201", responseDescription = "已决定不公示 · forgone")
    public Response waive(@PathParam("id") UUID id, WaiveNotice body) {
        return writes.act(body, () -> desk.authorised(id, PublicationAct.NOTICE_WAIVER), file -> {
            var notice = service.waive(file, body);
            return Outcome.created(kept(notice), "/api/v1/cases/" + id + "/public-notices", file.stateVersion());
        });
    }

    @POST
    @Path("/{noticeId}/withdrawal")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(operationId = "withdrawNotice", summary = "撤下公示 · Take the notice down")
    @APIResponseSchema(value = Kept.class, responseCode = "200", responseDescription = "已撤下 · taken down")
    public Response withdraw(@PathParam("id") UUID id, @PathParam("noticeId") UUID noticeId, WithdrawNotice body) {
        return writes.act(
                body,
                () -> desk.authorised(id, PublicationAct.NOTICE_WITHDRAWAL),
                file -> Outcome.ok(kept(service.withdraw(file, noticeId, body)), file.stateVersion()));
    }
}
