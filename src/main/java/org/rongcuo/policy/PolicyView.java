package org.rongcuo.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
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
    @Schema(name = "PolicyScope")
    record Scope(List<String> fields, List<SubjectStatus> subjectStatuses) {}

    /** The setting of 从旧兼从轻. */
    @Schema(name = "PolicyLenity")
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
     * @param state as derived today
     * @param base the approved version it started from, null when there was none
     * @param effectiveFrom the first day in force, null before the approval
     * @param effectiveUntil the last day in force, null while its end is not known
     * @param testsHash over its tests, null when it has none
     * @param tests how its tests went when it was last saved; null where that was before tests were run
     * @param note what was said at the approval
     * @param imported whether it was taken over as history
     * @param author who made the draft; null without login, and for what the product shipped
     * @param submittedBy who submitted it, likewise
     * @param submissionNote what was said then
     * @param approvedBy who approved it, likewise
     * @param returnRemarks why it was returned, null when it was not or was submitted again
     * @param reasons what was accepted in writing
     */
    record VersionView(
            String policy,
            int number,
            VersionStatus status,
            State state,
            @Nullable Integer base,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            String contentHash,
            @Nullable String testsHash,
            @Nullable TestSummary tests,
            @Nullable String note,
            boolean imported,
            Instant createdAt,
            @Nullable PersonRef author,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable PersonRef submittedBy,
            @Nullable String submissionNote,
            @Nullable Instant approvedAt,
            @Nullable PersonRef approvedBy,
            @Nullable String returnRemarks,
            @Nullable String withdrawalReasons,
            List<WrittenReason> reasons,
            long stateVersion) {}

    /** What a version is today; derived, never stored. */
    @Schema(name = "VersionState")
    enum State {
        DRAFT,
        IN_REVIEW,
        SCHEDULED,
        IN_FORCE,
        SUPERSEDED,
        REPEALED,
        WITHDRAWN
    }
}
