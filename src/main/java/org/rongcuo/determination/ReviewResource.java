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
import org.rongcuo.cases.EvaluationRecordView;
import org.rongcuo.determination.ReviewRequests.DecideReview;
import org.rongcuo.determination.ReviewRequests.DeliverReview;
import org.rongcuo.determination.ReviewRequests.EvaluateForReview;
import org.rongcuo.determination.ReviewRequests.RequestReview;
import org.rongcuo.determination.ReviewRequests.WaiveReview;
import org.rongcuo.determination.ReviewViews.ReviewView;
import org.rongcuo.determination.ReviewViews.Reviews;
import org.rongcuo.determination.ReviewViews.TermView;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Writes;

@Path("/api/v1/cases/{id}/internal-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReviewResource {
    private final CaseDesk desk;
    private final Determinations determinations;
    private final InternalReviews reviews;
    private final ReviewTerm term;
    private final ReviewService service;
    private final ReviewDecisions decisions;
    private final Persons persons;
    private final Writes writes;

    ReviewResource(
            CaseDesk desk,
            Determinations determinations,
            InternalReviews reviews,
            ReviewTerm term,
            ReviewService service,
            ReviewDecisions decisions,
            Persons persons,
            Writes writes) {
        this.desk = desk;
        this.determinations = determinations;
        this.reviews = reviews;
        this.term = term;
        this.service = service;
        this.decisions = decisions;
        this.persons = persons;
        this.writes = writes;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listInternalReviews",
            summary = "复议,及各认定申请复议的期限 · The internal reviews, and until when others may be asked for")
    public Reviews list(@PathParam("id") UUID id) {
        var file = desk.visible(id);
        var reader = desk.reader(file);
        var told = desk.told(id);
        return new Reviews(
                ReviewView.of(
                        reviews.of(file.id()).stream()
                                .filter(review -> reader.receives(review.subjectId()))
                                .toList(),
                        persons,
                        review -> reader.readsOutcome(review.subjectId(), review.isDelivered())),
                determinations.standing(file.id()).stream()
                        .filter(made -> reader.readsOutcome(made.subjectId(), told.contains(made.id())))
                        .map(this::term)
                        .toList());
    }

    private TermView term(Determination made) {
        return new TermView(
                made.subjectId(),
                made.id(),
                term.state(made),
                term.lastDay(made).orElse(null));
    }

    @POST
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(
            operationId = "requestReview",
            summary = "申请复议(对认定,或对不予受理) · Ask for an internal review of a determination, or of a refusal",
            description = "每项认定、每名当事人一次;不是行政复议 · once per determination and subject; it is not 行政复议")
    @APIResponseSchema(value = ReviewView.class, responseCode = "201", responseDescription = "已申请 · asked for")
    public Response request(@PathParam("id") UUID id, RequestReview body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ReviewAct.INTERNAL_REVIEWS),
                file -> Outcome.created(
                        view(service.request(file, body)),
                        "/api/v1/cases/" + id + "/internal-reviews",
                        file.stateVersion()));
    }

    @POST
    @Path("/waivers")
    @Allowed(Role.APPLICANT)
    @IfMatch
    @Operation(operationId = "waiveReview", summary = "放弃复议 · Waive the internal review")
    @APIResponseSchema(value = TermView.class, responseCode = "201", responseDescription = "已放弃 · waived")
    public Response waive(@PathParam("id") UUID id, WaiveReview body) {
        return writes.act(body, () -> desk.authorised(id, ReviewAct.WAIVERS), file -> {
            var waiver = service.waive(file, body);
            return Outcome.created(
                    term(determinations.findById(waiver.determinationId())),
                    "/api/v1/cases/" + id + "/internal-reviews",
                    file.stateVersion());
        });
    }

    @POST
    @Path("/{reviewId}/evaluations")
    @Allowed(Role.DECIDER)
    @IfMatch
    @Operation(
            operationId = "evaluateForReview",
            summary = "按原认定所依版本重新评估 · Evaluate again by the versions the case was decided by")
    @APIResponseSchema(
            value = EvaluationRecordView.class,
            responseCode = "201",
            responseDescription = "已评估 · evaluated")
    public Response evaluate(@PathParam("id") UUID id, @PathParam("reviewId") UUID reviewId, EvaluateForReview body) {
        return writes.act(body, () -> desk.authorised(id, ReviewAct.EVALUATIONS), file -> {
            var record = service.evaluate(file, reviewId, body);
            return Outcome.created(
                    EvaluationRecordView.of(List.of(record), persons).get(0),
                    "/api/v1/cases/" + id + "/checklists/" + record.subjectRef() + "/evaluations/" + record.id(),
                    file.stateVersion());
        });
    }

    @POST
    @Path("/{reviewId}/decision")
    @Allowed(Role.DECIDER)
    @IfMatch
    @Operation(
            operationId = "decideReview",
            summary = "作出复议决定,不得加重 · Decide the review, never heavier",
            description = "由未参与承办、核实、会商表决和认定的人员决定 · by a decider who took no part in the case")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "已决定 · decided")
    public Response decide(@PathParam("id") UUID id, @PathParam("reviewId") UUID reviewId, DecideReview body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ReviewAct.DECISION),
                file -> Outcome.ok(view(decisions.decide(file, reviewId, body)), file.stateVersion()));
    }

    @POST
    @Path("/{reviewId}/delivery")
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.DECIDER})
    @IfMatch
    @Operation(operationId = "deliverReview", summary = "登记复议决定的送达 · Record the delivery of the review decision")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "已登记 · recorded")
    public Response deliver(@PathParam("id") UUID id, @PathParam("reviewId") UUID reviewId, DeliverReview body) {
        return writes.act(
                body,
                () -> desk.authorised(id, ReviewAct.DELIVERY),
                file -> Outcome.ok(view(service.deliver(file, reviewId, body)), file.stateVersion()));
    }

    private ReviewView view(InternalReview review) {
        return ReviewView.of(List.of(review), persons, any -> true).get(0);
    }
}
