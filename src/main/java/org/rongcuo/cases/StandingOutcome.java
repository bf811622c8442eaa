package org.rongcuo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Organ;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Text;

/**
 * The determination that stands for a subject, for the features after it.
 *
 * @param round of the case in which it was made
 * @param ladderStep the step in words, null unless mitigated
 * @param basis the evaluation that it rests on
 */
public record StandingOutcome(
        Subject subject,
        UUID determination,
        int round,
        Recommendation outcome,
        @Nullable Text ladderStep,
        EvaluationRecord basis,
        Organ organ,
        LocalDate meetingOn,
        Instant determinedAt) {

    /** The content of the evaluation that it rests on. */
    public EvaluationView evaluation() {
        return basis.content();
    }
}
