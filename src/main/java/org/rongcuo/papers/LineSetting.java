package org.rongcuo.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks paragraphs into lines as Chinese is set (避头尾): no line begins with a closing mark or ends with an opening one,
 * figures and Latin words stay whole.
 */
final class LineSetting {
    private static final String NEVER_FIRST = "\uff0c\uff1b\uff1a\uff1f\uff01\uff09\uff05。、》〉】〕」』”’…—‰℃·,.;:?!)]}%";
    private static final String NEVER_LAST = "\uff08《〈【〔「『“‘([{¥$";

    /** How far marks at the end of a line may be pressed together, in parts of a line's width. */
    private static final double PRESSED = 0.05;

    /** How many pieces are carried over at most, and how long a run of figures or letters stays whole. */
    private static final int CARRIED = 4;

    private static final int LONGEST = 24;

    private final ToDoubleFunction<String> width;

    /** @param width how wide a text is, in points */
    LineSetting(ToDoubleFunction<String> width) {
        this.width = width;
    }

    /** @param full whether it runs on, and is to fill the measure */
    record Line(String text, boolean full) {}

    /** @param first how wide the first line may be, in points; @param others and the others */
    List<Line> lines(String paragraph, double first, double others) {
        List<Line> lines = new ArrayList<>();
        var pieces = pieces(paragraph);
        var line = new ArrayList<String>();
        var measure = first;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var wide = width.applyAsDouble(String.join("", line) + piece.stripTrailing());
            if (!line.isEmpty() && wide > measure + 0.01 && !fits(pieces, i, wide, measure)) {
                var carried = carried(line, piece);
                lines.add(new Line(String.join("", line).stripTrailing(), true));
                line = new ArrayList<>(carried);
                measure = others;
                if (carried.isEmpty() && piece.isBlank()) {
                    continue;
                }
            }
            line.add(piece);
        }
        if (!line.isEmpty()) {
            lines.add(new Line(String.join("", line).stripTrailing(), false));
        }
        return lines;
    }

    /** What goes to the next line with a piece, so that marks stand right; taken from the line. Nothing where only marks stand. */
    private static List<String> carried(List<String> line, String piece) {
        for (int kept = line.size(); kept > Math.max(0, line.size() - 1 - CARRIED); kept--) {
            var opening = kept == line.size() ? piece : line.get(kept);
            if (!mayNotOpen(opening) && !mayNotEnd(line.get(kept - 1))) {
                var rest = line.subList(kept, line.size());
                var carried = new ArrayList<>(rest);
                rest.clear();
                return carried;
            }
        }
        return List.of();
    }

    /** A single mark that may not open the next line is pressed into this one. */
    private boolean fits(List<String> pieces, int at, double wide, double measure) {
        return mayNotOpen(pieces.get(at))
                && wide <= measure * (1 + PRESSED)
                && (at + 1 == pieces.size() || !mayNotOpen(pieces.get(at + 1)));
    }

    private static boolean mayNotOpen(String piece) {
        return NEVER_FIRST.indexOf(piece.charAt(0)) >= 0;
    }

    private static boolean mayNotEnd(String piece) {
        return NEVER_LAST.indexOf(piece.charAt(piece.length() - 1)) >= 0;
    }

    private static String last(List<String> line) {
        return line.get(line.size() - 1);
    }

    /** What is never parted: a wide character, or a run of others with no blank between. */
    private List<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        var run = new StringBuilder();
        paragraph.codePoints().forEach(each -> {
            var wide = each > 0xffff || Typography.isWide((char) each);
            var longest = run.length() >= LONGEST;
            if (!run.isEmpty() && (wide || each == ' ' || longest)) {
                pieces.add(run.toString());
                run.setLength(0);
            }
            if (wide || each == ' ') {
                pieces.add(Character.toString(each));
            } else {
                run.appendCodePoint(each);
            }
        });
        if (!run.isEmpty()) {
            pieces.add(run.toString());
        }
        return pieces;
    }
}
