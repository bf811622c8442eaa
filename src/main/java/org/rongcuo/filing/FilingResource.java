package org.rongcuo.filing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.filing.FilingRequests.EvaluateFiling;
import org.rongcuo.filing.FilingRequests.GiveFilingFeedback;
import org.rongcuo.filing.FilingRequests.WithdrawFiling;
import org.rongcuo.shared.ETagged;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/filing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class FilingResource {
    private final FilingService filings;
    private final CaseDesk desk;
    private final Writes writes;

    FilingResource(FilingService filings, CaseDesk desk, Writes writes) {
        this.filings = filings;
        this.desk = desk;
        this.writes = writes;
    }

    private Response act(UUID id, FilingAct act, Object body, Function<CaseFile, FilingView> does) {
        return writes.act(body, () -> desk.authorised(id, act), file -> {
            var view = does.apply(file);
            return Outcome.ok(view, view.stateVersion());
        });
    }

    @GET
    @Allowed
    @ETagged
    @Operation(
            operationId = "getFiling",
            summary = "事前报备的内容、所缺与反馈 · A prior filing: what it says, what it lacks, and its feedback")
    @APIResponseSchema(value = FilingView.class, responseCode = "200", responseDescription = "报备 · the filing")
    public Response get(@PathParam("id") UUID id) {
        var view = filings.view(filings.visible(id));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, StateVersion.etag(view.stateVersion()))
                .build();
    }

    @PUT
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(
            operationId = "writeFiling",
            summary = "填写报备,草稿可缺项 · Write the filing; a draft may lack parts",
            description = "整体替换 · replaces what was written before")
    @APIResponseSchema(value = FilingView.class, responseCode = "200", responseDescription = "已填写 · written")
    public Response write(@PathParam("id") UUID id, FilingContent body) {
        return act(id, FilingAct.CONTENT, body, file -> filings.write(file, body));
    }

    @POST
    @Path("/submission")
    @Consumes(MediaType.WILDCARD)
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "submitFiling", summary = "提交报备,取得案号 · Submit the filing; it gets its number")
    @APIResponseSchema(value = FilingView.class, responseCode = "200", responseDescription = "已提交 · submitted")
    public Response submit(@PathParam("id") UUID id) {
        return act(id, FilingAct.SUBMISSION, Writes.NO_BODY, filings::submit);
    }

    @POST
    @Path("/withdrawal")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "withdrawFiling", summary = "反馈前撤回报备 · Withdraw the filing before its feedback")
    @APIResponseSchema(value = FilingView.class, responseCode = "200", responseDescription = "已撤回 · withdrawn")
    public Response withdraw(@PathParam("id") UUID id, WithdrawFiling body) {
        return act(id, FilingAct.WITHDRAWAL, body, file -> filings.withdraw(file, body.reasons()));
    }

    @POST
    @Path("/feedback")
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @IfMatch
    @Operation(
            operationId = "answerFiling",
            summary = "报备反馈:予以报备、退回或提出建议 · Answer the filing: accept, return or advise",
            description =
                    "三重一大事项须先经协调小组会商,与会商意见不一致须说明理由,会商决定不得违背 · major matters pass the coordination group first; the answer departs from its advice with reasons only, and from its decision not at all")
    @APIResponseSchema(value = FilingView.class, responseCode = "200", responseDescription = "已反馈 · answered")
    public Response feedback(@PathParam("id") UUID id, GiveFilingFeedback body) {
        return act(id, FilingAct.FEEDBACK, body, file -> filings.giveFeedback(file, body));
    }

    @GET
    @Path("/evaluations")
    @Allowed
    @Operation(operationId = "listFilingEvaluations", summary = "事前评估,最近在前 · Evaluations in advance, the latest first")
    public List<FilingView.Evaluation> evaluations(@PathParam("id") UUID id) {
        return filings.evaluations(filings.visible(id));
    }

    @POST
    @Path("/evaluations")
    @Allowed({Role.APPLICANT, Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "evaluateFiling",
            summary = "事前评估问责风险,不是认定 · Evaluate the risk of being held to account, in advance; no determination")
    @APIResponseSchema(
            value = FilingView.Evaluation.class,
            responseCode = "201",
            responseDescription = "已评估 · evaluated")
    public Response evaluate(@PathParam("id") UUID id, EvaluateFiling body) {
        return writes.note(
                body,
                () -> desk.authorised(id, FilingAct.EVALUATION),
                file -> Outcome.created(filings.evaluate(file, body), "/api/v1/cases/" + id + "/filing/evaluations"));
    }
}
