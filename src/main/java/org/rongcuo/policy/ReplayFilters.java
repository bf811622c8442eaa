package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is narrowed to; null leaves a property open.
 *
 * @param jurisdiction code of a place: its cases and those of the places below
 * @param field the field of work (领域) of the matter
 * @param conductFrom conduct that ended on that day or later
 * @param conductTo conduct that ended on that day or before
 */
@Embeddable
record ReplayFilters(
        @Nullable @Column(name = "filter_place") String jurisdiction,
        @Nullable @Column(name = "filter_field") String field,
        @Nullable @Column(name = "filter_from") LocalDate conductFrom,
        @Nullable @Column(name = "filter_until") LocalDate conductTo) {
    static final ReplayFilters NONE = new ReplayFilters(null, null, null, null);

    boolean narrow() {
        return !equals(NONE);
    }
}
