package org.rongcuo.policy;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.policy.ReplayParts.Claimed;
import org.rongcuo.policy.ReplayRecords.Scope;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

/**
 * Runs replays, one part after the other, in one process at a time across replicas: the parts stand in the database, and a
 * lease tells who is at one. Looks for work every two seconds and as soon as a replay is asked for here.
 */
@ApplicationScoped
class ReplayRunner {
    private final ReplayRecords records;
    private final ReplayParts parts;
    private final ReplayJudge judge;
    private final RecordedOutcomes outcomes;
    private final ImpactReplays replays;
    private final Books books;
    private final Jurisdictions jurisdictions;
    private final CompiledModels models;
    private final Admission admission;
    private final Clock clock;
    private final ReplaySettings settings;
    private volatile boolean stopping;

    /** One at work; one that waits sees everything asked for until it begins, so that more are superfluous. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            task -> {
                var made = new Thread(task, "impact-replay");
                made.setDaemon(true);
                made.setContextClassLoader(ReplayRunner.class.getClassLoader());
                return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    ReplayRunner(
            ReplayRecords records,
            ReplayParts parts,
            ReplayJudge judge,
            RecordedOutcomes outcomes,
            ImpactReplays replays,
            Books books,
            Jurisdictions jurisdictions,
            CompiledModels models,
            Admission admission,
            Clock clock,
            @ConfigProperty(name = "rongcuo.replays.batch", defaultValue = "5000") int batch,
            @ConfigProperty(name = "rongcuo.replays.lease", defaultValue = "PT30S") Duration lease) {
        this.records = records;
        this.parts = parts;
        this.judge = judge;
        this.outcomes = outcomes;
        this.replays = replays;
        this.books = books;
        this.jurisdictions = jurisdictions;
        this.models = models;
        this.admission = admission;
        this.clock = clock;
        this.settings = new ReplaySettings(batch, lease);
        this.thread.allowCoreThreadTimeOut(true);
    }

    /** Told when a replay was asked for. */
    record Requested(UUID replay) {}

    @Scheduled(
            identity = "impact-replays",
            every = "{rongcuo.replays.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        thread.execute(this::runAll);
    }

    /** Nobody who waits for a report waits for the next look. */
    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Requested requested) {
        thread.execute(this::runAll);
    }

    /** What is under way is kept or not as a whole; another process goes on when the lease has ended. */
    void stop(@Observes ShutdownEvent stops) {
        stopping = true;
        thread.shutdownNow();
    }

    private void runAll() {
        try {
            while (runNext(settings, () -> stopping)) {
                Log.debug("a part was run");
            }
        } catch (RuntimeException failed) {
            if (!stopping) {
                Log.warnf("no replay could be run, tried again later: %s", failed.getMessage());
                Log.debug("not run", failed);
            }
        }
    }

    /**
     * Runs the next part that waits.
     *
     * @param enough asked after each batch; when it holds, the part is left as it is, lease and all, as by a death
     * @return whether there was one that came to its end
     */
    boolean runNext(ReplaySettings how, BooleanSupplier enough) {
        return run(() -> parts.claimNext(runner(), how.lease()), how, enough);
    }

    /** Runs that part of a replay, as a worker. @return whether there was one to be run that came to its end */
    boolean runPart(UUID replay, int part) {
        return run(() -> parts.claim(replay, part, runner(), settings.lease()), settings, () -> stopping);
    }

    private static String runner() {
        return Ids.next().toString();
    }

    private boolean run(Supplier<Optional<Claimed>> claims, ReplaySettings how, BooleanSupplier enough) {
        var claim = QuarkusTransaction.requiringNew().call(() -> {
            var claimed = claims.get();
            claimed.ifPresent(part -> parts.started(part.replay(), now()));
            return claimed;
        });
        if (claim.isEmpty()) {
            return false;
        }
        var part = claim.get();
        try {
            if (part.attempts() > ReplayParts.MOST_ATTEMPTS) {
                fail(part, "given-up");
                return true;
            }
            var run = prepared(part, how);
            while (run.step(() -> finish(part))) {
                if (enough.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (ReplayParts.LeaseLost lost) {
            Log.infof("part %d of replay %s is another's now, or was cancelled", part.part(), part.replay());
            return true;
        } catch (Problem refused) {
            if (refused.type() == ProblemType.MODEL_REFUSED) {
                fail(part, "model-refused");
                return true;
            }
            giveBack(part, refused);
            return false;
        } catch (RuntimeException failed) {
            giveBack(part, failed);
            return false;
        }
    }

    private void giveBack(Claimed part, RuntimeException failed) {
        if (stopping) {
            return;
        }
        Log.warnf(
                "part %d of replay %s failed, tried again later: %s", part.part(), part.replay(), failed.getMessage());
        Log.debug("failed", failed);
        QuarkusTransaction.requiringNew().run(() -> parts.giveBack(part));
    }

    private void fail(Claimed part, String code) {
        Log.warnf("replay %s failed: %s", part.replay(), code);
        QuarkusTransaction.requiringNew().run(() -> parts.end(part.replay(), ReplayStatus.FAILED, code, now()));
    }

    /** What the replay is of, as one transaction sees it. */
    private record Asked(
            String contentHash, BookKind kind, String model, PolicyVersion draft, LocalDate on, Scope scope) {}

    private ReplayRun prepared(Claimed part, ReplaySettings how) {
        var asked = QuarkusTransaction.requiringNew().call(() -> {
            var replay = replays.findById(part.replay());
            return new Asked(
                    replay.contentHash(),
                    replay.version().policy().kind(),
                    replay.model(),
                    replay.version(),
                    replay.replayDate(),
                    scope(replay));
        });
        CompiledModel draft = admission.within(() -> models.of(asked.contentHash(), asked.kind(), asked::model));
        var chains = new ReplayChains(books, jurisdictions, asked.draft(), draft, asked.on());
        return new ReplayRun(records, parts, judge, outcomes, chains, asked.scope(), how, part);
    }

    /** The evaluations that a replay goes over: those of which its book's layers have a part, and its filters. */
    Scope scope(ImpactReplay replay) {
        var policy = replay.version().policy();
        var filters = replay.filters();
        var within = filters.jurisdiction() == null ? null : jurisdictions.findById(filters.jurisdiction());
        var places = jurisdictions.list("path like ?1", policy.jurisdiction().path() + "%").stream()
                .filter(place -> within == null || within.contains(place))
                .map(place -> place.code())
                .toList();
        var statute = policy.kind() == BookKind.STATUTE;
        return new Scope(
                replay.requestedAt(),
                places,
                Stream.of(policy.field(), filters.field())
                        .filter(Objects::nonNull)
                        .toList(),
                statute ? policy.scopeFields() : List.of(),
                statute ? policy.scopeStatuses().stream().map(Enum::name).toList() : List.of(),
                filters.conductFrom(),
                filters.conductTo());
    }

    /** Within the transaction that ended the last part. */
    private void finish(Claimed part) {
        var replay = replays.findById(part.replay());
        var tally = parts.merged(part.replay());
        parts.finished(part.replay(), tally.report(records.distinct(scope(replay))), now());
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
