package org.rongcuo.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;

/** The acts on a case's terms, as the current person finds them. */
@ApplicationScoped
class TermActs implements ActSource {
    private final CaseDesk desk;
    private final DeferralService deferrals;
    private final ExtensionService extensions;

    TermActs(CaseDesk desk, DeferralService deferrals, ExtensionService extensions) {
        this.desk = desk;
        this.deferrals = deferrals;
        this.extensions = extensions;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(
                caseId,
                TermAct.values(),
                (file, act) ->
                        act == TermAct.EXTENSIONS ? extensions.impossible(file) : deferrals.impossible(file, act));
    }
}
