package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.policy.RecordedOutcomes;

/** The outcomes of determinations that stood at a moment, for the impact of drafts. */
@ApplicationScoped
class DeterminedOutcomes implements RecordedOutcomes {
    private final Determinations determinations;

    DeterminedOutcomes(Determinations determinations) {
        this.determinations = determinations;
    }

    @Override
    public Map<UUID, Recommendation> of(Collection<UUID> subjects, Instant until) {
        Map<UUID, Recommendation> outcomes = new HashMap<>();
        determinations
                .getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select distinct on (subject_id) subject_id, outcome from determination"
                                + " where subject_id = any(:subjects) and determined_at <= :until"
                                + " order by subject_id, determined_at desc, id desc",
                        Object[].class)
                .setParameter("subjects", subjects.toArray(UUID[]::new))
                .setParameter("until", until)
                .getResultList()
                .forEach(row -> outcomes.put((UUID) row[0], Recommendation.valueOf((String) row[1])));
        return outcomes;
    }
}
