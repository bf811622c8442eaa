package org.rongcuo.consultation;

import java.time.LocalDate;

/** How often a group consults regularly (定期会商). */
enum Rhythm {
    WEEKLY,
    FORTNIGHTLY,
    MONTHLY,
    QUARTERLY;

    /** The regular date after one. */
    LocalDate after(LocalDate date) {
        return moved(date, 1);
    }

    /** The regular date before one. */
    LocalDate before(LocalDate date) {
        return moved(date, -1);
    }

    private LocalDate moved(LocalDate date, int times) {
        return switch (this) {
            case WEEKLY -> date.plusWeeks(times);
            case FORTNIGHTLY -> date.plusWeeks(2L * times);
            case MONTHLY -> date.plusMonths(times);
            case QUARTERLY -> date.plusMonths(3L * times);
        };
    }
}
