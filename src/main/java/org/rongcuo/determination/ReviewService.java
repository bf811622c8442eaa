package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Start;
import org.rongcuo.determination.ReviewRequests.DeliverReview;
import org.rongcuo.determination.ReviewRequests.EvaluateForReview;
import org.rongcuo.determination.ReviewRequests.RequestReview;
import org.rongcuo.determination.ReviewRequests.WaiveReview;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** 复议 from its request to its delivery; {@link ReviewDecisions} decides it. */
@ApplicationScoped
class ReviewService implements ActSource {
    private static final ActView.Reason NOT_THE_APPLICANT = new ActView.Reason(
            "not-the-applicant", new Text("对不予受理申请复议的,限申请人本人", "Only the applicant asks for the review of a refusal"));
    private static final ActView.Reason NO_OWN_DETERMINATION = new ActView.Reason(
            "no-own-determination", new Text("本案没有对您作出的认定", "The case has no determination of yours"));
    private static final ActView.Reason ALREADY_REVIEWED =
            new ActView.Reason("already-reviewed", new Text("已申请过复议,复议以一次为限", "It was reviewed; once only"));
    private static final ActView.Reason WAIVED =
            new ActView.Reason("review-waived", new Text("已放弃复议", "The review was waived"));
    private static final ActView.Reason LAPSED =
            new ActView.Reason("review-term-lapsed", new Text("申请复议的期限已届满", "The term for a review is over"));
    private static final ActView.Reason NO_OPEN_REVIEW =
            new ActView.Reason("no-open-review", new Text("没有待决定的复议", "No review awaits its decision"));
    private static final ActView.Reason NOT_DECIDED = new ActView.Reason(
            "no-undelivered-decision", new Text("没有待送达的复议决定", "No review decision awaits its delivery"));

