package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** The recusals of all cases, demanded, granted and refused. */
@ApplicationScoped
class RecusalRecords implements PanacheRepositoryBase<Recusal, UUID> {
    List<Recusal> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    Recusal of(UUID caseId, UUID id) {
        return find("caseId = ?1 and id = ?2", caseId, id).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** The one of a person that is granted or undecided. */
    Optional<Recusal> standing(UUID caseId, UUID personId) {
        return find("caseId = ?1 and personId = ?2 and (granted is null or granted = true)", caseId, personId)
                .firstResultOptional();
    }
}
