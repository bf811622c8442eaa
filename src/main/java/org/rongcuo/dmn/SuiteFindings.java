package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.List;
import org.rongcuo.shared.Text;

/** Gathers what is wrong with one test suite; bounded, so that a hostile one cannot make the refusal huge. */
final class SuiteFindings {
    private static final int MAX_FINDINGS = 200;

    private final List<SuiteFinding> found = new ArrayList<>();
    private boolean full;

    void add(String code, Place place, String zh, String en) {
        if (found.size() >= MAX_FINDINGS) {
            full = true;
            return;
        }
        found.add(
                new SuiteFinding(code, place.testCase(), place.number(), place.part(), place.node(), new Text(zh, en)));
    }

    /** Ends here if anything was found. */
    void refuseIfAny() {
        if (found.isEmpty()) {
            return;
        }
        if (full) {
            found.add(new SuiteFinding(
                    "more-findings",
                    null,
                    null,
                    null,
                    null,
                    new Text(
                            "问题过多,只列出前" + MAX_FINDINGS + "条",
                            "too many findings, the first " + MAX_FINDINGS + " are listed")));
        }
        throw new SuiteRefused(found);
    }

    /** Where in a suite something is; see {@link SuiteFinding}. */
    record Place(String testCase, Integer number, String part, String node) {
        static final Place SUITE = new Place(null, null, null, null);

        static Place of(String testCase, int number) {
            return new Place(testCase == null ? null : Findings.quote(testCase), number, null, null);
        }

        Place facts(String node) {
            return new Place(testCase, number, "facts", node == null ? null : Findings.quote(node));
        }

        Place expected(String node) {
            return new Place(testCase, number, "expected", node == null ? null : Findings.quote(node));
        }
    }
}
