package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * One of the gates before an approval (policy-contract "Versions"). Each tells everything that stands against a version
 * at once; a new gate is a new bean.
 */
interface ApprovalGate {
    /** What stands against the candidate, whatever was said in writing. Called under the book's lock. */
    List<Blocker> blockers(Candidate candidate);

    /**
     * A version that may be approved.
     *
     * @param assessment what its model and its tests were found to be
     * @param effectiveFrom the first day it is to be in force
     * @param history whether it is to be taken over as history
     */
    record Candidate(PolicyVersion version, Assessment assessment, LocalDate effectiveFrom, boolean history) {}

    /**
     * Something that stands against an approval.
     *
     * @param gate the gate's code
     * @param subject what is concerned: a decision, a row, a test case, a book; null for the version as a whole
     * @param within what holds the subject and whose reason in writing serves all such: the decision of a row; the book
     *     itself where others are concerned; else null
     * @param excusable whether a reason in writing lifts it
     * @param counterExample facts that show it; null where it is not about facts
     */
    record Blocker(
            String gate,
            @Nullable String subject,
            @Nullable String within,
            Text message,
            boolean excusable,
            @Nullable CounterExample counterExample) {
        static Blocker firm(String gate, String subject, Text message) {
            return new Blocker(gate, subject, null, message, false, null);
        }

        static Blocker excusable(String gate, String subject, String within, Text message) {
            return new Blocker(gate, subject, within, message, true, null);
        }

        boolean liftedBy(List<WrittenReason> reasons) {
            return excusable
                    && reasons.stream()
                            .anyMatch(reason -> reason.gate().equals(gate)
                                    && (reason.subject().equals(subject)
                                            || reason.subject().equals(within)));
        }
    }
}
