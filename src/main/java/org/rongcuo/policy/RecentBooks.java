package org.rongcuo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The books that bear on a matter, as found within the last second: a public self-check is asked often and of few places
 * and days, and the books change seldom. A version takes effect on its date all the same, since the dates are part of the
 * matter; one that is taken over from history is seen a second later. Nothing that goes on record asks here. Thread-safe.
 */
@ApplicationScoped
class RecentBooks {
    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final int MOST = 1000;

    private final Books books;
    private final Cache<Matter, Books.TwoDates> found =
            Caffeine.newBuilder().expireAfterWrite(RECENT).maximumSize(MOST).build();

    RecentBooks(Books books) {
        this.books = books;
    }

    /** @throws org.rongcuo.shared.Problem 422 for an unknown jurisdiction */
    Books.TwoDates at(Matter matter) {
        return found.get(matter, asked -> {
            var dates = books.at(asked);
            // What is read later, without a session, is read now.
            dates.answerable().forEach(books::usable);
            return dates;
        });
    }
}
