package org.rongcuo.cases;

import java.util.List;
import java.util.Optional;
import org.rongcuo.procedure.Route;

/** Implemented by the feature in which a case is verified: the way that it goes (办理路径). */
public interface CaseWay {
    /** Every route that the speaking books ask for, of each subject's latest evaluation, from the least. */
    List<Route> asked(CaseFile file);

    /** The way that the case goes in fact: 简易 only where the simplified procedure is open to it; empty where no book says. */
    Optional<Route> taken(CaseFile file);
}
