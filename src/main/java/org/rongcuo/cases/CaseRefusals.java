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

/** The refusals of acceptance. */
@ApplicationScoped
class CaseRefusals implements PanacheRepositoryBase<CaseRefusal, UUID> {
    private final CurrentActor actor;
    private final Clock clock;

    CaseRefusals(CurrentActor actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    Optional<CaseRefusal> of(UUID caseId) {
        return find("caseId", caseId).firstResultOptional();
    }

    /** In the transaction of the refusal. */
    void refused(@Observes ExemptionMove.ApplicationRefused refusal) {
        persist(new CaseRefusal(refusal.caseId(), refusal.reasons(), actor.get().personId(), Instant.now(clock)));
    }
}
