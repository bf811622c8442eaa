package org.rongcuo.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Text;

/** What is told of internal reviews. */
final class ReviewViews {
    private ReviewViews() {}

    /** The reviews of a case, and until when others may be asked for. */
    @Schema(name = "InternalReviews")
    record Reviews(List<ReviewView> reviews, List<TermView> terms) {}

    /**
     * Until when the review of a determination may be asked for.
     *
     * @param lastDay null while the subject was not told, or nothing shows that it received what it was sent
     */
    @Schema(name = "ReviewTerm")
    record TermView(
            UUID subject,
            UUID determination,
            ReviewTerm.State state,
            @Nullable LocalDate lastDay) {}

    /**
     * A review.
     *
     * @param subject null for the review of a refusal, as is the determination
     * @param decision null while it is open, and for whom it concerns until it is delivered
     * @param delivery null while the decision is not delivered
     */
    @Schema(name = "InternalReview")
    record ReviewView(
            UUID id,
            @Nullable UUID subject,
            @Nullable UUID determination,
            String grounds,
            PersonRef requestedBy,
            Instant requestedAt,
            @Nullable DecisionView decision,
            @Nullable DeliveryView delivery) {
        /** @param decided of which reviews the decision is told */
        static List<ReviewView> of(List<InternalReview> reviews, Persons persons, Predicate<InternalReview> decided) {
            var refs = persons.refs(reviews.stream()
                    .flatMap(review -> review.isOpen()
                            ? Stream.of(review.requestedBy())
                            : Stream.of(review.requestedBy(), review.decidedBy())));
            return reviews.stream()
                    .map(review -> of(review, refs, !review.isOpen() && decided.test(review)))
                    .toList();
        }

        private static ReviewView of(InternalReview review, Map<UUID, PersonRef> refs, boolean decided) {
            return new ReviewView(
                    review.id(),
                    review.subjectId(),
                    review.determinationId(),
                    review.grounds(),
                    refs.get(review.requestedBy()),
                    review.requestedAt(),
                    !decided
                            ? null
                            : new DecisionView(
                                    review.result(),
                                    review.result().label(),
                                    review.reasons(),
                                    new DeterminationView.Meeting(review.meetingTitle(), review.meetingOn()),
                                    review.newDeterminationId(),
                                    refs.get(review.decidedBy()),
                                    review.decidedAt()),
                    review.deliveredOn() == null
                            ? null
                            : new DeliveryView(review.deliveredOn(), review.deliveryMethod(), review.receipt()));
        }
    }

    /** @param newDetermination the one in the original's place; null when it stands, and of a refusal */
    @Schema(name = "ReviewDecision")
    record DecisionView(
            ReviewResult result,
            Text resultLabel,
            String reasons,
            DeterminationView.Meeting meeting,
            @Nullable UUID newDetermination,
            PersonRef decidedBy,
            Instant decidedAt) {}

    /** @param receipt null when none came back */
    @Schema(name = "ReviewDelivery")
    record DeliveryView(
            LocalDate deliveredOn,
            DeliveryMethod method,
            @Nullable ReceiptView receipt) {}

    /** A review given up. @param statement null when none was made */
    record WaiverView(UUID determination, @Nullable String statement, UUID waivedBy, Instant waivedAt) {
        static WaiverView of(ReviewWaiver waiver) {
            return new WaiverView(waiver.determinationId(), waiver.statement(), waiver.waivedBy(), waiver.waivedAt());
        }
    }
}
