package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.ModelDiff;

/** Compares versions on the bounded pool, for it may be drafts or large; a comparison is remembered by the two contents. */
@ApplicationScoped
class VersionDiffs {
    private static final int REMEMBERED = 64;

    private final Books books;
    private final Admission admission;
    private final Cache<Key, ModelDiff> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    VersionDiffs(Books books, Admission admission) {
        this.books = books;
        this.admission = admission;
    }

    private record Key(BookKind kind, String before, String after) {}

    /** What the version does otherwise than the base, a version of the same book. */
    ModelDiff of(PolicyVersion base, PolicyVersion version) {
        var key = new Key(version.policy().kind(), base.contentHash(), version.contentHash());
        var known = remembered.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var before = books.compiled(base);
        var after = books.compiled(version);
        var diff = admission.within(() -> ModelDiff.of(before, after));
        remembered.put(key, diff);
        return diff;
    }
}
