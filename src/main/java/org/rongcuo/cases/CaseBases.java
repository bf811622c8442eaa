package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rongcuo.procedure.CaseBasis;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;

/** What the terms of a case's steps depend on, as its file says it. */
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
}
