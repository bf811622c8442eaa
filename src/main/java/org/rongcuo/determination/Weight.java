package org.rongcuo.determination;

import org.rongcuo.policy.Recommendation;

/**
 * How heavy an outcome is for its subject: by outcome, then ladder step, then the form of discipline enforcement.
 *
 * @param step null unless mitigated
 * @param form null when none was named
 */
record Weight(Recommendation outcome, LadderStep step, DisciplineForm form) {
    static Weight of(Determination made) {
        return new Weight(made.outcome(), made.ladderStep(), made.disciplineForm());
    }

    boolean heavierThan(Weight other) {
        if (rank() != other.rank()) {
            return rank() > other.rank();
        }
        // Where no form was named before, the first is one more.
        return form != null && (other.form == null || form.compareTo(other.form) > 0);
    }

    private int rank() {
        return switch (outcome) {
            case EXEMPT -> 0;
            // The steps are listed from the heaviest to the lightest.
            case MITIGATE -> step == null ? 1 : LadderStep.values().length - step.ordinal();
            case NOT_TOLERABLE -> LadderStep.values().length + 1;
            case REFER -> throw new IllegalArgumentException("REFER has no weight");
        };
    }
}
