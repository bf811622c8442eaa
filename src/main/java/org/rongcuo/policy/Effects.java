package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * The versions and repeals that have taken effect and of which open cases are still to be told. Once all have been told
 * they are marked announced and cost nothing any more.
 */
@ApplicationScoped
public class Effects {
    /**
     * An application under way when a version took effect may be committed a little later, and clocks of replicas differ:
     * only then is it certain that no case is missed.
     */
    static final Duration CERTAIN_AFTER = Duration.ofMinutes(10);

    /** Books of procedure ask nothing of a case's checklist. */
    private static final List<BookKind> ASKING = List.of(BookKind.TOLERANCE, BookKind.STATUTE);

    private static final String VERSIONS = "from PolicyVersion v join fetch v.policy p join fetch p.jurisdiction"
            + " where v.status = 'APPROVED' and v.effectiveFrom <= :today and p.kind in :asking"
            + " and not exists (select 1 from PolicyEffect e where e.cause = v.id)";

    private static final String REPEALS = "from PolicyRepeal r join fetch r.policy p join fetch p.jurisdiction"
            + " where r.withdrawnAt is null and r.effectiveFrom <= :today and p.kind in :asking"
            + " and not exists (select 1 from PolicyEffect e where e.cause = r.id)";

    private final PolicyVersions versions;
    private final EntityManager entityManager;
    private final Clock clock;

    Effects(PolicyVersions versions, EntityManager entityManager, Clock clock) {
        this.versions = versions;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * A version that has taken effect, or the repeal of a book.
     *
     * @param cause the id of the version or of the repeal
     * @param version the version that has come into force, or the one that the repeal has ended
     * @param number the number of that version
     * @param policy {@code <jurisdiction>/<name>}
     * @param effectiveFrom the first day in force, or the first day on which the book is in force no more
     * @param path the jurisdiction's path: only cases of its subtree can be concerned
     * @param field only cases of this field can be concerned; null for all
     * @param since it bears on cases applied for before this moment: the start of its first day, or the decision if that
     *     came later, as with a version of history that is taken over
     */
    public record TakenEffect(
            UUID cause,
            boolean repeal,
            UUID version,
            int number,
            String policy,
            Text title,
            LocalDate effectiveFrom,
            String path,
            String field,
            Instant since) {
        private static TakenEffect of(
                UUID cause, boolean repeal, PolicyVersion version, LocalDate effectiveFrom, Instant decidedAt) {
            var policy = version.policy();
            var begins = effectiveFrom.atStartOfDay(Clocks.SHANGHAI).toInstant();
            return new TakenEffect(
                    cause,
                    repeal,
                    version.id(),
                    version.number(),
                    policy.key(),
                    policy.title(),
                    effectiveFrom,
                    policy.jurisdiction().path(),
                    policy.field(),
                    decidedAt.isAfter(begins) ? decidedAt : begins);
        }
    }

    /** Those of which not all open cases have been told, in the order in which they took effect. */
    public List<TakenEffect> unannounced() {
        List<TakenEffect> taken = new ArrayList<>();
        for (var version : find(VERSIONS, PolicyVersion.class)) {
            taken.add(TakenEffect.of(version.id(), false, version, version.effectiveFrom(), version.approvedAt()));
        }
        for (var repeal : find(REPEALS, PolicyRepeal.class)) {
            // A repeal is refused where no version is in force, so there is one that it ended.
            versions.inForce(repeal.policy(), repeal.effectiveFrom().minusDays(1))
                    .ifPresent(ended -> taken.add(
                            TakenEffect.of(repeal.id(), true, ended, repeal.effectiveFrom(), repeal.decidedAt())));
        }
        taken.sort(Comparator.comparing(TakenEffect::effectiveFrom).thenComparing(TakenEffect::cause));
        return taken;
    }

    private <T> List<T> find(String hql, Class<T> type) {
        return entityManager
                .createQuery(hql, type)
                .setParameter("today", Clocks.today(clock))
                .setParameter("asking", ASKING)
                .getResultList();
    }

    /** Marks an effect of which no open case is left to be told; one too young for that stays. */
    public void announced(TakenEffect effect) {
        var now = Instant.now(clock);
        if (now.isBefore(effect.since().plus(CERTAIN_AFTER))) {
            return;
        }
        entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery("insert into policy_effect (cause, version_id, repeal_id, announced_at)"
                        + " values (:cause, :version, :repeal, :now) on conflict do nothing")
                .setParameter("cause", effect.cause())
                .setParameter("version", effect.repeal() ? null : effect.cause(), UUID.class)
                .setParameter("repeal", effect.repeal() ? effect.cause() : null, UUID.class)
                .setParameter("now", now)
                .executeUpdate();
    }
}
