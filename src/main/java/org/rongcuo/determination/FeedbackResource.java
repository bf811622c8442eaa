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
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.determination.FeedbackView.RemediesView;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class FeedbackResource {
    private final CaseDesk desk;
    private final Feedbacks feedbacks;
    private final FeedbackReceipts receipts;
    private final FeedbackService service;
    private final Persons persons;
    private final Writes writes;

    FeedbackResource(
            CaseDesk desk,
            Feedbacks feedbacks,
            FeedbackReceipts receipts,
            FeedbackService service,
            Persons persons,
            Writes writes) {
        this.desk = desk;
        this.feedbacks = feedbacks;
        this.receipts = receipts;
        this.service = service;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(operationId = "listFeedback", summary = "反馈 · What the subjects were told")
    public List<FeedbackView> feedback(@PathParam("id") UUID id) {
        var reader = desk.reader(desk.visible(id));
        return FeedbackView.of(
                feedbacks.of(id).stream()
                        .filter(given -> reader.receives(given.subjectId()))
                        .toList(),
                receipts,
                persons);
    }

    @GET
    @Path("/remedies")
    @Allowed
    @Operation(
            operationId = "listRemedies",
            summary = "各当事人的法定救济途径,供反馈时告知 · The statutory remedies of each subject, to be told with the feedback")
    public List<RemediesView> remedies(@PathParam("id") UUID id) {
        var reader = desk.reader(desk.visible(id));
        return desk.subjects(id).stream()
                .filter(subject -> reader.receives(subject.id()))
                .map(RemediesView::of)
                .toList();
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "giveFeedback", summary = "向当事人书面反馈 · Tell a subject in writing")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "201", responseDescription = "已反馈 · told")
    public Response feedBack(@PathParam("id") UUID id, GiveFeedback body) {
        return writes.act(
                body,
                () -> desk.authorised(id, DeterminationAct.FEEDBACK),
                file -> Outcome.created(
                        view(service.feedBack(file, body)), "/api/v1/cases/" + id + "/feedback", file.stateVersion()));
    }

    @POST
    @Path("/{feedbackId}/receipt")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "recordReceipt", summary = "登记送达回证 · Record the receipt of a feedback")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "200", responseDescription = "已登记 · recorded")
    public Response receive(@PathParam("id") UUID id, @PathParam("feedbackId") UUID feedbackId, RecordReceipt body) {
        return writes.act(
                body,
                () -> desk.authorised(id, OutcomeAct.RECEIPT),
                file -> Outcome.ok(
                        view(service.receive(file, feedbacks.of(id, feedbackId), body)), file.stateVersion()));
    }

    private FeedbackView view(Feedback feedback) {
        return FeedbackView.of(List.of(feedback), receipts, persons).get(0);
    }
}
