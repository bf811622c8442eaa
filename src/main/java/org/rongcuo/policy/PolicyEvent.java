package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.DomainEvent;

/** What happens to a rule book, in the book's own ledger chain. */
sealed interface PolicyEvent extends DomainEvent {
    /** {@code <jurisdiction>/<name>}. */
    String policy();

    @Override
    default String chain() {
        return "policy:" + policy();
    }

    record PolicyOpened(String policy, long stateVersion, BookKind kind, String field, Visibility visibility)
            implements PolicyEvent {}

    /** @param base the version it starts from, null for the first */
    record DraftCreated(String policy, long stateVersion, int number, Integer base, String contentHash)
            implements PolicyEvent {}

    record DraftSaved(String policy, long stateVersion, int number, String contentHash) implements PolicyEvent {}

    /** @param testsHash over the stored text of the test cases */
    record TestsSaved(String policy, long stateVersion, int number, String testsHash) implements PolicyEvent {}

    record VersionSubmitted(
            String policy,
            long stateVersion,
            int number,
            String contentHash,
            String testsHash,
            String note,
            List<WrittenReason> reasons)
            implements PolicyEvent {}

    record VersionReturned(String policy, long stateVersion, int number, String contentHash, String remarks)
            implements PolicyEvent {}

    /**
     * Approved, to be in force from a date; or taken over as history.
     *
     * @param reasons what was accepted in writing by the author and by the approver
     * @param imported whether it is a version of history, in force from a date past
     */
    record VersionApproved(
            String policy,
            long stateVersion,
            int number,
            String contentHash,
            String testsHash,
            LocalDate effectiveFrom,
            List<WrittenReason> reasons,
            boolean imported,
            String note)
            implements PolicyEvent {}

    record VersionWithdrawn(String policy, long stateVersion, int number, VersionStatus was, String reasons)
            implements PolicyEvent {}

    record PolicyRepealed(String policy, long stateVersion, UUID repeal, LocalDate effectiveFrom, String reasons)
            implements PolicyEvent {}

    record RepealWithdrawn(String policy, long stateVersion, UUID repeal, LocalDate effectiveFrom, String reasons)
            implements PolicyEvent {}

    /** The book was reviewed. @param due the day by which it was to be, null when none was set */
    record PolicyReviewed(String policy, long stateVersion, String finding, LocalDate due, LocalDate nextReviewBy)
            implements PolicyEvent {}

    /** An authority above issued a document that affects the book. @param number null when it has none */
    record SuperiorDocumentRecorded(
            String policy,
            long stateVersion,
            UUID document,
            String title,
            String issuer,
            String number,
            LocalDate issuedOn,
            String summary)
            implements PolicyEvent {}

    /** A task about the book was done. @param reference what had raised it */
    record TaskCompleted(String policy, long stateVersion, UUID task, String kind, String reference, String remark)
            implements PolicyEvent {}
}
