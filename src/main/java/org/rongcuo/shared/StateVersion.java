package org.rongcuo.shared;

import java.util.List;

/**
 * The state version of an aggregate and its form as {@code ETag} (RFC 9110 §8.8.3): used for {@code If-Match} only.
 */
public final class StateVersion {
    private StateVersion() {}

    /** The strong entity tag of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Compares {@code If-Match} with the version that the caller is about to change.
     *
     * @param ifMatch the header's value, null when absent
     * @param current the version in the database, read under the aggregate's lock
     * @param chain the aggregate's ledger chain, to tell what changed since
     * @throws Problem 428 when absent, 400 when it is no tag of ours, 412 with {@code changes} when stale
     */
    public static void check(String ifMatch, long current, String chain, History history) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "请先读取记录,并以 If-Match 送回其 ETag",
                    "Read the record first and send its ETag as If-Match");
        }
        long given;
        try {
            given = Long.parseLong(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException notOurs) {
            throw Problem.of(ProblemType.MALFORMED_PARAMETER, "If-Match 不是本系统的 ETag", "If-Match is no ETag of ours");
        }
        if (given != current) {
            throw Problem.of(
                            ProblemType.STALE,
                            "记录已更新到第 " + current + " 版,您读到的是第 " + given + " 版",
                            "The record is at version " + current + ", you read version " + given)
                    .with("currentVersion", current)
                    .with("changes", history.since(chain, given));
        }
    }

    /** Tells what happened to an aggregate; implemented by the ledger. */
    public interface History {
        /** The changes of a chain after a state version, oldest first, at most 100. */
        List<Change> since(String chain, long version);
    }

    /**
     * One change, as told to a caller who holds an older version.
     *
     * @param version the state version it led to
     * @param type the event's type
     * @param at when
     * @param actor who, by display name
     */
    public record Change(long version, String type, java.time.Instant at, String actor) {}
}
