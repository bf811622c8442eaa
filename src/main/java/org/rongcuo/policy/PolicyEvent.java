package org.rongcuo.policy;

import java.time.LocalDate;
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

    /** A version of history taken over as approved, with the date from which it was in force. */
    record VersionImported(String policy, long stateVersion, int number, String contentHash, LocalDate effectiveFrom)
            implements PolicyEvent {}
}
