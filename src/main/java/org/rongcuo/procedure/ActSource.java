package org.rongcuo.procedure;

import java.util.List;
import java.util.UUID;

/** Offers the acts of one feature on a case; {@code GET /cases/{id}/acts} lists those of all sources. */
public interface ActSource {
    /** All of the feature's acts on a case that the current person may see, allowed or not. */
    List<ActView> acts(UUID caseId);
}
