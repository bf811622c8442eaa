package org.rongcuo.policy;

/** Where a draft would move a recommendation, as the subject sees it. */
enum FlipDirection {
    LIGHTER,
    HEAVIER,
    /** The tables decided, and now refer to a person. */
    TO_PERSON,
    /** The tables referred to a person, and now decide. */
    FROM_PERSON;

    /** @throws IllegalArgumentException where nothing moves */
    static FlipDirection of(Recommendation from, Recommendation to) {
        if (from == to) {
            throw new IllegalArgumentException(from + " stays");
        }
        if (to == Recommendation.REFER) {
            return TO_PERSON;
        }
        if (from == Recommendation.REFER) {
            return FROM_PERSON;
        }
        return to.lighterThan(from) ? LIGHTER : HEAVIER;
    }
}
