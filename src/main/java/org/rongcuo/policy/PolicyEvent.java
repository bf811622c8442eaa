package org.rongcuo.policy;

import java.time.LocalDate;
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

    record DraftCreated(String policy, long stateVersion, int number, String contentHash) implements PolicyEvent {}

    record DraftSaved(String policy, long stateVersion, int number, String contentHash) implements PolicyEvent {}

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

    /** A version of history taken over as approved, with the date from which it was in force. */
    record VersionImported(String policy, long stateVersion, int number, String contentHash, LocalDate effectiveFrom)
            implements PolicyEvent {}
}
