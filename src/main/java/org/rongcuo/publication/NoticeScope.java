package org.rongcuo.publication;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rongcuo.access.Level;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.policy.Consequences;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.EvaluationView.Decision;
import org.rongcuo.policy.EvaluationView.Row;
import org.rongcuo.policy.Recommendation;

/**
 * How far a case may be made public: what the speaking books attach to its outcomes as they were determined, and no further
 * than its level allows.
 *
 * @param audience the widest audience allowed, of several subjects the narrowest; NONE where there is nothing to publish
 * @param days working days, of several subjects the most; 0 for NONE, and where the books do not tell
 * @param shown the outcomes that the notice tells; those of 不予容错 are left out
 * @param byLevel whether the case's level narrowed what the books allow
 * @param untold whether a book has rules on the notice that cannot be worked out here: a person names audience and days
 */
record NoticeScope(Audience audience, int days, List<StandingOutcome> shown, boolean byLevel, boolean untold) {
    private static final int FEWEST_DAYS = 1;

    /** @param attached what the books attach to an outcome on the way that the case went */
    static NoticeScope of(
            List<StandingOutcome> outcomes, Level level, Function<StandingOutcome, Consequences> attached) {
        var shown = outcomes.stream()
                .filter(each -> each.outcome() != Recommendation.NOT_TOLERABLE)
                .toList();
        var consequences = shown.stream().map(attached).toList();
        var widest = Audience.widest(level);
        if (consequences.stream().anyMatch(NoticeScope::isUntold)) {
            return new NoticeScope(widest, 0, shown, false, widest != Audience.NONE);
        }
        var told = consequences.stream()
                .map(NoticeScope::audience)
                .min(Comparator.naturalOrder())
                .orElse(Audience.NONE);
        var allowed = told.narrower(widest);
        var days = allowed == Audience.NONE
                ? 0
                : consequences.stream().mapToInt(NoticeScope::days).max().orElse(FEWEST_DAYS);
        return new NoticeScope(allowed, days, shown, told.widerThan(allowed), false);
    }

    private static boolean isUntold(Consequences consequences) {
        return consequences
                .of("noticeAudience")
                .anyMatch(decision -> told(decision).isEmpty());
    }

    private static Optional<Audience> told(Decision decision) {
        return Consequences.isKnown(decision) ? Audience.ofWord(decision.value()) : Optional.empty();
    }

    /**
     * The narrower where the rules of both dates are told. A book that is silent wants no notice, and what rests on an
     * answer that was only assumed opens no case beyond the unit.
     */
    private static Audience audience(Consequences consequences) {
        return consequences
                .of("noticeAudience")
                .map(decision -> told(decision)
                        .map(told -> decision.provisional() ? told.narrower(Audience.UNIT) : told)
                        .orElse(Audience.NONE))
                .min(Comparator.naturalOrder())
                .orElse(Audience.NONE);
    }

    private static int days(Consequences consequences) {
        return consequences
                .of("noticeDays")
                .filter(Consequences::isKnown)
                .map(Decision::value)
                .mapToInt(value -> new BigDecimal(value.toString()).intValue())
                .filter(days -> days >= FEWEST_DAYS)
                .max()
                .orElse(FEWEST_DAYS);
    }

    /** The rows that decided in the decisions of these ids, as the speaking books have them. */
    static Stream<Row> rows(EvaluationView evaluation, String decision) {
        return evaluation
                .spoken(decision)
                .map(Decision::rows)
                .flatMap(Collection::stream)
                .filter(Row::selected);
    }
}
