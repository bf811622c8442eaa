package org.rongcuo.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What reading the request's JSON found wrong without giving up, so that it is reported with everything else. */
@RequestScoped
public class BodyViolations {
    private final List<Violation> violations = new ArrayList<>();

    void add(Violation violation) {
        violations.add(violation);
    }

    List<Violation> all() {
        return violations;
    }
}
