package org.rongcuo.access;

import jakarta.enterprise.context.RequestScoped;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

/** The current person's rights: {@link Rights#NONE} for an anonymous caller. Set by the access filter. */
@RequestScoped
public class CurrentRights {
    private Rights rights = Rights.NONE;

    public Rights get() {
        return rights;
    }

    void set(Rights rights) {
        this.rights = rights;
    }

    /** @throws Problem 403 unless the person holds one of the roles over the jurisdiction */
    public void requireOver(Jurisdiction jurisdiction, Role... roles) {
        if (!rights.holdsOver(jurisdiction, roles)) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "您在" + jurisdiction.name().zh() + "没有办理此事的角色",
                    "You hold no role for this in " + jurisdiction.name().en());
        }
    }
}
