package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.ModelRefused;

/** Assesses versions on the bounded pool: gate, analysis, tests. */
@ApplicationScoped
class Assessments {
    private final Admission admission;
    private final ModelGate gate;

    Assessments(Admission admission, ModelGate gate) {
        this.admission = admission;
        this.gate = gate;
    }

    Assessment of(PolicyVersion version) {
        return laterOf(version).get();
    }

    /** Takes what is needed of the version now, and assesses it when asked, without the database. */
    Supplier<Assessment> laterOf(PolicyVersion version) {
        var xml = version.model();
        var kind = version.policy().kind();
        return () -> admission.within(() -> {
            try {
                return new Assessment(
                        List.of(),
                        gate.admit(xml.getBytes(StandardCharsets.UTF_8), kind).outline());
            } catch (ModelRefused refused) {
                return new Assessment(refused.findings(), null);
            }
        });
    }
}
