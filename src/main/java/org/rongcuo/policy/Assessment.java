package org.rongcuo.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.Analysis;
import org.rongcuo.dmn.Finding;
import org.rongcuo.dmn.ModelOutline;
import org.rongcuo.dmn.TestRun;

/** What a version's model and tests were found to be. Same model, same tests: same assessment. */
sealed interface Assessment {
    /** The gate holds this against the model as it stands today. */
    record Refused(List<Finding> findings) implements Assessment {}

    /**
     * The gate admits the model.
     *
     * @param analysis what the analysis says of its tables
     * @param tests how its tests went
     */
    record Admitted(ModelOutline outline, Analysis analysis, TestRun tests) implements Assessment {
        /** Whether time ran out, so that another time may tell more. */
        boolean cutShort() {
            return analysis.notProven().stream().anyMatch(table -> "deadline".equals(table.causeCode()));
        }
    }

    /** Null when the gate refused the model. */
    default @Nullable Admitted admitted() {
        return this instanceof Admitted admitted ? admitted : null;
    }
}
