package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;

/** The acts of verification, and those of who works on a case, as the current person finds them. */
@ApplicationScoped
class VerificationActs implements ActSource {
    private final CaseDesk desk;

    VerificationActs(CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return Stream.<Act[]>of(VerificationAct.values(), StaffingAct.values(), LinkAct.values())
                .flatMap(table -> desk.views(caseId, table, (file, act) -> Optional.empty()).stream())
                .toList();
    }
}
