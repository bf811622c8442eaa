package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.ModelDiff;
import org.rongcuo.dmn.SemanticDiff;

/** Compares versions on the bounded pool, for it may be drafts or large; a comparison is remembered by the two contents. */
@ApplicationScoped
class VersionDiffs {
    private static final int REMEMBERED = 64;

    private final Books books;
    private final Admission admission;
    private final Cache<Key, Compared> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    VersionDiffs(Books books, Admission admission) {
        this.books = books;
        this.admission = admission;
    }

    private record Key(BookKind kind, String before, String after) {}

    /** @param semantic null for a procedure book, which says no outcome word */
    record Compared(ModelDiff rules, @Nullable SemanticDiff semantic) {}

    /** What the version does otherwise than the base, a version of the same book. */
    Compared of(PolicyVersion base, PolicyVersion version) {
        var key = new Key(version.policy().kind(), base.contentHash(), version.contentHash());
        var known = remembered.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var before = books.compiled(base);
        var after = books.compiled(version);
        var diff = admission.within(() -> new Compared(
                ModelDiff.of(before, after), key.kind() == BookKind.PROCEDURE ? null : SemanticDiff.of(before, after)));
        remembered.put(key, diff);
        return diff;
    }
}
