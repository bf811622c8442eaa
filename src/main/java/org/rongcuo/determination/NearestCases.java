package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/** The nearest earlier cases: those determined upon evaluations that hit the same rows of the same books. */
@ApplicationScoped
class NearestCases {
    /** How many are named. */
    private static final int NAMED = 10;

    /** How many are looked at, the most alike first. */
    private static final int LOOKED_AT = 500;

    // Likeness is the Jaccard index of the rows hit: of all rows that either hit, the share that both did.
    private static final String ALIKE = """
            select d.id, d.case_id, alike.likeness from (
                select shared.determination_id,
                    shared.n::numeric / (:own + (select count(*) from determination_hit a
                        where a.determination_id = shared.determination_id) - shared.n) as likeness
                from (select h.determination_id, count(*) as n from determination_hit h
                    where h.hit = any(:hits) group by h.determination_id) shared) alike
            join determination d on d.id = alike.determination_id
            where d.case_id <> :case and alike.likeness >= 0.5
                and not exists (select 1 from determination later where later.supersedes_id = d.id)
            order by alike.likeness desc, d.determined_at desc, d.id desc
            limit %d""".formatted(LOOKED_AT);

    private final Determinations determinations;
    private final EvaluationRecords records;
    private final CaseAccess access;

    NearestCases(Determinations determinations, EvaluationRecords records, CaseAccess access) {
        this.determinations = determinations;
        this.records = records;
        this.access = access;
    }

    /**
     * The nearest cases of a subject.
     *
     * @param evaluation whose rows were compared; null when the subject was not evaluated yet: then there are none
     * @param cases up to ten that the caller may see, the most alike first, of those alike the newest
     * @param others how many more the caller may see, by outcome; what is unseen is not counted either
     */
    @Schema(name = "NearestCases")
    record Nearest(@Nullable UUID evaluation, List<NearCase> cases, Map<Recommendation, Integer> others) {}

    /**
     * An earlier case.
     *
     * @param likeness of the rows that either evaluation hit, the share that both did: from 0.5 to 1
     * @param ladderStep null unless mitigated
     */
    @Schema(name = "NearCase")
    record NearCase(
            UUID id,
            String number,
            String title,
            UUID subject,
            Recommendation outcome,
            Text outcomeLabel,
            @Nullable LadderStep ladderStep,
            String reasons,
            LocalDate determinedOn,
            BigDecimal likeness) {}

    Nearest of(CaseFile file, Subject subject) {
        var evaluation = evaluation(file, subject);
        if (evaluation == null) {
            return new Nearest(null, List.of(), Map.of());
        }
        var alike = alike(file.id(), TableEffects.hits(evaluation.content()));
        var made = determinations.list("id in ?1", alike.keySet()).stream()
                .collect(Collectors.toMap(Determination::id, each -> each));
        var visible = visible(made.values().stream().map(Determination::caseId).collect(Collectors.toSet()));
        List<NearCase> cases = new ArrayList<>();
        Map<Recommendation, Integer> others = new EnumMap<>(Recommendation.class);
        alike.forEach((id, likeness) -> {
            var determination = made.get(id);
            var other = visible.get(determination.caseId());
            if (other == null) {
                return;
            }
            if (cases.size() == NAMED) {
                others.merge(determination.outcome(), 1, Integer::sum);
            } else {
                cases.add(near(other, determination, likeness));
            }
        });
        return new Nearest(evaluation.id(), cases, others);
    }

    /** What the subject was determined upon, else what was evaluated last; null for neither. */
    private EvaluationRecord evaluation(CaseFile file, Subject subject) {
        return determinations
                .ofSubject(file, subject.id())
                .map(Determination::evaluation)
                .or(() -> records.of(file.id(), subject.id()).stream().findFirst())
                .orElse(null);
    }

    private Map<UUID, BigDecimal> alike(UUID caseId, Set<String> hits) {
        Map<UUID, BigDecimal> alike = new java.util.LinkedHashMap<>();
        determinations
                .getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(ALIKE, Object[].class)
                .setParameter("own", hits.size())
                .setParameter("hits", hits.toArray(String[]::new))
                .setParameter("case", caseId)
                .getResultList()
                .forEach(row -> alike.put((UUID) row[0], (BigDecimal) row[2]));
        return alike;
    }

    private Map<UUID, CaseFile> visible(Set<UUID> ids) {
        var condition = access.visible("c.id");
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("ids", ids);
        var query = determinations
                .getEntityManager()
                .createQuery("from CaseFile c where c.id in :ids and " + condition.hql(), CaseFile.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().collect(Collectors.toMap(CaseFile::id, file -> file));
    }

    private static NearCase near(CaseFile file, Determination determination, BigDecimal likeness) {
        return new NearCase(
                file.id(),
                file.number(),
                file.title(),
                determination.subjectId(),
                determination.outcome(),
                determination.outcome().label(),
                determination.ladderStep(),
                determination.reasons(),
                Clocks.dateOf(determination.determinedAt()),
                likeness.setScale(2, RoundingMode.HALF_UP));
    }
}
