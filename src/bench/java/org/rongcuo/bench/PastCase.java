package org.rongcuo.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.rongcuo.policy.PastBooks;
import org.rongcuo.shared.Clocks;

/**
 * One past case as drawn, before anything of it is judged. A function of the generator's seed and the case's index alone.
 *
 * @param reconsidered whether there is an earlier record of the same subjects, with items still open
 * @param pending whether it is still being verified: recorded, not determined
 * @param chance for what the people did
 */
record PastCase(
        Pattern pattern,
        long patternSeed,
        boolean twoSubjects,
        boolean reconsidered,
        boolean pending,
        LocalDate conductFrom,
        LocalDate conductTo,
        Instant applied,
        Instant evaluated,
        Random chance) {
    private static final LocalDate FIRST = LocalDate.of(2018, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST_APPLICATION = LocalDate.of(2026, 9, 30);
    private static final LocalDate STILL_PENDING_FROM = LocalDate.of(2026, 6, 1);

    static PastCase draw(long seed, long index) {
        var random = new Random(Pattern.mix(seed, index));
        var patternSeed = Pattern.draw(random, seed);
        var pattern = new Pattern(patternSeed);
        // More of late than of old.
        var conductTo = FIRST.plusDays((long) (Math.sqrt(random.nextDouble()) * ChronoUnit.DAYS.between(FIRST, LAST)));
        var conductFrom = conductTo.minusDays(random.nextInt(90));
        var delay = random.nextDouble();
        var applied = conductTo.plusDays(10 + (long) (delay * delay * 500));
        applied = applied.isAfter(LAST_APPLICATION) ? LAST_APPLICATION : applied;
        var evaluated = applied.plusDays(10 + random.nextInt(35));
        return new PastCase(
                pattern,
                patternSeed,
                random.nextDouble() < 0.08,
                random.nextDouble() < 0.1,
                !applied.isBefore(STILL_PENDING_FROM) && random.nextDouble() < 0.3,
                conductFrom,
                conductTo,
                at(applied, random),
                at(evaluated, random),
                random);
    }

    private static Instant at(LocalDate day, Random random) {
        return day.atTime(9, 0).atZone(Clocks.SHANGHAI).toInstant().plusSeconds(random.nextInt(8 * 3600));
    }

    /** The day on which the recommendation was given. */
    LocalDate decidedOn() {
        return Clocks.dateOf(evaluated);
    }

    PastBooks.Where where(PastBooks books) {
        return new PastBooks.Where(
                pattern.jurisdiction, pattern.field, pattern.status, books.era(conductTo), books.era(decidedOn()));
    }

    /** The year of its number. */
    int year() {
        return Clocks.dateOf(applied).getYear();
    }

    /** An identifier like the product's, UUID version 7, which sorts by that moment. */
    UUID id(Instant moment) {
        var high = moment.toEpochMilli() << 16 | 0x7000 | chance.nextInt(1 << 12);
        return new UUID(high, chance.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
