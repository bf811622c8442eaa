package org.rongcuo.publication;

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
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Caller;
import org.rongcuo.publication.NoticeView.Receipt;
import org.rongcuo.publication.PublicationRequests.RaiseObjection;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.RateLimit;
import org.rongcuo.shared.Writes;

/** What hangs on the board: each sees what is meant for its audience, as long as the term lasts. */
@Path("/api/v1/public-notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PublicNoticeResource {
    private final PublicNotices notices;
    private final ObjectionService objections;
    private final RateLimit rateLimit;
    private final Caller caller;
    private final CurrentActor actor;
    private final Writes writes;
    private final Clock clock;

    PublicNoticeResource(
            PublicNotices notices,
            ObjectionService objections,
            RateLimit rateLimit,
            Caller caller,
            CurrentActor actor,
            Writes writes,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.rateLimit = rateLimit;
        this.caller = caller;
        this.actor = actor;
        this.writes = writes;
        this.clock = clock;
    }

    @GET
    @Anonymous
    @Operation(
            operationId = "listNotices",
            summary = "正在公示 · The notices that run",
            description = "未登录只见向社会公示的;期满即不再显示 · without login those for the public; gone when the term ends")
    public Page<NoticeView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "行政区划代码 · jurisdiction code") @QueryParam("jurisdiction") String jurisdiction) {
        limit("public-notices");
        var rows = notices.page(jurisdiction, page.after(UUID::fromString), page.limit());
        return page.page(rows, notice -> notice.id().toString(), NoticeView::of, notices.counted(jurisdiction));
    }

    @GET
    @Path("/{noticeId}")
    @Anonymous
    @Operation(operationId = "getNotice", summary = "一则公示 · A notice that runs")
    public NoticeView get(@PathParam("noticeId") UUID noticeId) {
        limit("public-notices");
        return NoticeView.of(notices.shown(noticeId));
    }

    @POST
    @Path("/{noticeId}/objections")
    @Anonymous
    @Operation(
            operationId = "raiseObjection",
            summary = "对公示提出异议,署名与否均可 · Object to a notice, with or without name",
            description = "姓名、联系方式和登录身份密封保存;凭回执号查询答复,回执号只告知这一次"
                    + " · name, contact and login are kept sealed; the receipt is told once and opens the answer")
    @APIResponseSchema(value = Receipt.class, responseCode = "201", responseDescription = "已收到 · received")
    public Response object(@PathParam("noticeId") UUID noticeId, RaiseObjection body) {
        limit("objection");
        return writes.anybody(body, () -> objections.locked(noticeId), notice -> {
            var code = objections.raise(notice, body).code();
            return Outcome.created(new Receipt(code, Instant.now(clock)), "/api/v1/objections/" + code);
        });
    }

    private void limit(String kind) {
        if (actor.find().isEmpty()) {
            rateLimit.take(kind, caller.address());
        }
    }
}
