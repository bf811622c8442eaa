package org.rongcuo.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A term of the procedure, such as 30 working days. It is reckoned as the law reckons terms (民法典 第二百零一至二百零三条, 行政强制法
 * 第六十九条): the day of its start does not count; a term in months ends on the day of the same number, or on the month's last day
 * where there is none; a last day on which nobody works gives way to the next working day.
 *
 * @param length 0 or more; 0 ends on the day of the start
 */
public record Term(int length, TermUnit unit) {
    /** Within which a review is asked for where no book speaks (rules.md "Firm deadlines in neighbouring regimes"). */
    public static final Term OF_REVIEW = new Term(1, TermUnit.MONTH);

    public Term {
        if (length < 0) {
            throw new IllegalArgumentException("a term of " + length);
        }
    }

    /** Days during which the clock stood still (搁置): from the first day to the day of resumption, which counts again. */
    public record Pause(LocalDate from, LocalDate resumed) {
        public Pause {
            if (resumed.isBefore(from)) {
                throw new IllegalArgumentException("resumed on " + resumed + ", before " + from);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(resumed);
        }
    }

    /** As a paper says it: 10个工作日, 30日, 1个月. */
    public String said() {
        return length
                + switch (unit) {
                    case WORKING_DAY -> "个工作日";
                    case DAY -> "日";
                    case MONTH -> "个月";
                };
    }

    /** The last day of a term that starts on a day. */
    public LocalDate end(LocalDate start, WorkingCalendar calendar) {
        return end(start, List.of(), calendar);
    }

    /**
     * The last day of a term that starts on a day and stood still during pauses that lie after it. A working day within a
     * pause does not count; days and months end as many days later as the pauses lasted.
     *
     * @param pauses in the order of time, not overlapping; those after the end play no part
     */
    public LocalDate end(LocalDate start, List<Pause> pauses, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_DAY -> workingDays(start, pauses, calendar);
            case DAY -> calendar.workingOnOrAfter(shifted(start, start.plusDays(length), pauses));
            case MONTH -> calendar.workingOnOrAfter(shifted(start, start.plusMonths(length), pauses));
        };
    }

    private LocalDate workingDays(LocalDate start, List<Pause> pauses, WorkingCalendar calendar) {
        var day = start;
        for (int counted = 0; counted < length; ) {
            day = day.plusDays(1);
            var today = day;
            if (calendar.isWorking(today) && pauses.stream().noneMatch(pause -> pause.covers(today))) {
                counted++;
            }
        }
        return day;
    }

    /** Each pause that begins before the end moves it on, and may bring the next pause before it. */
    private static LocalDate shifted(LocalDate start, LocalDate end, List<Pause> pauses) {
        var shifted = end;
        for (var pause : pauses) {
            if (pause.from().isAfter(start) && !pause.from().isAfter(shifted)) {
                shifted = shifted.plusDays(ChronoUnit.DAYS.between(pause.from(), pause.resumed()));
            }
        }
        return shifted;
    }
}
