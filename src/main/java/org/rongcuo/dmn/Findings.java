package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.List;
import org.rongcuo.shared.Text;

/** Gathers what the gate holds against one model; bounded, so that a hostile model cannot make the refusal huge. */
final class Findings {
    private static final int MAX_FINDINGS = 200;
    private static final int MAX_QUOTE = 60;

    private final List<Finding> found = new ArrayList<>();
    private boolean full;

    /** A finding on the document as a whole. */
    static ModelRefused refusal(String code, String element, String zh, String en) {
        return new ModelRefused(List.of(new Finding(code, element, null, null, null, new Text(zh, en))));
    }

    void add(String code, Place place, String zh, String en) {
        if (found.size() >= MAX_FINDINGS) {
            full = true;
            return;
        }
        found.add(new Finding(code, place.element(), place.decision(), place.row(), place.column(), new Text(zh, en)));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Ends the gate here if anything was found. */
    void refuseIfAny() {
        if (found.isEmpty()) {
            return;
        }
        if (full) {
            found.add(new Finding(
                    "more-findings",
                    null,
                    null,
                    null,
                    null,
                    new Text(
                            "问题过多,只列出前" + MAX_FINDINGS + "条",
                            "too many findings, the first " + MAX_FINDINGS + " are listed")));
        }
        throw new ModelRefused(found);
    }

    /** Text of the model, cut to a length fit for a message. */
    static String quote(String text) {
        var oneLine = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return oneLine.length() <= MAX_QUOTE ? oneLine : oneLine.substring(0, MAX_QUOTE) + "…";
    }

    /** Where in a model something is; see {@link Finding}. */
    record Place(String element, String decision, Integer row, Integer column) {
        static Place of(String element) {
            return new Place(element == null ? null : quote(element), null, null, null);
        }

        static Place in(String decision, String element) {
            return new Place(quote(element), quote(decision), null, null);
        }

        Place cell(int rowNumber, int columnNumber) {
            return new Place(element, decision, rowNumber, columnNumber);
        }

        Place row(int rowNumber) {
            return new Place(element, decision, rowNumber, null);
        }

        Place column(int columnNumber) {
            return new Place(element, decision, row, columnNumber);
        }
    }
}
