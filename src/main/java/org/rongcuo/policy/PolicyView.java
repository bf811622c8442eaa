package org.rongcuo.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Text;

/**
 * A rule book.
 *
 * @param policy {@code <jurisdiction>/<name>}
 * @param field null for all fields
 * @param parent the book above, null for none
 * @param lenity null for books that never speak
 * @param inForce the number of the version in force today, null for none
 */
record PolicyView(
        String policy,
        String jurisdiction,
        String name,
        BookKind kind,
        Text title,
        @Nullable String field,
        Scope scope,
        @Nullable String parent,
        @Nullable Lenity lenity,
        Visibility visibility,
        @Nullable LocalDate reviewBy,
        @Nullable Integer inForce) {
    /** What a statute reaches; empty lists reach all. */
    record Scope(List<String> fields, List<SubjectStatus> subjectStatuses) {}

    /** The setting of 从旧兼从轻. */
    record Lenity(LenityMode mode, String basis) {}

    static PolicyView of(Policy policy, Integer inForce) {
        return new PolicyView(
                policy.key(),
                policy.jurisdiction().code(),
                policy.name(),
                policy.kind(),
                policy.title(),
                policy.field(),
                new Scope(policy.scopeFields(), policy.scopeStatuses()),
                policy.parent() == null ? null : policy.parent().key(),
                policy.lenityMode() == null ? null : new Lenity(policy.lenityMode(), policy.lenityBasis()),
                policy.visibility(),
                policy.reviewBy(),
                inForce);
    }

    /**
     * A version of a book.
     *
     * @param status as stored
     * @param state as derived today: DRAFT, SCHEDULED, IN_FORCE or SUPERSEDED
     * @param effectiveFrom the first day in force, null for drafts
     */
    record VersionView(
            String policy,
            int number,
            VersionStatus status,
            State state,
            @Nullable LocalDate effectiveFrom,
            String contentHash,
            @Nullable String note,
            Instant createdAt,
            Instant savedAt,
            @Nullable Instant approvedAt,
            long stateVersion) {
        static VersionView of(PolicyVersion version, Integer inForce, LocalDate today) {
            return new VersionView(
                    version.policy().key(),
                    version.number(),
                    version.status(),
                    State.of(version, inForce, today),
                    version.effectiveFrom(),
                    version.contentHash(),
                    version.note(),
                    version.createdAt(),
                    version.savedAt(),
                    version.approvedAt(),
                    version.stateVersion());
        }
    }

    /** What a version is today; derived, never stored. */
    enum State {
        DRAFT,
        SCHEDULED,
        IN_FORCE,
        SUPERSEDED;

        static State of(PolicyVersion version, Integer inForce, LocalDate today) {
            if (version.status() != VersionStatus.APPROVED) {
                return DRAFT;
            }
            if (version.effectiveFrom().isAfter(today)) {
                return SCHEDULED;
            }
            return Integer.valueOf(version.number()).equals(inForce) ? IN_FORCE : SUPERSEDED;
        }
    }
}
