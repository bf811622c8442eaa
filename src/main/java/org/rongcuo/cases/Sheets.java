package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.policy.Matter;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The checklists of a case's subjects: what each was, or is to be, determined on. */
@ApplicationScoped
class Sheets {
    private final OutcomeSource outcomes;
    private final Clock clock;

    Sheets(OutcomeSource outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * The checklist of a case's subject, judged as of today; once the subject is determined in the case's round, as it was
     * determined.
     */
    ChecklistService.Sheet of(CaseFile file, Subject subject) {
        return new ChecklistService.Sheet(
                file.id(),
                subject.id(),
                file.stateVersion(),
                new Matter(
                        file.jurisdiction().code(),
                        file.field(),
                        subject.status(),
                        file.conductTo(),
                        Clocks.today(clock)),
                outcome(file, subject)
                        .map(made -> new ChecklistService.Decided(made.basis(), made.determinedAt()))
                        .orElse(null),
                file.appliedAt());
    }

    /** The subject's that stands in the case's present round; empty while the subject is open in it. */
    private Optional<StandingOutcome> outcome(CaseFile file, Subject subject) {
        return outcomes.of(subject).filter(made -> made.round() == file.round());
    }

    boolean isOpen(CaseFile file, Subject subject) {
        return outcome(file, subject).isEmpty();
    }

    /**
     * What a subject's determination rests on stays as it is, until a new round opens it.
     *
     * @throws Problem 409 once the subject is determined in the case's round
     */
    void requireOpen(CaseFile file, Subject subject) {
        if (!isOpen(file, subject)) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-determined",
                    new Text("对此当事人已经作出认定", "The subject has been determined"));
        }
    }
}
