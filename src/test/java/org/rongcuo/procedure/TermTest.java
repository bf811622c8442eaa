package org.rongcuo.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongcuo.procedure.Term.Pause;

/** How terms end: month ends, holidays, and the clock that stands still while a case is deferred. */
class TermTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(ShippedYears.read());

    @ParameterizedTest
    @CsvSource({
        // Over 春节 2026: 13 and 14 February, 24 to 28 February, 2 to 4 March.
        "2026-02-12, 10, WORKING_DAY, 2026-03-04",
        "2025-09-29, 3, WORKING_DAY, 2025-10-10",
        "2026-03-02, 0, WORKING_DAY, 2026-03-02",
        // The end falls into 国庆节 and gives way to the 8th.
        "2026-09-20, 15, DAY, 2026-10-08",
        "2026-03-02, 15, DAY, 2026-03-17",
        // No 31st in June; the 30th is a Tuesday.
        "2026-05-31, 1, MONTH, 2026-06-30",
        // 28 February 2026 is a Saturday, and worked.
        "2026-01-30, 1, MONTH, 2026-02-28",
        "2025-08-31, 6, MONTH, 2026-02-28",
        // 31 January 2026 is a Saturday.
        "2025-10-31, 3, MONTH, 2026-02-02"
    })
    void endsOn(LocalDate start, int length, TermUnit unit, LocalDate expected) {
        assertEquals(expected, new Term(length, unit).end(start, CALENDAR));
    }

    @ParameterizedTest
    @CsvSource({
        // Deferred on the fifth working day, resumed four weeks later: the days of the pause do not count.
        "2026-03-02, 10, WORKING_DAY, 2026-03-09, 2026-04-07, 2026-04-14",
        "2026-03-02, 15, DAY, 2026-03-09, 2026-03-19, 2026-03-27",
        "2026-03-02, 1, MONTH, 2026-03-09, 2026-03-19, 2026-04-13",
        // Deferred on the last day, which is still to come.
        "2026-03-02, 15, DAY, 2026-03-17, 2026-03-20, 2026-03-20",
        "2026-03-02, 1, MONTH, 2026-04-02, 2026-04-09, 2026-04-09",
        "2026-03-02, 5, WORKING_DAY, 2026-03-09, 2026-03-11, 2026-03-11",
        // Deferred after the term had ended: it has ended.
        "2026-03-02, 5, WORKING_DAY, 2026-03-16, 2026-04-01, 2026-03-09"
    })
    void standsStillWhileDeferred(
            LocalDate start, int length, TermUnit unit, LocalDate from, LocalDate resumed, LocalDate expected) {
        assertEquals(expected, new Term(length, unit).end(start, List.of(new Pause(from, resumed)), CALENDAR));
    }

    @Property
    void endsOnAWorkingDayAfterExactlySoManyOfThem(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 90) int length) {
        var end = new Term(length, TermUnit.WORKING_DAY).end(start, CALENDAR);

        assertTrue(CALENDAR.isWorking(end));
        assertEquals(
                length,
                start.plusDays(1)
                        .datesUntil(end.plusDays(1))
                        .filter(CALENDAR::isWorking)
                        .count());
    }

    @Property
    void monthsEndOnTheSameNumberOrTheMonthsLastDayOrTheNextWorkingDay(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 24) int length) {
        var end = new Term(length, TermUnit.MONTH).end(start, CALENDAR);
        var month = start.withDayOfMonth(1).plusMonths(length);
        var nominal = month.withDayOfMonth(Math.min(start.getDayOfMonth(), month.lengthOfMonth()));

        assertEquals(CALENDAR.workingOnOrAfter(nominal), end);
    }

    @Property
    void aDayThatStandsStillIsNotCounted(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll TermUnit unit,
            @ForAll @IntRange(min = 1, max = 40) int after,
            @ForAll @IntRange(min = 0, max = 40) int days) {
        var term = new Term(unit == TermUnit.MONTH ? 1 + length % 6 : length, unit);
        var pause = new Pause(start.plusDays(after), start.plusDays(after + days));

        var plain = term.end(start, CALENDAR);
        var paused = term.end(start, List.of(pause), CALENDAR);

        assertTrue(!paused.isBefore(plain), "never earlier");
        if (pause.from().isAfter(plain)) {
            assertEquals(plain, paused, "what comes after the end plays no part");
        }
        if (unit == TermUnit.WORKING_DAY) {
            assertEquals(
                    length,
                    start.plusDays(1)
                            .datesUntil(paused.plusDays(1))
                            .filter(CALENDAR::isWorking)
                            .filter(day -> day.isBefore(pause.from()) || !day.isBefore(pause.resumed()))
                            .count());
        }
    }

    @Property
    void aPauseCutInTwoIsTheSamePause(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll TermUnit unit,
            @ForAll @IntRange(min = 1, max = 40) int after,
            @ForAll @IntRange(min = 0, max = 20) int first,
            @ForAll @IntRange(min = 0, max = 20) int second) {
        var term = new Term(unit == TermUnit.MONTH ? 1 + length % 6 : length, unit);
        var from = start.plusDays(after);
        var middle = from.plusDays(first);
        var resumed = middle.plusDays(second);

        assertEquals(
                term.end(start, List.of(new Pause(from, resumed)), CALENDAR),
                term.end(start, List.of(new Pause(from, middle), new Pause(middle, resumed)), CALENDAR));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(2025, 2026),
                        Arbitraries.integers().between(1, 365))
                .as(LocalDate::ofYearDay);
    }
}
