package org.rongcuo.procedure;

import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.shared.Text;

/** Implemented by the package of cases: what the terms of a case's steps depend on, and who does them. */
public interface CaseBasis {
    /** @throws org.rongcuo.shared.Problem 404 when there is no such case */
    Basis basis(UUID caseId);

    /** The name of the party that does a step, as it begins. */
    String doer(Step step);

    /**
     * What a case's terms depend on.
     *
     * @param place whose PROCEDURE book applies, or that of the nearest place above
     * @param name of the case, as people know it
     */
    record Basis(Jurisdiction place, Complexity complexity, Text name) {}
}
