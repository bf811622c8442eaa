package org.rongcuo.access;

import java.util.UUID;

/** Guards what belongs to a case but is served elsewhere, such as its ledger. */
public interface CaseVisibility {
    /**
     * Lets the current person pass who may see the case.
     *
     * @throws org.rongcuo.shared.Problem 404 for a case unseen or absent
     */
    void requireVisible(UUID caseId);
}
