package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.rongcuo.policy.ReplayRecords.Range;
import org.rongcuo.shared.Json;

/**
 * The parts of replays in the database: who runs which, how far it has come, what it found. All within a transaction of the
 * caller's. The lease is by the database's own clock; whoever lost it can write nothing more.
 */
@ApplicationScoped
class ReplayParts {
    /** The advisory lock's key, arbitrary and used nowhere else. */
    private static final long LOCK = 0x7265706c6179L;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    /** A part that fails so often without getting on is given up. */
    static final int MOST_ATTEMPTS = 5;

    private static final String CLAIM = "update impact_replay_part p set status = 'RUNNING', runner = ?, by_worker = ?,"
            + " lease_until = now() + ? * interval '1 millisecond', attempts = p.attempts + 1"
            + " from (select w.replay_id, w.part from impact_replay_part w join impact_replay r on r.id = w.replay_id"
            + " where r.status in ('WAITING', 'RUNNING')"
            + " and (w.status = 'WAITING' or w.status = 'RUNNING' and w.lease_until < now()) and %s"
            + " order by r.requested_at, r.id, w.part limit 1) next"
            + " where p.replay_id = next.replay_id and p.part = next.part"
            + " returning p.replay_id, p.part, p.from_case, p.to_case, p.cursor_case, p.cursor_subject, p.attempts,"
            + " p.total, p.partial";

    /** One runner at a time across replicas; workers, each with a part of its own, come beside it. */
    private static final String NOBODY_RUNS = "not exists (select 1 from impact_replay_part q"
            + " where q.status = 'RUNNING' and q.lease_until >= now() and not q.by_worker)";

    private static final String SAVE = "update impact_replay_part set cursor_case = ?, cursor_subject = ?,"
            + " done = done + ?, judged = judged + ?, partial = ?, total = ?, attempts = 0, status = ?,"
            + " lease_until = case when ? then null else now() + ? * interval '1 millisecond' end"
            + " where replay_id = ? and part = ? and runner = ? and status = 'RUNNING'";

    private final DataSource database;
    private final EntityManager entityManager;

    ReplayParts(DataSource database, EntityManager entityManager) {
        this.database = database;
        this.entityManager = entityManager;
    }

    /**
     * A part that is run.
     *
     * @param runner names who holds the lease; of this claim alone
     * @param range what is still before it
     * @param total how many subjects it has in all, null while they are not counted
     * @param partial what was counted so far, null for nothing
     */
    record Claimed(
            UUID replay,
            int part,
            String runner,
            Range range,
            int attempts,
            @Nullable Long total,
            @Nullable String partial) {}

    /** How far a part, or a replay, has come. @param total null while it is not counted */
    record Progress(long done, @Nullable Long total, long judged) {}

    /**
     * What a batch adds.
     *
     * @param lastCase the last subject of the batch, from behind which the next begins; null for an empty batch
     * @param done how many subjects it had
     * @param judged how many vectors were judged, that is not remembered
     * @param tally of the part in all, this batch included
     */
    record Batch(
            @Nullable UUID lastCase,
            @Nullable UUID lastSubject,
            long done,
            long judged,
            long total,
            ImpactTally tally,
            List<ImpactedSubjects.Subject> listed,
            boolean last) {}

    /** Somebody else runs the part now, or it was cancelled. */
    static final class LeaseLost extends RuntimeException {
        LeaseLost() {
            super("the lease is lost");
        }
    }

    /**
     * Writes the parts of a new replay.
     *
     * @param borders the first case of each part but the first; where they are too few, the last parts are empty
     * @param number how many parts there are to be
     */
    void create(UUID replay, List<UUID> borders, int number) {
        for (int part = 0; part < number; part++) {
            write(
                    "insert into impact_replay_part (replay_id, part, from_case, to_case, status)"
                            + " values (?, ?, ?::uuid, ?::uuid, 'WAITING')",
                    replay,
                    part,
                    part == 0 ? null : part <= borders.size() ? borders.get(part - 1) : BEHIND_ALL,
                    part == borders.size() ? null : part < borders.size() ? borders.get(part) : BEHIND_ALL);
        }
    }

    /** Takes the next part that waits, or whose runner died, unless somebody runs one. */
    Optional<Claimed> claimNext(String runner, Duration lease) {
        return claim(runner, false, lease, NOBODY_RUNS);
    }

    /** Takes that part for a worker, if it waits or its runner died. */
    Optional<Claimed> claim(UUID replay, int part, String runner, Duration lease) {
        return claim(runner, true, lease, "w.replay_id = ? and w.part = ?", replay, part);
    }

