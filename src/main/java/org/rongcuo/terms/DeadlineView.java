package org.rongcuo.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.procedure.WorkingCalendar;
import org.rongcuo.shared.Text;

/**
 * The term of a step.
 *
 * @param reference the objection, the subject and the like that it is about; null for the case's own steps
 * @param targetOn by when it should be done; null where no book speaks
 * @param limitOn by when it must be done; null where no book speaks
 * @param targetLength null where no book speaks, or the act itself set the last day; as is limitLength, in units
 * @param remainingWorkingDays from tomorrow to the limit; null when it has ended, stands still, or has no limit
 * @param overdue whether its limit is passed and it is not done, or was done too late
 * @param pauses when the clock stood still
 * @param extensionsAllowed by the book
 * @param extension null unless extended
 * @param source where the numbers come from, in the book's words; null where no book speaks
 * @param policy {@code <jurisdiction>/<name>}; null where no book speaks, as are version and row
 * @param endedOn when it was done or given up; null while it runs
 * @param warning null when all is well
 */
record DeadlineView(
        UUID id,
        Step step,
        @Nullable UUID reference,
        DeadlineState state,
        LocalDate startedOn,
        @Nullable LocalDate targetOn,
        @Nullable LocalDate limitOn,
        @Nullable Integer targetLength,
        @Nullable Integer limitLength,
        @Nullable TermUnit unit,
        @Nullable Integer remainingWorkingDays,
        boolean overdue,
        List<Pause> pauses,
        int extensionsAllowed,
        @Nullable Extension extension,
        @Nullable String source,
        @Nullable String policy,
        @Nullable Integer version,
        @Nullable String row,
        @Nullable LocalDate endedOn,
        @Nullable Text warning) {
    private static final Text NO_BOOK = new Text(
            "没有施行中的办理期限规定,本步骤没有期限,请告知政策人员", "No book in force sets a term for this step; tell the policy staff");
    private static final Text PROVISIONAL = new Text(
            "期限所及年份的放假安排尚未公布,日期为暂定",
            "A year that the term touches has no announced calendar yet; the dates are provisional");

    /** When the clock stood still. @param resumedOn the day from which it went on; null while it stands still */
    @Schema(name = "DeadlinePause")
    record Pause(LocalDate from, @Nullable LocalDate resumedOn) {}

    /** An extension. */
    @Schema(name = "DeadlineExtension")
    record Extension(@Nullable PersonRef extendedBy, LocalDate extendedOn, String reasons) {}

    static List<DeadlineView> of(List<Deadline> deadlines, Persons persons, WorkingCalendar calendar, LocalDate today) {
        var people = persons.refs(deadlines.stream().map(Deadline::extendedBy));
        return deadlines.stream()
                .map(deadline -> of(deadline, people.get(deadline.extendedBy()), calendar, today))
                .toList();
    }

    private static DeadlineView of(
            Deadline deadline, @Nullable PersonRef extendedBy, WorkingCalendar calendar, LocalDate today) {
        var state = DeadlineState.of(deadline, today);
        var limit = deadline.limitOn();
        return new DeadlineView(
                deadline.id(),
                deadline.step(),
                deadline.reference(),
                state,
                deadline.startedOn(),
                deadline.targetOn(),
                limit,
                deadline.targetLength(),
                deadline.limitLength(),
                deadline.unit(),
                limit == null || !deadline.isRunning() || deadline.isPaused()
                        ? null
                        : Integer.valueOf(calendar.workingDays(today, limit)),
                state == DeadlineState.OVERDUE
                        || deadline.step().isDuty()
                                && limit != null
                                && deadline.metOn() != null
                                && deadline.metOn().isAfter(limit),
                pauses(deadline),
                deadline.extensions(),
                deadline.extendedOn() == null
                        ? null
                        : new Extension(extendedBy, deadline.extendedOn(), deadline.extensionReasons()),
                deadline.source(),
                deadline.policy(),
                deadline.version(),
                deadline.row(),
                deadline.metOn() == null ? deadline.droppedOn() : deadline.metOn(),
                warning(deadline, calendar));
    }

    private static List<Pause> pauses(Deadline deadline) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < deadline.pausedOn().size(); i++) {
            pauses.add(new Pause(
                    deadline.pausedOn().get(i),
                    i < deadline.resumedOn().size() ? deadline.resumedOn().get(i) : null));
        }
        return pauses;
    }

    private static @Nullable Text warning(Deadline deadline, WorkingCalendar calendar) {
        if (deadline.limitOn() == null && deadline.step().isOfCourse()) {
            return NO_BOOK;
        }
        return deadline.isRunning() && !calendar.announced(deadline.startedOn(), deadline.limitOn())
                ? PROVISIONAL
                : null;
    }
}
