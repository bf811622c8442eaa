package org.rongcuo.publication;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rongcuo.access.Level;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.EvaluationView.Decision;
import org.rongcuo.policy.EvaluationView.Layer;
import org.rongcuo.policy.EvaluationView.Row;
import org.rongcuo.policy.Recommendation;

/**
 * How far a case may be made public: what the speaking books told when its outcomes were determined, and no further than
 * its level allows.
 *
 * @param audience the widest audience allowed, of several subjects the narrowest; NONE where there is nothing to publish
 * @param days working days, of several subjects the most; 0 for NONE
 * @param shown the outcomes that the notice tells; those of 不予容错 are left out
 * @param byLevel whether the case's level narrowed what the books allow
 */
record NoticeScope(Audience audience, int days, List<StandingOutcome> shown, boolean byLevel) {
    private static final int FEWEST_DAYS = 1;

    static NoticeScope of(List<StandingOutcome> outcomes, Level level) {
        var shown = outcomes.stream()
                .filter(each -> each.outcome() != Recommendation.NOT_TOLERABLE)
                .toList();
        var told = shown.stream()
                .map(each -> audience(each.evaluation()))
                .min(Comparator.naturalOrder())
                .orElse(Audience.NONE);
        var allowed = told.narrower(Audience.widest(level));
        var days = allowed == Audience.NONE
                ? 0
                : shown.stream().mapToInt(each -> days(each.evaluation())).max().orElse(FEWEST_DAYS);
        return new NoticeScope(allowed, days, shown, told.widerThan(allowed));
    }

    /**
     * What the chain that stands told; the narrower of the two where neither stands. A book that is silent wants no notice,
     * and what rests on an answer that was only assumed opens no case beyond the unit.
     */
    private static Audience audience(EvaluationView evaluation) {
        return decisions(evaluation, "noticeAudience")
                .map(decision -> Audience.ofWord(decision.value())
                        .map(told -> decision.provisional() ? told.narrower(Audience.UNIT) : told)
                        .orElse(Audience.NONE))
                .min(Comparator.naturalOrder())
                .orElse(Audience.NONE);
    }

    private static int days(EvaluationView evaluation) {
        return decisions(evaluation, "noticeDays")
                .map(Decision::value)
                .filter(Objects::nonNull)
                .mapToInt(value -> new BigDecimal(value.toString()).intValue())
                .filter(days -> days >= FEWEST_DAYS)
                .max()
                .orElse(FEWEST_DAYS);
    }

    /** The rows that decided in the decisions of these ids, as the speaking books have them. */
    static Stream<Row> rows(EvaluationView evaluation, String decision) {
        return decisions(evaluation, decision)
                .map(Decision::rows)
                .flatMap(Collection::stream)
                .filter(Row::selected);
    }

    private static Stream<Decision> decisions(EvaluationView evaluation, String id) {
        return speaking(evaluation)
                .flatMap(layer -> layer.decisions().stream())
                .filter(decision -> decision.id().equals(id));
    }

    private static Stream<Layer> speaking(EvaluationView evaluation) {
        var lenity = evaluation.lenity();
        return evaluation.chains().stream()
                .filter(chain -> lenity == null
                        || lenity.applied() == null
                        || evaluation.chains().size() == 1
                        || (lenity.applied() == EvaluationView.Applied.OLD)
                                == (chain.by() == EvaluationView.By.CONDUCT))
                .flatMap(chain -> chain.layers().stream())
                .filter(Layer::speaking);
    }
}
