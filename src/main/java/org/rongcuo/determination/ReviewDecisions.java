package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.determination.ReviewRequests.DecideReview;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/**
 * 复议决定: the original stands or is changed, never to something heavier, by the versions the case was decided by. The
 * original stays in the record.
 */
@ApplicationScoped
class ReviewDecisions {
    private final ReviewService service;
    private final CaseDesk desk;
    private final Determinations determinations;
    private final InternalReviews reviews;
    private final EvaluationRecords records;
    private final EvaluationService evaluations;
    private final Deadlines deadlines;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ReviewDecisions(
            ReviewService service,
            CaseDesk desk,
            Determinations determinations,
            InternalReviews reviews,
            EvaluationRecords records,
            EvaluationService evaluations,
            Deadlines deadlines,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.service = service;
        this.desk = desk;
        this.determinations = determinations;
        this.reviews = reviews;
        this.records = records;
        this.evaluations = evaluations;
        this.deadlines = deadlines;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    InternalReview decide(CaseFile file, UUID reviewId, DecideReview decision) {
        var review = reviews.of(file.id(), reviewId);
        service.requireDecidable(file, review);
        List<Violation> violations = new ArrayList<>();
        DeterminationService.checkMeeting(
                decision.meeting(), Clocks.dateOf(review.requestedAt()), Clocks.today(clock), violations);
        if (review.ofRefusal() || decision.result() == ReviewResult.UPHELD) {
            if (decision.saysAnOutcome()) {
                violations.add(Violation.at(
                        "/outcome", "no-outcome", "维持原认定或对不予受理的复议,不应填写结果", "Only a change has an outcome"));
            }
            Violations.refuse(violations);
            review.decide(decision, null, actor.get().personId(), Instant.now(clock));
            reviews.flush();
            return review.ofRefusal() ? recordOfRefusal(file, review) : record(file, review, null);
        }
        var made = change(file, review, decision, violations);
        determinations.add(made);
        review.decide(decision, made.id(), actor.get().personId(), Instant.now(clock));
        reviews.flush();
        return record(file, review, made);
    }

    private InternalReview record(CaseFile file, InternalReview review, Determination made) {
        var last = !reviews.anyOpen(file.id());
        var determination = made == null ? null : made.made();
        events.fire(file.record(
                ReviewAct.DECISION,
                version -> last
                        ? new ExemptionMove.LastReviewDecided(
                                file.id(), version, review.id(), review.subjectId(), determination, review.reasons())
                        : new ReviewEvent.ReviewDecided(
                                file.id(), version, review.id(), review.subjectId(), determination, review.reasons())));
        desk.openAccess(file);
        return review;
    }

    private InternalReview recordOfRefusal(CaseFile file, InternalReview review) {
        events.fire(file.record(
                ReviewAct.DECISION,
                version -> review.result() == ReviewResult.UPHELD
                        ? new ExemptionMove.RefusalConfirmed(file.id(), version, review.id(), review.reasons())
                        : new ExemptionMove.RefusalOverturned(file.id(), version, review.id(), review.reasons())));
        desk.openAccess(file);
        return review;
    }

    /** @throws org.rongcuo.shared.Problem 422 with all that is said against it */
    private Determination change(
            CaseFile file, InternalReview review, DecideReview decision, List<Violation> violations) {
        var original = determinations.findById(review.determinationId());
        if (decision.outcome() == null) {
            violations.add(Violation.at("/outcome", "not-null", "变更须写明结果", "A change names the outcome"));
            Violations.refuse(violations);
        }
        var record = evaluation(file, review, original, decision.evaluation(), violations);
        var ruling = decision.ruling(original.subjectId());
        ruling.check(record.content(), violations);
        var effects = ruling.effects(
                evaluations.consequences(record.content(), file.jurisdiction().code(), ruling.outcome(), null),
                violations);
        if (ruling.outcome() != Recommendation.REFER) {
            checkNotHeavier(ruling, effects, original, violations);
        }
        Violations.refuse(violations);
        return new Determination(
                file.id(),
                ruling,
                record,
                effects,
                new Determination.Place(original.round(), DeterminationOrigin.REVIEW, original.id(), null, null, null),
                file.handlingOrgan(),
                actor.get().personId(),
                Instant.now(clock));
    }

    /** The original's evaluation, or one made for this review. */
    private EvaluationRecord evaluation(
            CaseFile file, InternalReview review, Determination original, UUID wanted, List<Violation> violations) {
        if (wanted == null || wanted.equals(original.evaluation().id())) {
            return original.evaluation();
        }
        return records.of(file.id(), original.subjectId(), wanted)
                .filter(record -> !record.at().isBefore(review.requestedAt()))
                .orElseGet(() -> {
                    violations.add(Violation.at(
                            "/evaluation",
                            "evaluation-unknown",
                            "不是原评估,也不是本次复议中的评估",
                            "It is neither the original's evaluation nor one of this review"));
                    return original.evaluation();
                });
    }

    private static void checkNotHeavier(
            Ruling ruling, List<DeterminedEffect> effects, Determination original, List<Violation> violations) {
        var before = Weight.of(original);
        if (ruling.weight().heavierThan(before)) {
            violations.add(Violation.at("/outcome", "heavier", "复议不得加重", "A review never makes it heavier"));
            return;
        }
        var carried = carried(effects);
        var lost = new HashSet<>(carried(original.effects()));
        lost.removeAll(carried);
        // To a lighter outcome the book attaches effects of its own; what it attaches to both stays.
        lost.removeIf(effect -> ruling.outcome() != original.outcome()
                && effects.stream().noneMatch(each -> each.effect().equals(effect)));
        if (!lost.isEmpty()) {
            violations.add(Violation.at(
                    "/effects",
                    "heavier",
                    "复议不得减少原认定的结果运用:" + String.join("、", lost),
                    "A review takes no effect away: " + String.join(", ", lost)));
            return;
        }
        if (ruling.weight().equals(before) && carried.equals(carried(original.effects()))) {
            violations.add(Violation.at(
                    "/outcome", "nothing-changed", "与原认定相同,应为维持", "It is the same as before; then it is upheld"));
        }
    }

    private static Set<String> carried(List<DeterminedEffect> effects) {
        return effects.stream()
                .filter(DeterminedEffect::confirmed)
                .map(DeterminedEffect::effect)
                .collect(Collectors.toSet());
    }
}
