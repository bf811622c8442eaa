package org.rongcuo.procedure;

import org.rongcuo.shared.DomainEvent;

/** What happens to the working calendar: one ledger chain for all years. */
sealed interface CalendarEvent extends DomainEvent {
    @Override
    default String chain() {
        return "calendar";
    }

    @Override
    default long stateVersion() {
        return 0;
    }

    /** An administrator uploaded a year, or uploaded it anew. */
    record WorkingYearUploaded(WorkingYear calendar) implements CalendarEvent {}
}
