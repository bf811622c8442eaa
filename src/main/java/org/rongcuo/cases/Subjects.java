package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** The subjects of all cases. */
@ApplicationScoped
class Subjects implements PanacheRepositoryBase<Subject, UUID> {
    List<Subject> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** The case's subject of that id. @throws Problem 404 */
    Subject of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** The case's subject that a request's content names. @throws Problem 422 */
    Subject named(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId)
                .firstResultOptional()
                .orElseThrow(() ->
                        Problem.invalid("/subject", "subject-unknown", "本案没有此当事人", "The case has no such subject"));
    }
}