    private Optional<Claimed> claim(
            String runner, boolean worker, Duration lease, String condition, Object... parameters) {
        // Whoever claims at the same time waits here, and sees afterwards what was claimed.
        entityManager
                .unwrap(Session.class)
                .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                .setParameter(1, LOCK)
                .getSingleResult();
        List<Object> all = new ArrayList<>(List.of(runner, worker, lease.toMillis()));
        all.addAll(Arrays.asList(parameters));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM.formatted(condition))) {
            bind(statement, all.toArray());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var cursor = row.getObject("cursor_case", UUID.class);
                return Optional.of(new Claimed(
                        row.getObject("replay_id", UUID.class),
                        row.getInt("part"),
                        runner,
                        new Range(
                                cursor == null ? row.getObject("from_case", UUID.class) : cursor,
                                row.getObject("cursor_subject", UUID.class),
                                row.getObject("to_case", UUID.class)),
                        row.getInt("attempts"),
                        row.getObject("total", Long.class),
                        row.getString("partial")));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("no part could be claimed", failed);
        }
    }

    /** The replay begins with its first part. */
    void started(UUID replay, Instant now) {
        write(
                "update impact_replay set status = 'RUNNING', started_at = coalesce(started_at, ?)"
                        + " where id = ? and status in ('WAITING', 'RUNNING')",
                now.atOffset(ZoneOffset.UTC),
                replay);
    }

    /**
     * Keeps a batch and prolongs the lease; with the last batch the part ends.
     *
     * @return whether it was the last batch of the last part, so that the replay is to be finished in this transaction
     * @throws LeaseLost and nothing may be kept
     */
    boolean save(Claimed part, Batch batch, Duration lease) {
        if (batch.last) {
            // Of two parts that end at the same time one sees the other's end. A weak lock: the lists of cases, written
            // by
            // the other parts meanwhile, refer to this row.
            entityManager
                    .unwrap(Session.class)
                    .createNativeQuery("select 1 from impact_replay where id = ?1 for no key update", Integer.class)
                    .setParameter(1, part.replay())
                    .getSingleResult();
        }
        var kept = write(
                SAVE,
                batch.lastCase == null
                        ? part.range().afterSubject() == null
                                ? null
                                : part.range().afterCase()
                        : batch.lastCase,
                batch.lastCase == null ? part.range().afterSubject() : batch.lastSubject,
                batch.done,
                batch.judged,
                batch.tally.stored(),
                batch.total,
                batch.last ? ReplayStatus.FINISHED.name() : ReplayStatus.RUNNING.name(),
                batch.last,
                lease.toMillis(),
                part.replay(),
                part.part(),
                part.runner());
        if (kept == 0) {
            throw new LeaseLost();
        }
        ImpactedSubjects.add(database, part.replay(), batch.listed);
        return batch.last
                && entityManager
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "select 1 from impact_replay_part where replay_id = ?1 and status <> 'FINISHED' limit 1",
                                Integer.class)
                        .setParameter(1, part.replay())
                        .getResultList()
                        .isEmpty();
    }

    /** The tallies of all parts, added up. */
    ImpactTally merged(UUID replay) {
        var merged = new ImpactTally();
        entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select partial from impact_replay_part where replay_id = ?1 and partial is not null order by part",
                        String.class)
                .setParameter(1, replay)
                .getResultList()
                .forEach(partial -> merged.add(ImpactTally.of(partial)));
        return merged;
    }

    void finished(UUID replay, ImpactReport report, Instant now) {
        write(
                "update impact_replay set status = 'FINISHED', report = ?, finished_at = ?"
                        + " where id = ? and status = 'RUNNING'",
                Json.write(report),
                now.atOffset(ZoneOffset.UTC),
                replay);
    }

    /** Gives a part back whose runner failed: the next may try. Nothing happens if it is another's by now. */
    void giveBack(Claimed part) {
        write(
                "update impact_replay_part set status = 'WAITING', lease_until = null"
                        + " where replay_id = ? and part = ? and runner = ? and status = 'RUNNING'",
                part.replay(),
                part.part(),
                part.runner());
    }

    /** Ends a replay that is not finished. @return whether this call did */
    boolean end(UUID replay, ReplayStatus as, @Nullable String failure, Instant now) {
        var ended = write(
                "update impact_replay set status = ?, failure = ?, finished_at = ?"
                        + " where id = ? and status in ('WAITING', 'RUNNING')",
                as.name(),
                failure,
                now.atOffset(ZoneOffset.UTC),
                replay);
        if (ended > 0) {
            write(
                    "update impact_replay_part set status = ?, lease_until = null"
                            + " where replay_id = ? and status in ('WAITING', 'RUNNING')",
                    as.name(),
                    replay);
        }
        return ended > 0;
    }

    Progress progress(UUID replay) {
        var row = entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select sum(done)::bigint, case when count(*) = count(total) then sum(total)::bigint end,"
                                + " sum(judged)::bigint from impact_replay_part where replay_id = ?1",
                        Object[].class)
                .setParameter(1, replay)
                .getSingleResult();
        return new Progress(
                ((Number) row[0]).longValue(),
                row[1] == null ? null : ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue());
    }

    /** The status of a part, empty where there is none. */
    Optional<ReplayStatus> status(UUID replay, int part) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select status from impact_replay_part where replay_id = ?1 and part = ?2", String.class)
                .setParameter(1, replay)
                .setParameter(2, part)
                .getResultList()
                .stream()
                .findFirst()
                .map(status -> ReplayStatus.valueOf(status));
    }

    private int write(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the state of a replay could not be written", failed);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
