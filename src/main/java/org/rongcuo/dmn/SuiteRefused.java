package org.rongcuo.dmn;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A test suite cannot be taken as it is. Carries every finding that could be established at once; nothing has been
 * stored or run. The exception's own message holds the codes only, never text of the suite.
 */
public final class SuiteRefused extends RuntimeException {
    private final transient List<SuiteFinding> findings;

    SuiteRefused(List<SuiteFinding> findings) {
        super(findings.stream().map(SuiteFinding::code).distinct().collect(Collectors.joining(", ")));
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a finding");
        }
        this.findings = List.copyOf(findings);
    }

    /** What is wrong with the suite, in its own order; never empty. */
    public List<SuiteFinding> findings() {
        return findings;
    }
}
