package org.rongcuo.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How a step's two dates move when its clock stands still and when it is extended. */
class DeadlineTest {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(ShippedYears.read());

    private static Deadline begun(LocalDate start, int target, int limit, TermUnit unit) {
        var deadline = new Deadline(UUID.randomUUID(), Step.VERIFICATION, null, "HANDLER", start);
        deadline.last(
                new Limits.Limit(new Term(target, unit), new Term(limit, unit), 1, "示例值", "330900/procedure", 1, "r"),
                CALENDAR);
        return deadline;
    }

    @Property
    void asManyWorkingDaysAreLeftAfterAPauseAsBeforeIt(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 40) int limit,
            @ForAll @IntRange(min = 0, max = 30) int after,
            @ForAll @IntRange(min = 0, max = 90) int days) {
        var deadline = begun(start, limit / 2, limit, TermUnit.WORKING_DAY);
        var pausedOn = start.plusDays(after);
        var before = CALENDAR.workingDays(after == 0 ? start : pausedOn.minusDays(1), deadline.limitOn());
        var over = pausedOn.isAfter(deadline.limitOn());
        var limitBefore = deadline.limitOn();

        deadline.pause(pausedOn);
        assertFalse(deadline.isOver(LocalDate.of(2999, 1, 1)), "nothing is overdue while the clock stands still");
        deadline.resume(pausedOn.plusDays(days), CALENDAR);

        if (over) {
            assertEquals(limitBefore, deadline.limitOn(), "what was over before stays so");
        } else {
            var resumedOn = after == 0 && days == 0 ? start.plusDays(1) : pausedOn.plusDays(days);
            assertEquals(before, CALENDAR.workingDays(resumedOn.minusDays(1), deadline.limitOn()));
        }
        assertFalse(deadline.targetOn().isAfter(deadline.limitOn()), "the target is never after the limit");
    }

    @Property
    void twoPausesInOneTermMoveBothDatesByBoth(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 5) int first,
            @ForAll @IntRange(min = 0, max = 20) int gap,
            @ForAll @IntRange(min = 0, max = 30) int second) {
        var deadline = begun(start, 60, 60, TermUnit.DAY);
        deadline.pause(start.plusDays(3));
        deadline.resume(start.plusDays(3 + first), CALENDAR);
        deadline.pause(start.plusDays(3 + first + gap));
        deadline.resume(start.plusDays(3 + first + gap + second), CALENDAR);

        assertEquals(CALENDAR.workingOnOrAfter(start.plusDays(60 + first + second)), deadline.limitOn());
        assertEquals(deadline.limitOn(), deadline.targetOn());
    }

    @Property
    void anExtensionIsTheSameLengthAgainAndLeavesTheTarget(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 30) int limit, @ForAll TermUnit unit) {
        var deadline = begun(start, 1, limit, unit);
        var target = deadline.targetOn();

        deadline.extend(UUID.randomUUID(), start, "理由", CALENDAR);

        assertEquals(new Term(2 * limit, unit).end(start, CALENDAR), deadline.limitOn());
        assertEquals(target, deadline.targetOn());
    }

    @Test
    void aTermInMonthsFromTheMonthsEndMovesByTheDaysOfThePause() {
        var deadline = begun(LocalDate.of(2026, 1, 31), 1, 2, TermUnit.MONTH);
        assertEquals(LocalDate.of(2026, 2, 28), deadline.targetOn());
        assertEquals(LocalDate.of(2026, 3, 31), deadline.limitOn());

        deadline.pause(LocalDate.of(2026, 2, 10));
        deadline.resume(LocalDate.of(2026, 2, 20), CALENDAR);

        assertEquals(LocalDate.of(2026, 3, 10), deadline.targetOn());
        assertEquals(LocalDate.of(2026, 4, 10), deadline.limitOn());
    }

    @Test
    void aLastDayThatAnActSetMovesToo() {
        var deadline = until(LocalDate.of(2026, 3, 20));
        deadline.pause(LocalDate.of(2026, 3, 10));
        deadline.resume(LocalDate.of(2026, 3, 13), CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 23), deadline.limitOn());
    }

    @Test
    void aLastDayThatAnActSetMovesToAWorkingDay() {
        var deadline = until(LocalDate.of(2026, 3, 20));
        deadline.pause(LocalDate.of(2026, 3, 10));
        deadline.resume(LocalDate.of(2026, 3, 11), CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 23), deadline.limitOn(), "21 March is a Saturday");
    }

    @Test
    void aLastDayThatAnActSetAndThatIsOverStays() {
        var deadline = until(LocalDate.of(2026, 3, 20));
        deadline.pause(LocalDate.of(2026, 3, 23));
        deadline.resume(LocalDate.of(2026, 3, 30), CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 20), deadline.limitOn());

        var onItsLastDay = until(LocalDate.of(2026, 3, 20));
        onItsLastDay.pause(LocalDate.of(2026, 3, 20));
        onItsLastDay.resume(LocalDate.of(2026, 3, 23), CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 23), onItsLastDay.limitOn());
    }

    @Test
    void theLastDayItselfIsNotOverdue() {
        var deadline = until(LocalDate.of(2026, 3, 20));
        assertFalse(deadline.isOver(LocalDate.of(2026, 3, 20)));
        assertTrue(deadline.isOver(LocalDate.of(2026, 3, 21)));
    }

    @Test
    void aClockStoppedOnTheDayOfItsStartStandsStillFromTheNextDay() {
        var deadline = begun(LocalDate.of(2026, 3, 2), 5, 10, TermUnit.DAY);
        deadline.pause(LocalDate.of(2026, 3, 2));
        deadline.resume(LocalDate.of(2026, 3, 7), CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 11), deadline.targetOn());
        assertEquals(LocalDate.of(2026, 3, 16), deadline.limitOn());
    }

    @Test
    void anExtensionAfterAPauseKeepsTheDaysOfThePause() {
        var deadline = begun(LocalDate.of(2026, 3, 2), 5, 10, TermUnit.DAY);
        deadline.pause(LocalDate.of(2026, 3, 4));
        deadline.resume(LocalDate.of(2026, 3, 9), CALENDAR);
        deadline.extend(UUID.randomUUID(), LocalDate.of(2026, 3, 10), "理由", CALENDAR);
        assertEquals(LocalDate.of(2026, 3, 12), deadline.targetOn());
        assertEquals(LocalDate.of(2026, 3, 27), deadline.limitOn());
    }

    private static Deadline until(LocalDate last) {
        var deadline = new Deadline(UUID.randomUUID(), Step.SUPPLEMENT, null, "HANDLER", LocalDate.of(2026, 3, 2));
        deadline.lastUntil(last);
        return deadline;
    }

    @Test
    void withoutABookNothingIsEverOver() {
        var deadline = new Deadline(UUID.randomUUID(), Step.ACCEPTANCE, null, "HANDLER", LocalDate.of(2026, 3, 2));
        assertFalse(deadline.isOver(LocalDate.of(2999, 1, 1)));
        deadline.pause(LocalDate.of(2026, 3, 3));
        deadline.resume(LocalDate.of(2026, 3, 4), CALENDAR);
        assertTrue(deadline.isRunning());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 500)
                .map(days -> LocalDate.of(2025, 1, 1).plusDays(days));
    }
}
