package org.rongcuo.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Text;

/**
 * What a draft would do to the cases on record: each subject counts once, by the latest evaluation, as {@code unchanged}, in
 * one of the {@code flips}, or in one of {@code open}. It compares rules, not cases: 从旧兼从轻 plays no part, and nothing is
 * changed by it.
 *
 * @param cases how many cases these subjects are of
 * @param subjects all that were replayed
 * @param distinctVectors how many of them differ in facts, place, field or status
 * @param unchanged by outcome, those to whom the draft changes nothing
 * @param flips by outcome before and after, the most first
 * @param open those of whom it cannot be told: facts are missing, so that several outcomes are possible
 * @param recorded what people determined, beside what the tables say; those who are not determined are left out
 */
record ImpactReport(
        long cases,
        long subjects,
        long distinctVectors,
        List<Unchanged> unchanged,
        List<Flips> flips,
        List<OpenGroup> open,
        List<Recorded> recorded) {
    @Schema(name = "ImpactUnchanged")
    record Unchanged(Recommendation outcome, Text label, long count) {}

    /**
     * Those whose outcome the draft turns from one into another.
     *
     * @param rows the most frequent pairs of rows that decide before and after
     * @param otherRows how many there are beside these pairs
     */
    @Schema(name = "ImpactFlips")
    record Flips(
            Recommendation from,
            Recommendation to,
            Text label,
            FlipDirection direction,
            long count,
            List<InPlace> jurisdictions,
            List<RowPair> rows,
            long otherRows) {}

    /** @param jurisdiction its code */
    record InPlace(String jurisdiction, long count) {}

    /** The rows that decide, each as {@code <jurisdiction>/<name>:<row id>}. */
    record RowPair(List<String> before, List<String> after, long count) {}

    /**
     * Those of whom it cannot be told.
     *
     * @param before the outcomes possible by the rules in force
     * @param after the outcomes possible with the draft
     * @param items the items without an answer, by how many lack it
     */
    record OpenGroup(
            List<Recommendation> before,
            List<Recommendation> after,
            long count,
            List<InPlace> jurisdictions,
            List<UnansweredItem> items) {}

    record UnansweredItem(String item, long count) {}

    /** @param outcome what people determined */
    @Schema(name = "ImpactRecorded")
    record Recorded(Recommendation outcome, List<Recommendation> before, List<Recommendation> after, long count) {}
}
