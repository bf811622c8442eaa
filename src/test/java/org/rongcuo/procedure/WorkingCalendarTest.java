package org.rongcuo.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongcuo.procedure.WorkingYear.Holiday;
import org.rongcuo.shared.Problem;

/** The State Council's calendar of 2025 and 2026, written out day by day as the notices have it, not as our file has it. */
class WorkingCalendarTest {
    private final WorkingCalendar calendar = new WorkingCalendar(ShippedYears.read());

    @ParameterizedTest
    @CsvSource({
        // 2025 春节: off from Tuesday 28 January to Tuesday 4 February; Sunday 26 January and Saturday 8 February worked.
        "2025-01-20, 2025-02-14, 20 21 22 23 24 26 27 5 6 7 8 10 11 12 13 14",
        // 2025 国庆节、中秋节: off from 1 to 8 October; Sunday 28 September and Saturday 11 October worked.
        "2025-09-22, 2025-10-17, 22 23 24 25 26 28 29 30 9 10 11 13 14 15 16 17",
        // 2026 春节: off from Sunday 15 to Monday 23 February; Saturdays 14 and 28 February worked.
        "2026-02-09, 2026-03-06, 9 10 11 12 13 14 24 25 26 27 28 2 3 4 5 6",
        // 2026 国庆节: off from 1 to 7 October; Sunday 20 September and Saturday 10 October worked; 中秋节 25 to 27
        // September.
        "2026-09-14, 2026-10-16, 14 15 16 17 18 20 21 22 23 24 28 29 30 8 9 10 12 13 14 15 16",
        // 元旦 and 劳动节.
        "2025-12-29, 2026-01-09, 29 30 31 4 5 6 7 8 9",
        "2026-04-27, 2026-05-15, 27 28 29 30 6 7 8 9 11 12 13 14 15"
    })
    void theWorkingDaysAreThoseAnnounced(LocalDate first, LocalDate last, String expected) {
        var working = first.datesUntil(last.plusDays(1))
                .filter(calendar::isWorking)
                .map(day -> String.valueOf(day.getDayOfMonth()))
                .collect(Collectors.joining(" "));

        assertEquals(expected, working);
    }

    /** Weekdays of the year less the weekdays off (2025: 18, 2026: 19), plus the weekend days worked (5, 6). */
    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void aYearHasItsWorkingDays(int year, int expected) {
        var working = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorking)
                .count();

        assertEquals(expected, working);
    }

    @Test
    void aYearNotAnnouncedCountsAsOrdinaryWeeksAndSaysSo() {
        assertTrue(calendar.isWorking(day("2027-10-01")), "a Friday");
        assertFalse(calendar.isWorking(day("2027-10-02")), "a Saturday");
        assertTrue(calendar.announced(day("2025-01-01"), day("2026-12-31")));
        assertFalse(calendar.announced(day("2026-12-01"), day("2027-01-04")));
    }

    @Test
    void refusesAYearThatContradictsItselfAndNamesEveryPlace() {
        var refused = assertThrows(
                Problem.class,
                () -> new WorkingYear(
                        2027,
                        "示例",
                        List.of(
                                new Holiday("元旦", day("2027-01-01"), day("2027-01-03")),
                                new Holiday("又一节", day("2027-01-03"), day("2027-01-04")),
                                new Holiday("倒置", day("2027-05-05"), day("2027-05-01")),
                                new Holiday("别年", day("2026-12-31"), day("2027-01-01"))),
                        List.of(
                                day("2027-01-02"),
                                day("2027-01-06"),
                                day("2028-01-01"),
                                day("2027-01-09"),
                                day("2027-01-09"))));

        assertEquals(
                List.of(
                        "/holidays/1 overlaps",
                        "/holidays/2/to before-from",
                        "/holidays/3 other-year",
                        "/worked/0 day-off-too",
                        "/worked/1 no-weekend",
                        "/worked/2 other-year",
                        "/worked/4 duplicate"),
                refused.violations().stream()
                        .map(violation -> violation.pointer() + " " + violation.code())
                        .toList());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
