package org.rongcuo.procedure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

/**
 * One year's departures from the ordinary week, as the State Council's office announces them (国务院办公厅关于部分节假日安排的通知).
 *
 * @param source the notice: number and title
 * @param holidays the days off, weekends within a holiday included
 * @param worked the Saturdays and Sundays that are worked in exchange (调休)
 */
public record WorkingYear(int year, String source, List<Holiday> holidays, List<LocalDate> worked) {
    /** Days off without a gap. @param to the last of them, inclusive */
    public record Holiday(
            @NotBlank @Size(max = 50) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    public WorkingYear {
        holidays = List.copyOf(holidays);
        worked = List.copyOf(worked);
        var violations = violations(year, holidays, worked);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** All days off of the year. */
    Set<LocalDate> daysOff() {
        return holidays.stream()
                .flatMap(holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<Violation> violations(int year, List<Holiday> holidays, List<LocalDate> worked) {
        List<Violation> violations = new ArrayList<>();
        Set<LocalDate> off = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            var holiday = holidays.get(i);
            var pointer = "/holidays/" + i;
            if (holiday.from().getYear() != year || holiday.to().getYear() != year) {
                violations.add(Violation.at(pointer, "other-year", "不在 " + year + " 年之内", "is not within " + year));
            } else if (holiday.to().isBefore(holiday.from())) {
                violations.add(Violation.at(pointer + "/to", "before-from", "早于起始日", "is before the first day"));
            } else if (!holiday.from()
                    .datesUntil(holiday.to().plusDays(1))
                    .map(off::add)
                    .reduce(true, Boolean::logicalAnd)) {
                violations.add(Violation.at(pointer, "overlaps", "与前一个假期重叠", "overlaps an earlier holiday"));
            }
        }
        Set<LocalDate> listed = new HashSet<>();
        for (int i = 0; i < worked.size(); i++) {
            var day = worked.get(i);
            var pointer = "/worked/" + i;
            if (day.getYear() != year) {
                violations.add(Violation.at(pointer, "other-year", "不在 " + year + " 年之内", "is not within " + year));
            } else if (!isWeekend(day)) {
                violations.add(Violation.at(
                        pointer, "no-weekend", "不是周六、周日,本来就上班,不必列出", "is no weekend and worked anyway: leave it out"));
            } else if (off.contains(day)) {
                violations.add(Violation.at(pointer, "day-off-too", "又列为放假", "is listed as a day off too"));
            } else if (!listed.add(day)) {
                violations.add(Violation.at(pointer, "duplicate", "重复列出", "is listed twice"));
            }
        }
        return violations;
    }
}
