package org.rongcuo.dmn;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The gate does not let a model in. Carries every finding that could be established at once; nothing of the model has
 * been stored or evaluated. The exception's own message holds the codes only, never text of the model.
 */
public final class ModelRefused extends RuntimeException {
    private final transient List<Finding> findings;

    ModelRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::code).distinct().collect(Collectors.joining(", ")));
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a finding");
        }
        this.findings = List.copyOf(findings);
    }

    /** What the gate holds against the model, in the order of the document where there is one; never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
