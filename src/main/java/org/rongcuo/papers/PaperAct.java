package org.rongcuo.papers;

import static org.rongcuo.procedure.CaseStatus.DRAFT;
import static org.rongcuo.procedure.CaseStatus.WITHDRAWN;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.PaperKind;

/** Issuing papers: what decides is issued by those who decide. What a paper tells of must have happened, wherever the case stands. */
enum PaperAct implements Act {
    PAPERS("papers", "制发文书", "issue a paper", Party.HANDLER, Party.DECIDER),
    DECISION_PAPERS("decision-papers", "制发认定、决定类文书", "issue a decision's paper", Party.DECIDER);

    private final ActForm form;

    PaperAct(String noun, String zh, String en, Party... parties) {
        this.form = ActForm.of(noun, zh, en, "POST", "/papers", List.of(parties), CaseStatus.allBut(DRAFT, WITHDRAWN));
    }

    /** @param kind null where a request names none */
    static PaperAct of(PaperKind kind) {
        return kind != null && kind.decides() ? DECISION_PAPERS : PAPERS;
    }

    @Override
    public ActForm form() {
        return form;
    }
}
