package org.rongcuo.cases;

import java.util.List;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Text;

/**
 * An act on a case. Each feature lists its own in an enum, which is the procedure as a table: who does it, and where the
 * case must stand.
 */
public interface Act {
    ActForm form();

    default String noun() {
        return form().noun();
    }

    default Text title() {
        return form().title();
    }

    default String method() {
        return form().method();
    }

    /** The address below the case. */
    default String path() {
        return form().path();
    }

    default List<Party> parties() {
        return form().parties();
    }

    default boolean isOf(CaseKind kind) {
        return form().kinds().contains(kind);
    }

    default boolean possibleAt(CaseStatus status) {
        return form().statuses().contains(status);
    }
}
