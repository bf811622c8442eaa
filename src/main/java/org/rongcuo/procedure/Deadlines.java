package org.rongcuo.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;

/**
 * The terms of the steps of cases. The moves of a case begin and meet the steps of its own course by themselves; a feature
 * with records of its own (an objection, a further review, a report) calls {@link #begin} and {@link #meet}, in the
 * transaction of its act, with the case locked.
 */
@ApplicationScoped
public class Deadlines {
    private static final String RUNNING = " and d.metOn is null and d.droppedOn is null";

    private final Limits limits;
    private final Calendars calendars;
    private final CaseBasis cases;
    private final TaskService tasks;
    private final EntityManager entityManager;
    private final Clock clock;

    Deadlines(
            Limits limits,
            Calendars calendars,
            CaseBasis cases,
            TaskService tasks,
            EntityManager entityManager,
            Clock clock) {
        this.limits = limits;
        this.calendars = calendars;
        this.cases = cases;
        this.tasks = tasks;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * A step begins today, with the term of the book in force.
     *
     * @param reference what it is about beneath the case; null for the case's own steps
     * @return the one that runs already, where there is one
     */
    public Deadline begin(UUID caseId, Step step, UUID reference) {
        return begin(caseId, step, reference, today());
    }

    /** As {@link #begin(UUID, Step, UUID)}, the term running from another day (the delivery of a feedback, the end of a notice). */
    public Deadline begin(UUID caseId, Step step, UUID reference, LocalDate from) {
        return running(caseId, step, reference).orElseGet(() -> {
            var deadline = new Deadline(caseId, step, reference, cases.doer(step), from);
            limit(caseId, step).ifPresent(limit -> {
                deadline.rest(limit);
                deadline.last(limit, calendars.current());
            });
            return begun(deadline);
        });
    }

    /** As {@link #begin(UUID, Step, UUID)}, but the act itself set the last day (a supplement's, a notice's). */
    public Deadline beginUntil(UUID caseId, Step step, UUID reference, LocalDate until) {
        return running(caseId, step, reference).orElseGet(() -> {
            var from = until.isBefore(today()) ? until : today();
            var deadline = new Deadline(caseId, step, reference, cases.doer(step), from);
            limit(caseId, step).ifPresent(deadline::rest);
            deadline.lastUntil(until);
            return begun(deadline);
        });
    }

    /** What is left of a step falls to another party; nothing happens if it does not run. */
    public void pass(UUID caseId, Step step, UUID reference, String doer) {
        running(caseId, step, reference).ifPresent(deadline -> {
            tasks.pass(caseId, deadline.id().toString(), deadline.doer(), doer);
            deadline.pass(doer);
        });
    }

    /** A step is done; nothing happens if it does not run. */
    public void meet(UUID caseId, Step step, UUID reference) {
        running(caseId, step, reference).ifPresent(deadline -> {
            deadline.meet(today());
            closed(deadline);
        });
    }

    /** A step ends without being done, since the case goes another way; nothing happens if it does not run. */
    public void drop(UUID caseId, Step step, UUID reference) {
        drop(running(caseId, step, reference).stream());
    }

    /** A step ends, whatever it is about, without being done. */
    public void dropEach(UUID caseId, Step step) {
        drop(running(caseId).stream().filter(deadline -> deadline.step() == step));
    }

    /** The course of the case is over, or begins anew. */
    public void dropCourse(UUID caseId) {
        drop(course(caseId));
    }

    /** Nothing of the case is still to be done. */
    public void dropAll(UUID caseId) {
        drop(running(caseId).stream());
    }

    private void drop(Stream<Deadline> given) {
        given.forEach(deadline -> {
            deadline.drop(today());
            closed(deadline);
        });
    }

    private Stream<Deadline> course(UUID caseId) {
        return running(caseId).stream().filter(deadline -> deadline.step().isOfCourse());
    }

    /** Every clock of the case's course stops today. */
    public void pauseCourse(UUID caseId) {
        course(caseId).forEach(deadline -> {
            deadline.pause(today());
            moved(deadline);
        });
    }

    /** The clocks of the case that stand still go on today. */
    public void resumeCourse(UUID caseId) {
        course(caseId).forEach(deadline -> {
            deadline.resume(today(), calendars.current());
            moved(deadline);
        });
    }

    /** The limit comes later by the same length again. The caller has made sure that it may. */
    public void extend(Deadline deadline, UUID person, String reasons) {
        deadline.extend(person, today(), reasons, calendars.current());
        moved(deadline);
    }

    /** A term whose last day an act had set gets a later one. */
    public void move(Deadline deadline, LocalDate until) {
        deadline.lastUntil(until);
        moved(deadline);
    }

    /** What was reckoned with ordinary weeks, or with a year as it was announced before, is reckoned anew. */
    void reckonAnew(@Observes CalendarEvent.WorkingYearUploaded uploaded) {
        var year = uploaded.calendar().year();
        var calendar = calendars.current();
        entityManager
                .createQuery(
                        "from Deadline d where d.limitOn >= ?1 and d.startedOn <= ?2 and d.unit is not null" + RUNNING
                                + " order by d.id",
                        Deadline.class)
                .setParameter(1, LocalDate.of(year, 1, 1))
                .setParameter(2, LocalDate.of(year, 12, 31))
                .getResultList()
                .forEach(deadline -> {
                    deadline.reckon(calendar);
                    moved(deadline);
                });
    }

    /** All of a case, the oldest first. */
    public List<Deadline> of(UUID caseId) {
        return entityManager
                .createQuery("from Deadline d where d.caseId = ?1 order by d.id", Deadline.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    /** The one that is still to be done, if any. */
    public Optional<Deadline> running(UUID caseId, Step step, UUID reference) {
        return running(caseId).stream()
                .filter(deadline -> deadline.step() == step && Objects.equals(deadline.reference(), reference))
                .findFirst();
    }

    /** Whether the step's term, begun last, is over and the step not done: the right to it has lapsed. */
    public boolean lapsed(UUID caseId, Step step, UUID reference, LocalDate today) {
        return of(caseId).stream()
                .filter(deadline -> deadline.step() == step && Objects.equals(deadline.reference(), reference))
                .reduce((earlier, later) -> later)
                .filter(deadline -> deadline.isOver(today))
                .isPresent();
    }

    /** What the book in force today says of a step of the case; empty where no book speaks. */
    public Optional<Limits.Limit> limit(UUID caseId, Step step) {
        if (!step.isOfCourse()) {
            return Optional.empty();
        }
        var basis = cases.basis(caseId);
        return limits.of(basis.place(), step, basis.complexity(), today());
    }

    private List<Deadline> running(UUID caseId) {
        return entityManager
                .createQuery("from Deadline d where d.caseId = ?1" + RUNNING + " order by d.id", Deadline.class)
                .setParameter(1, caseId)
                .getResultList();
    }

    private Deadline begun(Deadline deadline) {
        entityManager.persist(deadline);
        entityManager.flush();
        if (deadline.step().isDuty()
                && (deadline.limitOn() != null || !deadline.step().isOfCourse())) {
            tasks.raise(TaskService.NewTask.aboutCase(
                    TaskKind.STEP_DUE,
                    deadline.caseId(),
                    deadline.doer(),
                    about(deadline),
                    deadline.id().toString(),
                    deadline.limitOn()));
        }
        return deadline;
    }

    /** The case and the step, as a task says it. */
    public Text about(Deadline deadline) {
        var name = cases.basis(deadline.caseId()).name();
        var step = deadline.step().label();
        return new Text(name.zh() + ":" + step.zh(), name.en() + ": " + step.en());
    }

    private void moved(Deadline deadline) {
        tasks.postpone(
                deadline.caseId(),
                TaskKind.STEP_DUE,
                deadline.id().toString(),
                deadline.isPaused() ? null : deadline.limitOn());
    }

    private void closed(Deadline deadline) {
        tasks.closeRaisedBy(deadline.caseId(), deadline.id().toString());
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }
}
