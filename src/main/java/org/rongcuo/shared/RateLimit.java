package org.rongcuo.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits what anonymous callers may ask: so many requests a minute, by kind of request and address. */
@ApplicationScoped
public class RateLimit {
    private final long perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimit(@ConfigProperty(name = "rongcuo.anonymous.requests-per-minute", defaultValue = "60") long perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes one request from the caller's allowance.
     *
     * @throws Problem 429 with {@code Retry-After} when it is spent
     */
    public void take(String kind, String address) {
        var bucket = buckets.get(
                kind + "|" + address,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = Math.max(
                    1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "每分钟最多 " + perMinute + " 次,请 " + seconds + " 秒后再试",
                            "At most " + perMinute + " a minute; try again in " + seconds + " s")
                    .with(Problem.RETRY_AFTER, seconds);
        }
    }
}
