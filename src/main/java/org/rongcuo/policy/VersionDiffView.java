package org.rongcuo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.ModelDiff;

/**
 * How a version differs from another of its book.
 *
 * @param policy {@code <jurisdiction>/<name>}
 * @param base what it is compared with
 * @param sameContent whether both have one content hash; then there is no difference. Two contents may hold the same rules
 * @param rules item by item, decision by decision, row by row
 */
record VersionDiffView(
        String policy, ComparedVersion base, ComparedVersion version, boolean sameContent, ModelDiff rules) {
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

    static VersionDiffView of(PolicyVersion base, PolicyVersion version, ModelDiff rules) {
        return new VersionDiffView(
                version.policy().key(),
                ComparedVersion.of(base),
                ComparedVersion.of(version),
                base.contentHash().equals(version.contentHash()),
                rules);
    }
}
