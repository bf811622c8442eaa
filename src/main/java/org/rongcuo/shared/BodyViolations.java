package org.rongcuo.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What reading the request's JSON found wrong without giving up, so that it is reported with everything else. */
@RequestScoped
public class BodyViolations {
    private final List<Violation> violations = new ArrayList<>();
    private boolean reading;
    private boolean reported;

    void add(Violation violation) {
        violations.add(violation);
    }

    /** Everything found so far; whoever asks takes it on to report it. */
    List<Violation> all() {
        reported = true;
        return violations;
    }

    /** Whether something at or below a pointer is known to be wrong already. */
    boolean anyUnder(String pointer) {
        return violations.stream()
                .anyMatch(
                        each -> each.pointer().equals(pointer) || each.pointer().startsWith(pointer + "/"));
    }

    /** Something is wrong with the body and nobody has asked: the endpoint forgot to validate. */
    boolean overlooked() {
        return !reported && !violations.isEmpty();
    }

    void reading(boolean now) {
        reading = now;
    }

    /** Whether the body is being read now: only then does JSON belong to the request. */
    boolean reading() {
        return reading;
    }
}
