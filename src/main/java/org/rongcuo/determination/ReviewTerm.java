package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.Term;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * Until when a review may be asked for. Neither a public notice, or the decision to forgo it, nor the registration comes before
 * the term is over for every subject: lapsed, waived, or used and its decision delivered.
 */
@ApplicationScoped
class ReviewTerm implements ActGate {
    private static final Set<String> AFTER_REVIEW = Set.of("public-notices", "notice-waiver", "registration");

    private static final ActView.Reason REVIEW_OPEN =
            new ActView.Reason("review-open", new Text("尚有复议未决定", "A review is not decided yet"));
    private static final ActView.Reason DELIVERY_OPEN = new ActView.Reason(
            "review-delivery-open",
            new Text("复议决定尚未送达当事人", "The decision of a review is not delivered to its subject yet"));
    private static final ActView.Reason TERM_OPEN = new ActView.Reason(
            "review-term-open",
            new Text("当事人申请复议的期限尚未届满,也未放弃", "A subject may still ask for a review and has not waived it"));

    private final CaseDesk desk;
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final FeedbackReceipts receipts;
    private final InternalReviews reviews;
    private final ReviewWaivers waivers;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Clock clock;

    ReviewTerm(
            CaseDesk desk,
            Determinations determinations,
            Feedbacks feedbacks,
            FeedbackReceipts receipts,
            InternalReviews reviews,
            ReviewWaivers waivers,
            Deadlines deadlines,
            Calendars calendars,
            Clock clock) {
        this.desk = desk;
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.receipts = receipts;
        this.reviews = reviews;
        this.waivers = waivers;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Where the right to ask for the review of a determination stands. */
    enum State {
        /** The subject has not been told yet. */
        NOT_DELIVERED,
        OPEN,
        LAPSED,
        WAIVED,
        UNDER_REVIEW,
        DECIDED;

        boolean isOver() {
            return this == LAPSED || this == WAIVED || this == DECIDED;
        }
    }

    State state(Determination standing) {
        if (standing.origin() == DeterminationOrigin.REVIEW) {
            return State.DECIDED;
        }
        var review = reviews.about(standing.id());
        if (review.isPresent()) {
            return review.get().isOpen() ? State.UNDER_REVIEW : State.DECIDED;
        }
        if (waivers.about(standing.id()).isPresent()) {
            return State.WAIVED;
        }
        return feedbacks
                .about(standing.id())
                .map(given -> lastDay(standing, given)
                        .filter(this::isOver)
                        .map(day -> State.LAPSED)
                        .orElse(State.OPEN))
                .orElse(State.NOT_DELIVERED);
    }

    /**
     * The last day on which the review of a determination may be asked for; empty while the subject was not told, or nothing
     * shows that the paper was received.
     */
    Optional<LocalDate> lastDay(Determination determination) {
        return feedbacks.about(determination.id()).flatMap(given -> lastDay(determination, given));
    }

    private Optional<LocalDate> lastDay(Determination determination, Feedback given) {
        return receivedOn(given).map(received -> lastDay(determination.caseId(), determination.subjectId(), received));
    }

    /**
     * 自收到之日起: the day of the receipt. What was handed over in person without one is received when that is put on record;
     * what was sent, passed on or transmitted is not received before its receipt came back.
     */
    private Optional<LocalDate> receivedOn(Feedback given) {
        return receipts.of(given.id())
                .map(FeedbackReceipt::receivedOn)
                .or(() -> given.method() == DeliveryMethod.IN_PERSON
                        ? Optional.of(Clocks.dateOf(given.givenAt()))
                        : Optional.empty());
    }

    /**
     * The last day on which the review of a refusal may be asked for; empty when it is not on record when it was refused. It
     * runs from the refusal, since no delivery of one is recorded.
     */
    Optional<LocalDate> lastDayOfRefusal(UUID caseId) {
        return desk.refusedAt(caseId).map(Clocks::dateOf).map(day -> lastDay(caseId, null, day));
    }

    /** As the book's term runs, else one month from the receipt; what ran before that day is another term. */
    private LocalDate lastDay(UUID caseId, UUID subject, LocalDate received) {
        return deadlines.of(caseId).stream()
                .filter(deadline -> deadline.step() == Step.REVIEW_APPLICATION
                        && Objects.equals(deadline.reference(), subject)
                        && !deadline.startedOn().isBefore(received)
                        && deadline.limitOn() != null)
                .reduce((earlier, later) -> later)
                .map(Deadline::limitOn)
                .orElseGet(() -> Term.OF_REVIEW.end(received, calendars.current()));
    }

    /**
     * A feedback was given: the term begins with its receipt, anew with each. While that has not come back the deadline is
     * reckoned from the delivery, so that the registration has its term; the right to a review does not lapse by it.
     */
    void delivered(Feedback feedback) {
        deadlines.drop(feedback.caseId(), Step.REVIEW_APPLICATION, feedback.subjectId());
        deadlines.begin(
                feedback.caseId(),
                Step.REVIEW_APPLICATION,
                feedback.subjectId(),
                receivedOn(feedback).orElse(feedback.deliveredOn()));
    }

    /** The paper was received later than the term was reckoned from: it runs from then, if it still runs. */
    void received(Feedback feedback, LocalDate receivedOn) {
        var standing = determinations.standingOf(feedback.subjectId());
        if (standing.isEmpty() || !standing.get().id().equals(feedback.determinationId())) {
            return;
        }
        var running = deadlines.running(feedback.caseId(), Step.REVIEW_APPLICATION, feedback.subjectId());
        if (running.isPresent() && receivedOn.isAfter(running.get().startedOn())) {
            deadlines.drop(feedback.caseId(), Step.REVIEW_APPLICATION, feedback.subjectId());
            deadlines.begin(feedback.caseId(), Step.REVIEW_APPLICATION, feedback.subjectId(), receivedOn);
        }
    }

    boolean isOver(LocalDate lastDay) {
        return Clocks.today(clock).isAfter(lastDay);
    }

    /** Whether no review is open and none can be asked for any more. */
    public boolean isOver(UUID caseId) {
        return against(caseId).isEmpty();
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        return AFTER_REVIEW.contains(act.noun()) ? against(file.id()) : Optional.empty();
    }

    private Optional<ActView.Reason> against(UUID caseId) {
        if (reviews.anyOpen(caseId)) {
            return Optional.of(REVIEW_OPEN);
        }
        if (reviews.of(caseId).stream().anyMatch(review -> !review.ofRefusal() && !review.isDelivered())) {
            return Optional.of(DELIVERY_OPEN);
        }
        var standing = determinations.standing(caseId);
        var over = standing.size() == desk.subjects(caseId).size()
                && standing.stream().allMatch(made -> state(made).isOver());
        return over ? Optional.empty() : Optional.of(TERM_OPEN);
    }
}
