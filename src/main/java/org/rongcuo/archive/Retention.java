package org.rongcuo.archive;

import java.util.List;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.shared.Text;

/** How long a dossier is kept (保管期限, 国家档案局令第 8 号), from the longest to the shortest. */
enum Retention {
    PERMANENT("永久", "permanent"),
    THIRTY_YEARS("30 年", "thirty years"),
    TEN_YEARS("10 年", "ten years");

    private final Text label;

    Retention(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** What is usual for the heaviest of the outcomes; longer for what is involved, and for what a later case may rest on. */
    static Retention usual(CaseKind kind, List<StandingOutcome> outcomes, Complexity complexity) {
        if (complexity == Complexity.MAJOR
                || outcomes.stream().anyMatch(each -> each.outcome() == Recommendation.NOT_TOLERABLE)) {
            return PERMANENT;
        }
        if (kind == CaseKind.PRIOR_FILING) {
            return THIRTY_YEARS;
        }
        return outcomes.stream().anyMatch(each -> each.outcome() == Recommendation.MITIGATE) ? THIRTY_YEARS : TEN_YEARS;
    }

    boolean shorterThan(Retention other) {
        return compareTo(other) > 0;
    }
}
