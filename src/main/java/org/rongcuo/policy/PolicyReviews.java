package org.rongcuo.policy;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/** Reminds of the days by which books are to be reviewed, and takes the reviews. */
@ApplicationScoped
class PolicyReviews {
    /** The task is raised so many days before the day of review. */
    static final int DAYS_AHEAD = 30;

    private final Policies policies;
    private final PolicyVersions versions;
    private final TaskService tasks;
    private final Event<PolicyEvent> events;
    private final Clock clock;

    PolicyReviews(
            Policies policies, PolicyVersions versions, TaskService tasks, Event<PolicyEvent> events, Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** A review that was made. */
    record ReviewPolicy(
            @NotBlank @Size(max = 4000) @Schema(description = "复核结论 · what the review found")
            String finding,

            @NotNull @Schema(description = "下次应复核之日,在今日之后 · to be reviewed again by, after today")
            LocalDate nextReviewBy) {}

    @Scheduled(
            identity = "policy-reviews",
            every = "{rongcuo.policy-reviews.every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        var raised = remind();
        if (raised > 0) {
            Log.infof("%d book(s) due for review", raised);
        }
    }

    /** Raises the tasks of the books in force that are soon to be reviewed; answers how many. */
    int remind() {
        var horizon = Clocks.today(clock).plusDays(DAYS_AHEAD);
        var due = QuarkusTransaction.requiringNew()
                .call(() -> policies.find(
                                "from Policy p join fetch p.jurisdiction where p.reviewBy <= ?1 and not exists (select 1 from Task t"
                                        + " where t.policyId = p.id and t.kind = 'POLICY_REVIEW'"
                                        + " and t.reference = cast(p.reviewBy as string)) order by p.id",
                                horizon)
                        .list());
        var raised = 0;
        for (var policy : due) {
            raised += QuarkusTransaction.requiringNew().call(() -> remind(policy, horizon)) ? 1 : 0;
        }
        return raised;
    }

    private boolean remind(Policy found, LocalDate horizon) {
        // Under the book's lock: a review under way moves the day and closes what was raised before.
        var policy = policies.locked(found.jurisdiction().code(), found.name()).orElseThrow();
        var due = policy.reviewBy();
        if (due == null
                || due.isAfter(horizon)
                || versions.inForce(policy, Clocks.today(clock)).isEmpty()) {
            return false;
        }
        return tasks.raise(NewTask.aboutBook(
                        TaskKind.POLICY_REVIEW,
                        policy.id(),
                        policy.key(),
                        new Text(
                                "《" + policy.title().zh() + "》应于 " + due + " 前复核",
                                policy.title().en() + ", to be reviewed by " + due),
                        due.toString(),
                        due))
                .isPresent();
    }

    /** Takes a review of the book, whose lock is held. @throws Problem 422 for a next day that is not in the future */
    void review(Policy policy, ReviewPolicy review) {
        if (!review.nextReviewBy().isAfter(Clocks.today(clock))) {
            throw Problem.invalid("/nextReviewBy", "not-in-the-future", "应在今日之后", "must be after today");
        }
        tasks.closeAbout(policy.id(), TaskKind.POLICY_REVIEW, review.finding());
        events.fire(policy.review(review.finding(), review.nextReviewBy()));
    }
}
