package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.CaseVisibility;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.checklist.FactSource;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;

/**
 * 曾犯同类错误: proved when the same person was determined before this conduct began, and the determination that stands of it
 * and was told rests on a row of the positive or the negative list that the latest evaluation of this case hits too. One that
 * exempts proves nothing: nothing adverse follows from it (不作负面评价). Never denied: what this system has not on record, a
 * person has to know.
 */
@ApplicationScoped
class HistoryFacts implements FactSource {
    private static final String ITEM = "sameErrorBefore";

    /** The lists that say of what kind an error is (policy-contract "Decisions"); the other tables weigh it. */
    private static final Set<String> KINDS = Set.of("bottomLine", "circumstances");

    /** Earlier cases of the person whose outcome is told, each with the evaluation of the determination that none has replaced. */
    private static final String EARLIER = "select cast(d.evaluation_id as text) || ' ' || f.id"
            + " from case_subject mine"
            + " join case_file this on this.id = mine.case_id"
            + " join case_subject s on s.person_id = mine.person_id and s.case_id <> mine.case_id"
            + " join case_file f on f.id = s.case_id and f.status in ('NOTIFIED', 'PUBLICISED', 'REGISTERED', 'CLOSED')"
            + " join determination d on d.subject_id = s.id"
            + " and d.outcome in ('MITIGATE', 'NOT_TOLERABLE')"
            + " and not exists (select 1 from determination later where later.supersedes_id = d.id)"
            + " where mine.id = :subject"
            + " and exists (select 1 from determination made where made.subject_id = s.id"
            + " and cast(made.determined_at at time zone 'Asia/Shanghai' as date) < this.conduct_from)"
            + " order by s.id";

    private final EvaluationRecords records;
    private final EvaluationService evaluations;
    private final CaseVisibility visibility;
    private final EntityManager entityManager;

    HistoryFacts(
            EvaluationRecords records,
            EvaluationService evaluations,
            CaseVisibility visibility,
            EntityManager entityManager) {
        this.records = records;
        this.evaluations = evaluations;
        this.visibility = visibility;
        this.entityManager = entityManager;
    }

    @Override
    public String source() {
        return "HISTORY";
    }

    @Override
    public Optional<Fact> fact(ChecklistService.Sheet sheet, String item) {
        if (!item.equals(ITEM)) {
            return Optional.empty();
        }
        var kinds = kinds(sheet);
        return kinds.isEmpty()
                ? Optional.empty()
                : earlier(sheet.subjectId()).stream()
                        .filter(each ->
                                kinds(each.evaluation.content()).stream().anyMatch(kinds::contains))
                        .findFirst()
                        .map(each -> new Fact(Boolean.TRUE, why(each)));
    }

    /** The kind of error here, by the answers last evaluated; with this item set aside, on which no list depends. */
    private Set<String> kinds(ChecklistService.Sheet sheet) {
        return records.of(sheet.caseId(), sheet.subjectId()).stream()
                .findFirst()
                .map(latest -> {
                    Map<String, Object> facts = new HashMap<>(latest.content().facts());
                    facts.putIfAbsent(ITEM, false);
                    return kinds(evaluations.evaluate(sheet.matter(), facts));
                })
                .orElse(Set.of());
    }

    /** An earlier case of the same person. */
    private record Earlier(EvaluationRecord evaluation, UUID caseId) {}

    @SuppressWarnings("unchecked")
    private List<Earlier> earlier(UUID subject) {
        List<String> rows = entityManager
                .createNativeQuery(EARLIER, String.class)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream()
                .map(row -> row.split(" "))
                .map(ids -> new Earlier(records.findById(UUID.fromString(ids[0])), UUID.fromString(ids[1])))
                .toList();
    }

    /** The rows hit of the lists that say what kind of error it is, in whichever version. */
    private static Set<String> kinds(EvaluationView content) {
        return content.chains().stream()
                .flatMap(chain -> chain.layers().stream())
                .flatMap(layer -> layer.decisions().stream()
                        .filter(decision -> KINDS.contains(decision.id()) && !decision.provisional())
                        .flatMap(decision -> decision.rows().stream()
                                .map(row -> layer.policy() + " " + decision.id() + " " + row.id())))
                .collect(Collectors.toSet());
    }

    /** The earlier case is named to those alone who may see it. */
    private Text why(Earlier earlier) {
        try {
            visibility.requireVisible(earlier.caseId);
            var number = entityManager
                    .createNativeQuery("select number from case_file where id = :id", String.class)
                    .setParameter("id", earlier.caseId)
                    .getSingleResult();
            return new Text("在先的 " + number + " 命中同一情形或底线", "The earlier case " + number + " hit the same row");
        } catch (Problem unseen) {
            return new Text("在先的案件命中同一情形或底线", "An earlier case hit the same row");
        }
    }
}