    private final CaseDesk desk;
    private final Determinations determinations;
    private final Deadlines deadlines;
    private final InternalReviews reviews;
    private final ReviewWaivers waivers;
    private final ReviewTerm term;
    private final EvaluationService evaluations;
    private final EvaluationRecords records;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ReviewService(
            CaseDesk desk,
            Determinations determinations,
            Deadlines deadlines,
            InternalReviews reviews,
            ReviewWaivers waivers,
            ReviewTerm term,
            EvaluationService evaluations,
            EvaluationRecords records,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.desk = desk;
        this.determinations = determinations;
        this.deadlines = deadlines;
        this.reviews = reviews;
        this.waivers = waivers;
        this.term = term;
        this.evaluations = evaluations;
        this.records = records;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, ReviewAct.values(), this::impossible);
    }

    private Optional<ActView.Reason> impossible(CaseFile file, ReviewAct act) {
        var all = reviews.of(file.id());
        return switch (act) {
            case INTERNAL_REVIEWS ->
                file.status() == CaseStatus.REFUSED ? againstReviewOfRefusal(file) : againstAll(file);
            case WAIVERS -> againstAll(file);
            case EVALUATIONS, DECISION ->
                all.stream().anyMatch(InternalReview::isOpen) ? Optional.empty() : Optional.of(NO_OPEN_REVIEW);
            case DELIVERY ->
                all.stream().anyMatch(review -> !review.isOpen() && review.deliveredOn() == null)
                        ? Optional.empty()
                        : Optional.of(NOT_DECIDED);
        };
    }

    private Optional<ActView.Reason> againstReviewOfRefusal(CaseFile file) {
        if (!file.applicant().id().equals(actor.get().personId()) || file.start() != Start.APPLICATION) {
            return Optional.of(NOT_THE_APPLICANT);
        }
        if (reviews.ofRefusal(file.id()).isPresent()) {
            return Optional.of(ALREADY_REVIEWED);
        }
        return term.lastDayOfRefusal(file.id()).filter(term::isOver).map(day -> LAPSED);
    }

    /** Why none of the current person's determinations can be reviewed; empty when one can. */
    private Optional<ActView.Reason> againstAll(CaseFile file) {
        var mine = determinations.standing(file.id()).stream()
                .filter(made -> desk.concerns(desk.subject(file.id(), made.subjectId())))
                .toList();
        if (mine.isEmpty()) {
            return Optional.of(NO_OWN_DETERMINATION);
        }
        var against = mine.stream().map(this::against).toList();
        return against.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : against.get(0);
    }

    private Optional<ActView.Reason> against(Determination determination) {
        return switch (term.state(determination)) {
            case OPEN -> Optional.empty();
            case UNDER_REVIEW, DECIDED -> Optional.of(ALREADY_REVIEWED);
            case WAIVED -> Optional.of(WAIVED);
            case LAPSED -> Optional.of(LAPSED);
            case NOT_DELIVERED -> Optional.of(NO_OWN_DETERMINATION);
        };
    }

    private void requirePossible(CaseFile file, ReviewAct act) {
        desk.requirePossible(file, act, Optional.empty());
        impossible(file, act).ifPresent(ReviewService::refuse);
    }

    private static void refuse(ActView.Reason reason) {
        throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, reason.code(), reason.text());
    }

    InternalReview request(CaseFile file, RequestReview wanted) {
        requirePossible(file, ReviewAct.INTERNAL_REVIEWS);
        if (file.status() == CaseStatus.REFUSED) {
            return requestOfRefusal(file, wanted);
        }
        if (wanted.determination() == null) {
            throw Problem.invalid("/determination", "not-null", "必填", "is required");
        }
        var determination = own(file, wanted.determination());
        var review = new InternalReview(
                file.id(), determination, wanted.grounds(), actor.get().personId(), Instant.now(clock));
        var first = file.status() == CaseStatus.NOTIFIED;
        reviews.persist(review);
        events.fire(file.record(
                ReviewAct.INTERNAL_REVIEWS,
                version -> first
                        ? new ExemptionMove.ReviewRequested(
                                file.id(),
                                version,
                                review.id(),
                                review.subjectId(),
                                determination.id(),
                                review.grounds())
                        : new ReviewEvent.FurtherReviewRequested(
                                file.id(),
                                version,
                                review.id(),
                                review.subjectId(),
                                determination.id(),
                                review.grounds())));
        if (!first) {
            // The first moves the case, and with it the clocks.
            deadlines.meet(file.id(), Step.REVIEW_APPLICATION, review.subjectId());
            deadlines.begin(file.id(), Step.REVIEW_DECISION, review.id());
        }
        desk.openAccess(file);
        return review;
    }

    private InternalReview requestOfRefusal(CaseFile file, RequestReview wanted) {
        if (wanted.determination() != null) {
            throw Problem.invalid("/determination", "no-determination", "本案未作认定,不应填写", "There is none; leave it out");
        }
        var review = new InternalReview(
                file.id(), null, wanted.grounds(), actor.get().personId(), Instant.now(clock));
        reviews.persist(review);
        events.fire(file.record(
                ReviewAct.INTERNAL_REVIEWS,
                version ->
                        new ExemptionMove.RefusalReviewRequested(file.id(), version, review.id(), review.grounds())));
        desk.openAccess(file);
        return review;
    }

    ReviewWaiver waive(CaseFile file, WaiveReview wanted) {
        requirePossible(file, ReviewAct.WAIVERS);
        var determination = own(file, wanted.determination());
        var waiver = new ReviewWaiver(
                file.id(), determination.id(), wanted.statement(), actor.get().personId(), Instant.now(clock));
        waivers.persist(waiver);
        events.fire(file.record(
                ReviewAct.WAIVERS,
                version -> new ReviewEvent.ReviewWaived(
                        file.id(), version, determination.subjectId(), determination.id(), wanted.statement())));
        deadlines.meet(file.id(), Step.REVIEW_APPLICATION, determination.subjectId());
        return waiver;
    }

    /** The current person's determination that stands and may still be reviewed. @throws Problem 403, 409, 422 */
    private Determination own(CaseFile file, UUID id) {
        var determination = determinations.standing(file.id()).stream()
                .filter(made -> made.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/determination", "determination-unknown", "本案没有此项有效的认定", "No such determination stands"));
        if (!desk.concerns(desk.subject(file.id(), determination.subjectId()))) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-your-determination",
                    new Text("只能对涉及本人的认定办理", "It is not a determination of yours"));
        }
        against(determination).ifPresent(ReviewService::refuse);
        return determination;
    }

    /** Asks the tables again, by the versions the case was decided by, with facts as the review found them. */
    EvaluationRecord evaluate(CaseFile file, UUID reviewId, EvaluateForReview wanted) {
        var review = reviews.of(file.id(), reviewId);
        requirePossible(file, ReviewAct.EVALUATIONS);
        requireOpen(review);
        var subject = desk.subject(file.id(), review.subjectId());
        var original = determinations.findById(review.determinationId()).evaluation();
        var facts = new TreeMap<>(original.content().facts());
        facts.putAll(wanted.facts());
        var matter = desk.sheet(file, subject.id()).matter();
        var record = records.add(
                file.id(),
                subject.id(),
                matter,
                evaluations.evaluateAsDecided(original, matter, facts),
                actor.get().personId(),
                Instant.now(clock));
        events.fire(file.record(
                ReviewAct.EVALUATIONS,
                version -> new ReviewEvent.ReviewEvaluated(
                        file.id(),
                        version,
                        review.id(),
                        subject.id(),
                        record.id(),
                        record.contentHash(),
                        record.content().recommendation().code().name(),
                        wanted.facts(),
                        wanted.reasons())));
        return record;
    }

    void requireDecidable(CaseFile file, InternalReview review) {
        requirePossible(file, ReviewAct.DECISION);
        requireOpen(review);
    }

    private static void requireOpen(InternalReview review) {
        if (!review.isOpen()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "already-decided", new Text("此复议已决定", "The review is decided"));
        }
    }

    InternalReview deliver(CaseFile file, UUID reviewId, DeliverReview wanted) {
        var review = reviews.of(file.id(), reviewId);
        requirePossible(file, ReviewAct.DELIVERY);
        if (review.isOpen() || review.deliveredOn() != null) {
            refuse(NOT_DECIDED);
        }
        List<Violation> violations = new ArrayList<>();
        var today = Clocks.today(clock);
        if (wanted.deliveredOn().isAfter(today) || wanted.deliveredOn().isBefore(Clocks.dateOf(review.decidedAt()))) {
            violations.add(Violation.at(
                    "/deliveredOn",
                    "delivery-date",
                    "送达日期应在决定之后、今日之前(含当日)",
                    "Delivery lies between the decision and today"));
        }
        RecordReceipt.check(wanted.receipt(), wanted.method(), wanted.deliveredOn(), today, "/receipt", violations);
        Violations.refuse(violations);
        review.deliver(wanted, actor.get().personId(), Instant.now(clock));
        events.fire(file.record(
                ReviewAct.DELIVERY,
                version -> new ReviewEvent.ReviewDelivered(
                        file.id(),
                        version,
                        review.id(),
                        wanted.deliveredOn(),
                        wanted.method().name(),
                        wanted.receipt() == null ? null : wanted.receipt().entry())));
        return review;
    }
}
