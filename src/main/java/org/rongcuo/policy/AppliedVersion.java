package org.rongcuo.policy;

import java.time.LocalDate;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Text;

/** A version that bears on a case. @param policy {@code <jurisdiction>/<name>} */
public record AppliedVersion(
        String policy, Text title, BookKind kind, int version, LocalDate effectiveFrom, String contentHash) {
    static AppliedVersion of(PolicyVersion version) {
        return new AppliedVersion(
                version.policy().key(),
                version.policy().title(),
                version.policy().kind(),
                version.number(),
                version.effectiveFrom(),
                version.contentHash());
    }
}
