package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rongcuo.procedure.CaseBasis;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;

/** What the terms of a case's steps depend on, as its file says it, and whose steps they are. */
@ApplicationScoped
class CaseBases implements CaseBasis {
    private final CaseFiles cases;

    CaseBases(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public Basis basis(UUID caseId) {
        var file = cases.findByIdOptional(caseId).orElseThrow(Problem::notFound);
        return new Basis(
                file.jurisdiction(),
                file.complexity(),
                Text.same(file.number() == null ? file.title() : file.number()));
    }

    /** As the tables of acts say; what several may do falls to those who handle the case. */
    @Override
    public String doer(Step step) {
        var party =
                switch (step) {
                    case DETERMINATION, RECUSAL_DECISION -> Party.DECIDER;
                    case REVIEW_DECISION -> Party.REVIEWER;
                    case CONSULTATION -> Party.COORDINATOR;
                    case SUPPLEMENT, FINDING_CORRECTION -> Party.APPLICANT;
                    case REVIEW_APPLICATION, CORRECTION -> Party.SUBJECT;
                    default -> Party.HANDLER;
                };
        return party.name();
    }
}
