package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;

/** The group's conclusion ends the term of the consultation and begins that of the determination. */
@ApplicationScoped
class ConsultationTerms {
    private final Deadlines deadlines;

    ConsultationTerms(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    void concluded(@Observes ConsultationEvent.ConsultationConcluded event) {
        // A filing's consultation has no term of its own: its feedback has.
        if (deadlines.running(event.caseId(), Step.CONSULTATION, null).isPresent()) {
            deadlines.meet(event.caseId(), Step.CONSULTATION, null);
            deadlines.begin(event.caseId(), Step.DETERMINATION, null);
        }
    }
}
