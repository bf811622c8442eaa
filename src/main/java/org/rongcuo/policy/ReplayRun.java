package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.rongcuo.policy.ReplayParts.Batch;
import org.rongcuo.policy.ReplayParts.Claimed;
import org.rongcuo.policy.ReplayRecords.Latest;
import org.rongcuo.policy.ReplayRecords.Range;
import org.rongcuo.policy.ReplayRecords.Scope;
import org.rongcuo.shared.Json;

/**
 * One part of a replay, run batch by batch. Each batch is read in one transaction, judged without one, and what it gave is
 * kept in another together with how far it came: whatever dies in between, the next runner goes on behind the last batch
 * kept, and the same report comes out. The memory taken does not grow with the number of cases.
 */
final class ReplayRun {
    /** So many different vectors are remembered; one that was forgotten is judged again. */
    private static final int REMEMBERED = 50_000;

    private record Vector(String factsHash, int pair) {}

    private record Judged(Outlook before, Outlook after) {}

    /** A batch as read. @param pairs the chains of each, in order @param facts of those not remembered */
    private record Read(
            List<Latest> rows,
            List<ReplayChains.Pair> pairs,
            Map<UUID, String> facts,
            Map<UUID, Recommendation> recorded) {}

    private final ReplayRecords records;
    private final ReplayParts parts;
    private final ReplayJudge judge;
    private final RecordedOutcomes outcomes;
    private final ReplayChains chains;
    private final Scope scope;
    private final ReplaySettings settings;
    private final Claimed part;
    private final ImpactTally tally;
    private final Cache<Vector, Judged> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private Range range;
    private long total;

    ReplayRun(
            ReplayRecords records,
            ReplayParts parts,
            ReplayJudge judge,
            RecordedOutcomes outcomes,
            ReplayChains chains,
            Scope scope,
            ReplaySettings settings,
            Claimed part) {
        this.records = records;
        this.parts = parts;
        this.judge = judge;
        this.outcomes = outcomes;
        this.chains = chains;
        this.scope = scope;
        this.settings = settings;
        this.part = part;
        this.range = part.range();
        this.tally = ImpactTally.of(part.partial());
        this.total = part.total() == null
                ? QuarkusTransaction.requiringNew().call(() -> records.count(scope, part.range()))
                : part.total();
    }

    /**
     * Does one batch.
     *
     * @param finish called within the transaction that ends the last part, to finish the replay
     * @return whether more is to be done
     * @throws ReplayParts.LeaseLost when another runs the part by now, or the replay was cancelled; nothing was kept
     */
    boolean step(Runnable finish) {
        var read = QuarkusTransaction.requiringNew().call(this::read);
        List<ImpactedSubjects.Subject> listed = new ArrayList<>();
        var judgedNow = 0;
        var done = 0;
        var until = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(settings.lease().toMillis() / 3);
        for (; done < read.rows.size() && (done == 0 || System.nanoTime() < until); done++) {
            var row = read.rows.get(done);
            var pair = read.pairs.get(done);
            if (pair == null) {
                continue;
            }
            var vector = new Vector(row.factsHash(), pair.number());
            var judged = remembered.getIfPresent(vector);
            if (judged == null) {
                judged = judge(pair, facts(read, row));
                remembered.put(vector, judged);
                judgedNow++;
            }
            var outcome = read.recorded.get(row.subjectRef());
            tally.add(row.caseRef(), row.jurisdiction(), judged.before, judged.after, outcome);
            if (!judged.before.decided()
                    || !judged.after.decided()
                    || judged.before.outcome() != judged.after.outcome()) {
                listed.add(new ImpactedSubjects.Subject(
                        row.caseRef(), row.subjectRef(), row.jurisdiction(), judged.before, judged.after, outcome));
            }
        }
        var last = done == read.rows.size() && done < settings.batch();
        var end = done == 0 ? null : read.rows.get(done - 1);
        var batch = new Batch(
                end == null ? null : end.caseRef(),
                end == null ? null : end.subjectRef(),
                done,
                judgedNow,
                total,
                tally,
                listed,
                last);
        QuarkusTransaction.requiringNew().run(() -> {
            if (parts.save(part, batch, settings.lease())) {
                finish.run();
            }
        });
        if (end != null) {
            range = new Range(end.caseRef(), end.subjectRef(), range.toCase());
        }
        return !last;
    }

    private Read read() {
        var rows = records.next(scope, range, settings.batch());
        List<ReplayChains.Pair> pairs = new ArrayList<>(rows.size());
        // Of equal vectors the facts of one serve all.
        Map<Vector, UUID> missing = new HashMap<>();
        List<UUID> subjects = new ArrayList<>(rows.size());
        for (var row : rows) {
            var pair = chains.of(row.jurisdiction(), row.field(), row.status()).orElse(null);
            pairs.add(pair);
            if (pair != null) {
                subjects.add(row.subjectRef());
                var vector = new Vector(row.factsHash(), pair.number());
                if (remembered.getIfPresent(vector) == null) {
                    missing.putIfAbsent(vector, row.id());
                }
            }
        }
        return new Read(
                rows,
                pairs,
                missing.isEmpty() ? new HashMap<>() : records.facts(missing.values()),
                subjects.isEmpty() ? Map.of() : outcomes.of(subjects, scope.until()));
    }

    /** Where a vector was forgotten meanwhile, or is that of another row of the batch, its facts are read singly. */
    private Map<String, Object> facts(Read read, Latest row) {
        var text = read.facts.get(row.id());
        if (text == null) {
            text = QuarkusTransaction.requiringNew()
                    .call(() -> records.facts(List.of(row.id())).get(row.id()));
        }
        return Json.members(text);
    }

    private Judged judge(ReplayChains.Pair pair, Map<String, Object> facts) {
        return new Judged(judge.judge(pair.before(), facts), judge.judge(pair.after(), facts));
    }
}
