package org.rongcuo.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * On which days people work. A year that has not been announced yet counts as ordinary weeks; what is reckoned with it is
 * provisional (see {@link #announced}) until the year is known.
 */
public final class WorkingCalendar {
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    WorkingCalendar(Collection<WorkingYear> announced) {
        for (var year : announced) {
            years.add(year.year());
            off.addAll(year.daysOff());
            worked.addAll(year.worked());
        }
    }

    public boolean isWorking(LocalDate day) {
        return !off.contains(day) && (!WorkingYear.isWeekend(day) || worked.contains(day));
    }

    /** Whether every year that the days touch has been announced. */
    public boolean announced(LocalDate first, LocalDate last) {
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }

    /** The day itself when people work on it, else the next on which they do. */
    public LocalDate workingOnOrAfter(LocalDate day) {
        var found = day;
        while (!isWorking(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** How many working days lie after the one day, up to and including the other; 0 when that is not later. */
    public int workingDays(LocalDate after, LocalDate until) {
        return until.isAfter(after)
                ? (int) after.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(this::isWorking)
                        .count()
                : 0;
    }
}
