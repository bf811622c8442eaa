package org.rongcuo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.policy.PastBooks;

/** The texts of past records, of which only the days differ. */
class DatedTextTest {
    private static final LocalDate CONDUCT = LocalDate.of(2025, 4, 15);
    private static final LocalDate DECISION = LocalDate.of(2026, 11, 24);

    @Test
    void theDaysStandWhereTheyWereLeftOpen() {
        for (var text : List.of(
                "甲 " + PastBooks.DECISION + " 乙 " + PastBooks.CONDUCT + " 丙 " + PastBooks.DECISION,
                PastBooks.CONDUCT + "" + PastBooks.CONDUCT,
                "无日期")) {
            var expected = text.replace(PastBooks.CONDUCT.toString(), CONDUCT.toString())
                    .replace(PastBooks.DECISION.toString(), DECISION.toString());
            var bytes = new ByteArrayOutputStream();
            for (var part : new DatedText(text).on(CONDUCT, DECISION)) {
                bytes.writeBytes(part);
            }
            assertEquals(expected, bytes.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatCopyWouldTakeForItsOwnIsEscaped() {
        assertEquals("a\\\\n\\tb\\n", CopyRows.escaped("a\\n\tb\n"));
    }
}
