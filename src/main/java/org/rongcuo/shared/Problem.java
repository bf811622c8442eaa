package org.rongcuo.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal told to the caller as {@code application/problem+json} (RFC 9457). Thrown anywhere below a resource; it
 * rolls the transaction back, so nothing is half-stored.
 */
public final class Problem extends RuntimeException {
    /** The extension member that is also sent as the {@code Retry-After} header: seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    private final ProblemType type;
    private final String code;
    private final transient Text explanation;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    private Problem(ProblemType type, String code, Text explanation, List<Violation> violations) {
        super(code + ": " + explanation.en(), null, false, false);
        this.type = type;
        this.code = code;
        this.explanation = explanation;
        this.violations = List.copyOf(violations);
    }

    /** A problem whose code is its type's slug. */
    public static Problem of(ProblemType type, String zh, String en) {
        return new Problem(type, type.slug(), new Text(zh, en), List.of());
    }

    /** A problem whose explanation is its type's title. */
    public static Problem of(ProblemType type) {
        return new Problem(type, type.slug(), type.title(), List.of());
    }

    /** A problem with a code finer than its type, such as the reason an act is refused. */
    public static Problem coded(ProblemType type, String code, Text explanation) {
        return new Problem(type, code, explanation, List.of());
    }

    /** A problem with a code finer than its type and everything that stands behind it. */
    public static Problem coded(ProblemType type, String code, Text explanation, List<Violation> violations) {
        return new Problem(type, code, explanation, violations);
    }

    /** 422 with every violation found. */
    public static Problem invalid(List<Violation> violations) {
        return new Problem(
                ProblemType.INVALID,
                ProblemType.INVALID.slug(),
                new Text(
                        "共有 " + violations.size() + " 处不符合要求", violations.size() + " violation(s), see \"violations\""),
                violations);
    }

    /** 422 with one violation. */
    public static Problem invalid(String pointer, String code, String zh, String en) {
        return invalid(List.of(Violation.at(pointer, code, zh, en)));
    }

    /** A problem of any type with violations. */
    public static Problem withViolations(ProblemType type, Text explanation, List<Violation> violations) {
        return new Problem(type, type.slug(), explanation, violations);
    }

    /** What the caller may not know to exist: 404 for unseen and absent alike. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, "不存在,或您无权查看", "It does not exist, or you may not see it");
    }

    /** Adds an extension member (RFC 9457 §3.2); the value must serialise to JSON. */
    public Problem with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String code() {
        return code;
    }

    /** The {@code detail} member. */
    public Text explanation() {
        return explanation;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
