package org.rongcuo.terms;

import io.quarkus.arc.Arc;

/** The job of terms, called when a test wants them. */
public final class Jobs {
    private Jobs() {}

    /** Reminds of and escalates what is due; answers how many. */
    public static int tellOfDeadlines() {
        return Arc.container().instance(DeadlineNotices.class).get().tellAll();
    }
}
