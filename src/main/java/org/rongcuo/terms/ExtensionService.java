package org.rongcuo.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView.Reason;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.terms.TermRequests.ExtendStep;

/** 延长期限: a step once, with reasons, while it runs and is not overdue, where the book allows it. */
@ApplicationScoped
class ExtensionService {
    private static final Reason NOTHING =
            new Reason("nothing-to-extend", new Text("没有可以延长的步骤", "No step that runs can be extended"));

    private final Deadlines deadlines;
    private final CaseDesk desk;
    private final CurrentActor actor;
    private final Clock clock;

    ExtensionService(Deadlines deadlines, CaseDesk desk, CurrentActor actor, Clock clock) {
        this.deadlines = deadlines;
        this.desk = desk;
        this.actor = actor;
        this.clock = clock;
    }

    Optional<Reason> impossible(CaseFile file) {
        return deadlines.of(file.id()).stream()
                        .anyMatch(deadline -> against(deadline).isEmpty())
                ? Optional.empty()
                : Optional.of(NOTHING);
    }

    Deadline extend(CaseFile file, ExtendStep wanted) {
        file.require(TermAct.EXTENSIONS);
        desk.requirePossible(file, TermAct.EXTENSIONS, Optional.empty());
        var deadline = deadlines
                .running(file.id(), wanted.step(), wanted.reference())
                .orElseThrow(() -> Problem.invalid("/step", "not-running", "该步骤未在进行", "The step does not run"));
        desk.requirePossible(file, TermAct.EXTENSIONS, against(deadline));
        var from = deadline.limitOn();
        deadlines.extend(deadline, actor.get().personId(), wanted.reasons());
        desk.record(
                file,
                TermAct.EXTENSIONS,
                version -> new TermEvent.StepExtended(
                        file.id(),
                        version,
                        deadline.id(),
                        deadline.step(),
                        deadline.reference(),
                        from,
                        deadline.limitOn(),
                        wanted.reasons()));
        return deadline;
    }

    private Optional<Reason> against(Deadline deadline) {
        if (!deadline.isRunning()) {
            return Optional.of(NOTHING);
        }
        if (deadline.extendedOn() != null) {
            return Optional.of(
                    new Reason("already-extended", new Text("该步骤已经延长过,延长以一次为限", "The step was extended; once only")));
        }
        if (deadline.extensions() == 0 || deadline.limitLength() == null) {
            return Optional.of(new Reason(
                    "not-extensible", new Text("办理期限规定不允许延长该步骤", "The book does not allow the step to be extended")));
        }
        if (deadline.isOver(today())) {
            return Optional.of(new Reason("already-overdue", new Text("该步骤已经超期,不能再延长", "The step is overdue already")));
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }
}
