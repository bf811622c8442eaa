package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    /** What is stored in one go, such as the subjects of a case, is listed by id in the order in which it was named. */
    @Test
    void idsSortInTheOrderInWhichTheyWereMadeEvenWithinAMillisecond() {
        List<UUID> made = Stream.generate(Ids::next).limit(10_000).toList();

        assertEquals(
                made.stream().map(UUID::toString).sorted().toList(),
                made.stream().map(UUID::toString).toList());
    }
}
