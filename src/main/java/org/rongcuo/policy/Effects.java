package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * The versions that have taken effect and of which open cases are still to be told. Once all have been told, a version is
 * marked announced and costs nothing any more. Whatever else changes what is asked on a day belongs into this list too.
 */
@ApplicationScoped
public class Effects {
    /**
     * An application under way when a version took effect may be committed a little later, and clocks of replicas differ:
     * only then is it certain that no case is missed.
     */
    static final Duration CERTAIN_AFTER = Duration.ofMinutes(10);

    private final PolicyVersions versions;
    private final EntityManager entityManager;
    private final Clock clock;

    Effects(PolicyVersions versions, EntityManager entityManager, Clock clock) {
        this.versions = versions;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * A version that has taken effect.
     *
     * @param policy {@code <jurisdiction>/<name>}
     * @param path the jurisdiction's path: only cases of its subtree can be concerned
     * @param field only cases of this field can be concerned; null for all
     * @param since it bears on cases applied for before this moment: the start of its first day, or its approval if that
     *     came later, as with a version of history that is taken over
     */
    public record TakenEffect(
            UUID version,
            String policy,
            Text title,
            int number,
            LocalDate effectiveFrom,
            String path,
            String field,
            Instant since) {
        static TakenEffect of(PolicyVersion version) {
            var policy = version.policy();
            var begins = version.effectiveFrom().atStartOfDay(Clocks.SHANGHAI).toInstant();
            return new TakenEffect(
                    version.id(),
                    policy.key(),
                    policy.title(),
                    version.number(),
                    version.effectiveFrom(),
                    policy.jurisdiction().path(),
                    policy.field(),
                    version.approvedAt().isAfter(begins) ? version.approvedAt() : begins);
        }
    }

    /** The versions of which not all open cases have been told, in the order in which they took effect. */
    public List<TakenEffect> unannounced() {
        // Books of procedure ask nothing of a case's checklist.
        return versions
                .find(
                        "from PolicyVersion v join fetch v.policy p join fetch p.jurisdiction where v.status = ?1"
                                + " and v.effectiveFrom <= ?2 and p.kind in ?3"
                                + " and not exists (select 1 from PolicyEffect e where e.versionId = v.id)"
                                + " order by v.effectiveFrom, v.id",
                        VersionStatus.APPROVED,
                        Clocks.today(clock),
                        List.of(BookKind.TOLERANCE, BookKind.STATUTE))
                .stream()
                .map(TakenEffect::of)
                .toList();
    }

    /** Marks a version of which no open case is left to be told; a version too young for that stays. */
    public void announced(TakenEffect effect) {
        var now = Instant.now(clock);
        if (now.isBefore(effect.since().plus(CERTAIN_AFTER))) {
            return;
        }
        entityManager
                .createNativeQuery(
                        "insert into policy_effect (version_id, announced_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, effect.version())
                .setParameter(2, now)
                .executeUpdate();
    }
}
