package org.rongcuo.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Text;

/**
 * A replay of a draft, or of what was one.
 *
 * @param contentHash of the content that was replayed
 * @param current whether the version still has that content
 * @param baseline the number of the book's version in force on the day, with which the draft is compared; null for none
 * @param replayDate the day whose versions in force make up the rest of the chains
 * @param failure why it failed; null unless it did
 * @param report null until it is finished, and in lists
 */
record ReplayView(
        UUID id,
        String policy,
        int version,
        String contentHash,
        boolean current,
        ReplayStatus status,
        @Nullable Integer baseline,
        LocalDate replayDate,
        ReplayFilters filters,
        int parts,
        Progress progress,
        PersonRef requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Text failure,
        @Nullable ImpactReport report) {
    /**
     * How far it has come.
     *
     * @param done subjects replayed
     * @param total of how many; null while they are not counted
     */
    @Schema(name = "ReplayProgress")
    record Progress(long done, @Nullable Long total) {}

    /**
     * A subject whom the draft hits, or of whom that cannot be told.
     *
     * @param before the outcomes possible by the rules in force; one alone where the tables decide
     * @param after the outcomes possible with the draft, likewise
     * @param direction null unless the outcome turns
     * @param rowsBefore what decides in the book that speaks, each {@code <jurisdiction>/<name>:<row id>}
     * @param recorded what people determined; null where they did not
     */
    record ImpactedCase(
            UUID caseId,
            UUID subjectId,
            String jurisdiction,
            ImpactCase.ImpactKind kind,
            List<Recommendation> before,
            List<Recommendation> after,
            @Nullable FlipDirection direction,
            List<String> rowsBefore,
            List<String> rowsAfter,
            @Nullable Recommendation recorded) {
        static ImpactedCase of(ImpactCase listed) {
            return new ImpactedCase(
                    listed.caseRef(),
                    listed.subjectRef(),
                    listed.jurisdiction(),
                    listed.kind(),
                    listed.before(),
                    listed.after(),
                    listed.direction(),
                    listed.rowsBefore(),
                    listed.rowsAfter(),
                    listed.recorded());
        }
    }
}
