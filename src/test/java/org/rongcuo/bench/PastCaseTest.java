package org.rongcuo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The past cases as drawn, without a database: {@code src/bench/run generate} writes them. */
class PastCaseTest {
    private static final long SEED = 7;

    @Test
    void equalSeedsDrawEqualCases() {
        for (int index = 0; index < 200; index++) {
            var one = PastCase.draw(SEED, index);
            var other = PastCase.draw(SEED, index);
            assertEquals(one.patternSeed(), other.patternSeed());
            assertEquals(one.conductTo(), other.conductTo());
            assertEquals(one.id(one.applied()), other.id(other.applied()));
        }
        assertNotEquals(
                PastCase.draw(SEED, 1).applied(), PastCase.draw(SEED + 1, 1).applied());
    }

    @Test
    void aHundredThousandCasesAreOfAboutTwentyThousandKinds() {
        var kinds = new HashSet<Long>();
        var random = new Random(SEED);
        for (int n = 0; n < 100_000; n++) {
            kinds.add(Pattern.draw(random, SEED));
        }
        assertTrue(kinds.size() > 18_000 && kinds.size() < 24_000, kinds.size() + " kinds");
    }

    @Test
    void noDayComesBeforeTheOneItRestsOn() {
        for (int index = 0; index < 5000; index++) {
            var drawn = PastCase.draw(SEED, index);
            assertFalse(drawn.conductTo().isBefore(drawn.conductFrom()));
            assertTrue(drawn.conductTo().isBefore(drawn.decidedOn()));
            assertTrue(drawn.applied().isBefore(drawn.evaluated()));
        }
    }
}
