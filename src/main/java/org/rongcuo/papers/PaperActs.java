package org.rongcuo.papers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;

/** Offers the issue of papers. */
@ApplicationScoped
class PaperActs implements ActSource {
    private final CaseDesk desk;

    PaperActs(CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, PaperAct.values(), (file, act) -> Optional.empty());
    }
}
