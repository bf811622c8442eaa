package org.rongcuo.cases;

import java.util.Optional;
import org.rongcuo.procedure.ActView;

/**
 * Implemented by a feature whose records keep acts of others from being done: an open objection blocks the registration, a
 * report that is missing blocks the determination. Asked for every act, in the list of acts and before it is done.
 */
public interface ActGate {
    /** Why the act cannot be done now, whoever asks; empty when the feature has nothing against it. */
    Optional<ActView.Reason> blocks(CaseFile file, Act act);
}
