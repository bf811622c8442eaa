package org.rongcuo.shared;

import java.time.LocalDate;

/** The days that the product knows: others are mistyped, and the database and JSON do not agree on how to write them. */
public final class Days {
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private Days() {}

    /** @throws java.time.DateTimeException for what is no day, or none of these; the message is not for people */
    public static LocalDate parse(String text) {
        var day = LocalDate.parse(text);
        if (!isKnown(day)) {
            throw new java.time.DateTimeException("out of range");
        }
        return day;
    }

    static boolean isKnown(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
