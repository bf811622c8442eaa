package org.rongcuo.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.policy.PastBooks;

/** A text, in UTF-8, with the two days of a matter left open: what differs between the records of one kind of case. */
final class DatedText {
    private static final String CONDUCT = PastBooks.CONDUCT.toString();
    private static final String DECISION = PastBooks.DECISION.toString();

    /** The text between the days; after each piece but the last comes the day of the same place in {@link #days}. */
    private final List<byte[]> pieces = new ArrayList<>();

    private final List<String> days = new ArrayList<>();

    DatedText(String text) {
        var from = 0;
        while (true) {
            var conduct = text.indexOf(CONDUCT, from);
            var decision = text.indexOf(DECISION, from);
            var next = conduct < 0 || decision < 0 ? Math.max(conduct, decision) : Math.min(conduct, decision);
            pieces.add(text.substring(from, next < 0 ? text.length() : next).getBytes(StandardCharsets.UTF_8));
            if (next < 0) {
                return;
            }
            days.add(next == conduct ? CONDUCT : DECISION);
            from = next + CONDUCT.length();
        }
    }

    /** The text with the days filled in, in parts. */
    byte[][] on(LocalDate conductUntil, LocalDate decidedOn) {
        var conduct = conductUntil.toString().getBytes(StandardCharsets.US_ASCII);
        var decision = decidedOn.toString().getBytes(StandardCharsets.US_ASCII);
        var parts = new byte[2 * pieces.size() - 1][];
        for (int piece = 0; piece < pieces.size(); piece++) {
            parts[2 * piece] = pieces.get(piece);
            if (piece < days.size()) {
                parts[2 * piece + 1] = days.get(piece).equals(CONDUCT) ? conduct : decision;
            }
        }
        return parts;
    }

    int length() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }
}
