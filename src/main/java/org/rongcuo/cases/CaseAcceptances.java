package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.CurrentActor;

/** The acceptances. */
@ApplicationScoped
class CaseAcceptances implements PanacheRepositoryBase<CaseAcceptance, UUID> {
    private final CurrentActor actor;
    private final Clock clock;

    CaseAcceptances(CurrentActor actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    Optional<CaseAcceptance> of(UUID caseId) {
        return find("caseId", caseId).firstResultOptional();
    }

    /** In the transaction of the acceptance. */
    void accepted(@Observes ExemptionMove.ApplicationAccepted acceptance) {
        keep(acceptance.caseId(), acceptance.reasons());
    }

    /** In the transaction of the review. */
    void overturned(@Observes ExemptionMove.RefusalOverturned review) {
        keep(review.caseId(), review.reasons());
    }

    private void keep(UUID caseId, String reasons) {
        persist(new CaseAcceptance(caseId, reasons, actor.get().personId(), Instant.now(clock)));
    }
}
