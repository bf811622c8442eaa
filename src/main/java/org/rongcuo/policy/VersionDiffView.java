package org.rongcuo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.ModelDiff;
import org.rongcuo.dmn.SemanticDiff;

/**
 * How a version differs from another of its book.
 *
 * @param policy {@code <jurisdiction>/<name>}
 * @param base what it is compared with
 * @param sameContent whether both have one content hash; then there is no difference. Two contents may hold the same rules
 * @param rules item by item, decision by decision, row by row
 * @param semantic the facts on which the outcome is another, or the proof that there are none; null for a procedure book
 */
record VersionDiffView(
        String policy,
        ComparedVersion base,
        ComparedVersion version,
        boolean sameContent,
        ModelDiff rules,
        @Nullable SemanticDiff semantic) {
    /** One of the two. @param effectiveFrom null unless it is approved */
    record ComparedVersion(
            int number,
            VersionStatus status,
            String contentHash,
            @Nullable LocalDate effectiveFrom) {
        static ComparedVersion of(PolicyVersion version) {
            return new ComparedVersion(
                    version.number(), version.status(), version.contentHash(), version.effectiveFrom());
        }
    }

    static VersionDiffView of(PolicyVersion base, PolicyVersion version, VersionDiffs.Compared compared) {
        return new VersionDiffView(
                version.policy().key(),
                ComparedVersion.of(base),
                ComparedVersion.of(version),
                base.contentHash().equals(version.contentHash()),
                compared.rules(),
                compared.semantic());
    }
}
