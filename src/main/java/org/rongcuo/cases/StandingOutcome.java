package org.rongcuo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Organ;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Text;

/**
 * The determination that stands for a subject, for the features after it.
 *
 * @param evaluation the content of the evaluation that it rests on
 * @param ladderStep the step in words, null unless mitigated
 */
public record StandingOutcome(
        Subject subject,
        UUID determination,
        Recommendation outcome,
        @Nullable Text ladderStep,
        EvaluationView evaluation,
        Organ organ,
        LocalDate meetingOn,
        Instant determinedAt) {}
