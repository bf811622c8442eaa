package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;

/** Offers the issue of papers, one act for all kinds: which of them a handler may not issue is told where it is tried. */
@ApplicationScoped
class PaperActs implements ActSource {
    private static final PaperAct[] OFFERED = {PaperAct.PAPERS};

    private final CaseDesk desk;

    PaperActs(CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, OFFERED, (file, act) -> Optional.empty());
    }
}
