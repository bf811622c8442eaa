package org.rongcuo.shared;

import java.net.URI;

/**
 * What a write answers.
 *
 * @param status 200, 201, 202 or 204
 * @param view the body, null for 204
 * @param stateVersion sent as {@code ETag}; null when the answer is of something without a state version
 * @param location address of what was created or taken on, null otherwise
 * @param toldOnce whether the body is kept nowhere, not even to be told again under the same Idempotency-Key
 */
public record Outcome<T>(int status, T view, Long stateVersion, URI location, boolean toldOnce) {
    private Outcome(int status, T view, Long stateVersion, URI location) {
        this(status, view, stateVersion, location, false);
    }

    public static <T> Outcome<T> ok(T view) {
        return new Outcome<>(200, view, null, null);
    }

    public static <T> Outcome<T> ok(T view, long stateVersion) {
        return new Outcome<>(200, view, stateVersion, null);
    }

    /** What was sealed, shown this once. */
    public static <T> Outcome<T> once(T view) {
        return new Outcome<>(200, view, null, null, true);
    }

    /** Taken on, to be done later. */
    public static <T> Outcome<T> accepted(T view, String location) {
        return new Outcome<>(202, view, null, URI.create(location));
    }

    public static <T> Outcome<T> created(T view, String location) {
        return new Outcome<>(201, view, null, URI.create(location));
    }

    public static <T> Outcome<T> created(T view, String location, long stateVersion) {
        return new Outcome<>(201, view, stateVersion, URI.create(location));
    }
}
