package org.rongcuo.cases;

import io.quarkus.arc.Arc;

/** The jobs of cases, called when a test wants them. */
public final class Jobs {
    private Jobs() {}

    /** Reminds of and escalates what is due; answers how many. */
    public static int tellOfDeadlines() {
        return Arc.container().instance(DeadlineNotices.class).get().tellAll();
    }
}
