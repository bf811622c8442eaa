package org.rongcuo.dmn;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * What became of a suite: each case with expected, actual and the rows hit, and which rows of the book no case hits.
 *
 * @param passed how many cases passed
 * @param failed how many came out otherwise
 * @param errors how many could not be run, or test nothing
 * @param cases in the order of the suite
 * @param coverage over all cases that could be run, whether they passed or failed
 */
public record TestRun(int passed, int failed, int errors, List<Case> cases, Coverage coverage) {
    public TestRun {
        cases = List.copyOf(cases);
    }

    /** Whether nothing failed and nothing erred; so it is without cases. */
    public boolean clean() {
        return failed == 0 && errors == 0;
    }

    /** How a case went. */
    @Schema(name = "TestOutcome")
    public enum Outcome {
        PASSED,
        /** A decision came to another value, or the word that was expected does not stand. */
        FAILED,
        /** It could not be run, or expects nothing. */
        ERROR
    }

    /**
     * One case.
     *
     * @param description null if none is written
     * @param reasons why it erred, or why the outcome it expects does not stand; else empty
     * @param results one for each decision expected, in the order of the case; empty when it erred
     * @param rows the rows hit, in the order of the book; empty when it erred
     */
    @Schema(name = "TestCaseResult")
    public record Case(
            String id,
            @Nullable String description,
            Outcome outcome,
            List<Reason> reasons,
            List<Result> results,
            List<Hit> rows) {
        public Case {
            reasons = List.copyOf(reasons);
            results = List.copyOf(results);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Why a case erred or an outcome does not stand.
     *
     * @param code {@code expects-nothing}, {@code item-unknown}, {@code decision-unknown}, {@code decision-failed}, the
     *     codes of {@link Reading.Inadmissible} and those of {@link ReferReason}
     */
    @Schema(name = "TestReason")
    public record Reason(String code, Text text) {}

    /**
     * One decision, expected against actual.
     *
     * @param decision its id
     * @param name its name
     * @param expected null for "no value"
     * @param actual null where the decision came to none
     * @param met whether they are the same
     */
    @Schema(name = "TestResult")
    public record Result(
            String decision,
            String name,
            @Nullable Object expected,
            @Nullable Object actual,
            boolean met) {}

    /**
     * A row whose conditions the case met.
     *
     * @param decision id of the table's decision
     * @param row the row's id
     * @param number its place in the table, from 1
     * @param effective whether it determined the result; false for a row behind the one that the hit policy chose
     */
    @Schema(name = "TestHit")
    public record Hit(String decision, String row, int number, boolean effective) {}

    /**
     * Which rows the cases hit. A row counts as covered when it determined a result: under UNIQUE and FIRST when the hit
     * policy chose it, under ANY, COLLECT and RULE ORDER, where every match bears on the result, when it matched. A row
     * that only ever matches behind another is not covered: nobody would notice if it said something else.
     *
     * @param rows how many rows the book's tables have
     * @param covered how many of them are covered
     * @param hits by row id, how many cases it determined; every row of the book is there
     * @param uncovered the rows that are not covered, in the order of the book
     */
    @Schema(name = "RowCoverage")
    public record Coverage(int rows, int covered, Map<String, Integer> hits, List<Row> uncovered) {
        public Coverage {
            uncovered = List.copyOf(uncovered);
        }
    }

    /**
     * A row that no case covers.
     *
     * @param decision id of the table's decision
     * @param name the decision's name
     * @param row the row's id
     * @param number its place in the table, from 1
     * @param basis the article it rests on (依据); empty if none is written
     * @param note the row in plain words (说明); empty if none are written
     */
    @Schema(name = "UncoveredRow")
    public record Row(String decision, String name, String row, int number, String basis, String note) {}
}
