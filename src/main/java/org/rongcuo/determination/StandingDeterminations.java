package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.OutcomeSource;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.TookPart;

/**
 * What others ask of determinations. Whoever determined a subject takes no part in the review; reviewing is no such part in
 * the same round, but keeps from the reviews of those that follow.
 */
@ApplicationScoped
class StandingDeterminations implements OutcomeSource, TookPart {
    private final CaseDesk desk;
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final InternalReviews reviews;

    StandingDeterminations(CaseDesk desk, Determinations determinations, Feedbacks feedbacks, InternalReviews reviews) {
        this.desk = desk;
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.reviews = reviews;
    }

    @Override
    public List<StandingOutcome> of(UUID caseId) {
        return desk.subjects(caseId).stream()
                .flatMap(subject -> of(subject).stream())
                .toList();
    }

    @Override
    public Optional<StandingOutcome> of(Subject subject) {
        return determinations
                .standingOf(subject.id())
                .map(made -> new StandingOutcome(
                        subject,
                        made.id(),
                        made.round(),
                        made.outcome(),
                        made.ladderStep() == null ? null : made.ladderStep().label(),
                        made.evaluation(),
                        made.organ(),
                        made.meetingOn(),
                        made.determinedAt()));
    }

    @Override
    public Set<UUID> told(UUID caseId) {
        return Stream.concat(
                        feedbacks.of(caseId).stream().map(Feedback::determinationId),
                        reviews.of(caseId).stream()
                                .filter(InternalReview::isDelivered)
                                .map(InternalReview::newDeterminationId)
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> persons(UUID caseId) {
        var made = determinations.of(caseId);
        var round = desk.unseen(caseId).round();
        var earlier = made.stream()
                .filter(each -> each.round() < round)
                .map(Determination::id)
                .collect(Collectors.toSet());
        return Stream.concat(
                        made.stream()
                                .filter(each -> each.origin() != DeterminationOrigin.REVIEW)
                                .map(Determination::determinedBy),
                        reviews.of(caseId).stream()
                                .filter(review -> !review.isOpen() && earlier.contains(review.determinationId()))
                                .map(InternalReview::decidedBy))
                .collect(Collectors.toSet());
    }

    @Override
    public String determinedBy(String caseId, String person) {
        return "exists (select 1 from Determination m where m.caseId = " + caseId + " and m.determinedBy = :" + person
                + " and m.origin <> 'REVIEW')";
    }
}
