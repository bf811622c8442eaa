package org.rongcuo.cases;

import static org.rongcuo.procedure.Step.ACCEPTANCE;
import static org.rongcuo.procedure.Step.ARCHIVE;
import static org.rongcuo.procedure.Step.CONSULTATION;
import static org.rongcuo.procedure.Step.DEFERRAL;
import static org.rongcuo.procedure.Step.DETERMINATION;
import static org.rongcuo.procedure.Step.ENGAGEMENT;
import static org.rongcuo.procedure.Step.FEEDBACK;
import static org.rongcuo.procedure.Step.FILING_FEEDBACK;
import static org.rongcuo.procedure.Step.OBJECTION_ANSWER;
import static org.rongcuo.procedure.Step.PUBLIC_NOTICE;
import static org.rongcuo.procedure.Step.REGISTRATION;
import static org.rongcuo.procedure.Step.REVIEW_APPLICATION;
import static org.rongcuo.procedure.Step.REVIEW_DECISION;
import static org.rongcuo.procedure.Step.SUPPLEMENT;
import static org.rongcuo.procedure.Step.VERIFICATION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rongcuo.cases.CaseEvent.SupplementNoticed;
import org.rongcuo.cases.CaseEvent.SupplementReceived;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove.ApplicationAccepted;
import org.rongcuo.procedure.ExemptionMove.ApplicationFiled;
import org.rongcuo.procedure.ExemptionMove.ApplicationRefused;
import org.rongcuo.procedure.ExemptionMove.ApplicationWithdrawn;
import org.rongcuo.procedure.ExemptionMove.CaseArchived;
import org.rongcuo.procedure.ExemptionMove.CaseDeferred;
import org.rongcuo.procedure.ExemptionMove.CaseLeftUnresolved;
import org.rongcuo.procedure.ExemptionMove.CaseReopened;
import org.rongcuo.procedure.ExemptionMove.ConsultationRecalled;
import org.rongcuo.procedure.ExemptionMove.ConsultationReferred;
import org.rongcuo.procedure.ExemptionMove.ConsultationReturned;
import org.rongcuo.procedure.ExemptionMove.LastReviewDecided;
import org.rongcuo.procedure.ExemptionMove.LastSubjectDetermined;
import org.rongcuo.procedure.ExemptionMove.LastSubjectNotified;
import org.rongcuo.procedure.ExemptionMove.NoticePublished;
import org.rongcuo.procedure.ExemptionMove.NoticeWithdrawn;
import org.rongcuo.procedure.ExemptionMove.ObjectionUpheld;
import org.rongcuo.procedure.ExemptionMove.OutcomeRegistered;
import org.rongcuo.procedure.ExemptionMove.RefusalConfirmed;
import org.rongcuo.procedure.ExemptionMove.RefusalOverturned;
import org.rongcuo.procedure.ExemptionMove.RefusalReviewRequested;
import org.rongcuo.procedure.ExemptionMove.ReviewRequested;
import org.rongcuo.procedure.ExemptionMove.VerificationResumed;
import org.rongcuo.procedure.FilingMove.FilingAccepted;
import org.rongcuo.procedure.FilingMove.FilingArchived;
import org.rongcuo.procedure.FilingMove.FilingReturned;
import org.rongcuo.procedure.FilingMove.FilingSubmitted;
import org.rongcuo.procedure.FilingMove.FilingWithdrawn;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.DomainEvent;

/**
 * Which event in the course of a case begins and meets which step, in the transaction of the act. Features with records of
 * their own (a report, a further review, an objection) do the same for these through {@link Deadlines}.
 */
@ApplicationScoped
class StepMoves {
    private static final List<Row<?>> TABLE = List.of(
            on(CaseEvent.CaseOpened.class, StepMoves::begunExOfficio),
            on(ApplicationFiled.class, begins(ACCEPTANCE)),
            on(SupplementNoticed.class, beginsUntil(SUPPLEMENT, SupplementNoticed::notice, SupplementNoticed::due)),
            on(SupplementReceived.class, meets(SUPPLEMENT, SupplementReceived::notice)),
            on(ApplicationAccepted.class, meets(ACCEPTANCE), begins(VERIFICATION)),
            on(ApplicationRefused.class, meets(ACCEPTANCE), dropsCourse(), begins(REVIEW_APPLICATION)),
            on(
                    RefusalReviewRequested.class,
                    meets(REVIEW_APPLICATION),
                    begins(REVIEW_DECISION, RefusalReviewRequested::review)),
            on(RefusalConfirmed.class, meets(REVIEW_DECISION, RefusalConfirmed::review)),
            on(RefusalOverturned.class, meets(REVIEW_DECISION, RefusalOverturned::review), begins(VERIFICATION)),
            on(
                    CaseDeferred.class,
                    pausesCourse(),
                    beginsUntil(DEFERRAL, CaseDeferred::deferral, CaseDeferred::reverifyOn)),
            on(VerificationResumed.class, meets(DEFERRAL, VerificationResumed::deferral), resumesCourse()),
            on(
                    CaseLeftUnresolved.class,
                    meets(DEFERRAL, CaseLeftUnresolved::deferral),
                    dropsCourse(),
                    dropsEach(ENGAGEMENT)),
            on(CaseReopened.class, begins(VERIFICATION)),
            on(ConsultationReferred.class, meets(VERIFICATION), drops(DETERMINATION), begins(CONSULTATION)),
            on(ConsultationReturned.class, meets(CONSULTATION), drops(DETERMINATION), begins(VERIFICATION)),
            on(ConsultationRecalled.class, drops(CONSULTATION), drops(DETERMINATION), begins(VERIFICATION)),
            on(
                    LastSubjectDetermined.class,
                    meets(VERIFICATION),
                    meets(CONSULTATION),
                    meets(DETERMINATION),
                    dropsEach(ENGAGEMENT),
                    begins(FEEDBACK)),
            on(LastSubjectNotified.class, meets(FEEDBACK), registrationBeginsAfterTheReviewTerms()),
            on(
                    ReviewRequested.class,
                    meets(REVIEW_APPLICATION, ReviewRequested::subject),
                    drops(REGISTRATION),
                    begins(REVIEW_DECISION, ReviewRequested::review)),
            on(
                    LastReviewDecided.class,
                    meets(REVIEW_DECISION, LastReviewDecided::review),
                    registrationBeginsAfterTheReviewTerms()),
            on(
                    NoticePublished.class,
                    beginsUntil(PUBLIC_NOTICE, NoticePublished::notice, NoticePublished::until),
                    drops(REGISTRATION),
                    begins(REGISTRATION, about -> null, NoticePublished::until)),
            on(
                    NoticeWithdrawn.class,
                    drops(PUBLIC_NOTICE, NoticeWithdrawn::notice),
                    registrationBeginsAfterTheReviewTerms()),
            on(
                    ObjectionUpheld.class,
                    meets(OBJECTION_ANSWER, ObjectionUpheld::objection),
                    dropsCourse(),
                    begins(VERIFICATION)),
            on(OutcomeRegistered.class, meets(REGISTRATION), dropsCourse(), begins(ARCHIVE)),
            on(CaseArchived.class, meets(ARCHIVE), dropsAll()),
            on(ApplicationWithdrawn.class, dropsAll()),
            on(FilingSubmitted.class, begins(FILING_FEEDBACK)),
            on(FilingAccepted.class, meets(FILING_FEEDBACK)),
            on(FilingReturned.class, meets(FILING_FEEDBACK)),
            on(FilingWithdrawn.class, dropsAll()),
            on(FilingArchived.class, dropsAll()));

    private final Deadlines deadlines;
    private final CaseFiles cases;
    private final Clock clock;

    StepMoves(Deadlines deadlines, CaseFiles cases, Clock clock) {
        this.deadlines = deadlines;
        this.cases = cases;
        this.clock = clock;
    }

    /** What an event does to a step. */
    private interface Change<E> {
        void apply(StepMoves course, UUID caseId, E event);
    }

    private record Row<E extends DomainEvent>(Class<E> event, List<Change<E>> changes) {
        void apply(StepMoves course, DomainEvent happened) {
            if (event.isInstance(happened)) {
                var caseId = UUID.fromString(happened.chain().substring("case:".length()));
                changes.forEach(change -> change.apply(course, caseId, event.cast(happened)));
            }
        }
    }

    void moved(@Observes DomainEvent event) {
        TABLE.forEach(row -> row.apply(this, event));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    private static <E extends DomainEvent> Row<E> on(Class<E> event, Change<E>... changes) {
        return new Row<>(event, List.of(changes));
    }

    private static <E> Change<E> begins(Step step) {
        return (course, caseId, event) -> course.deadlines.begin(caseId, step, null);
    }

    private static <E> Change<E> begins(Step step, Function<E, UUID> about) {
        return (course, caseId, event) -> course.deadlines.begin(caseId, step, about.apply(event));
    }

    private static <E> Change<E> begins(Step step, Function<E, UUID> about, Function<E, LocalDate> from) {
        return (course, caseId, event) -> course.deadlines.begin(caseId, step, about.apply(event), from.apply(event));
    }

    private static <E> Change<E> beginsUntil(Step step, Function<E, UUID> about, Function<E, LocalDate> until) {
        return (course, caseId, event) ->
                course.deadlines.beginUntil(caseId, step, about.apply(event), until.apply(event));
    }

    private static <E> Change<E> meets(Step step) {
        return (course, caseId, event) -> course.deadlines.meet(caseId, step, null);
    }

    private static <E> Change<E> meets(Step step, Function<E, UUID> about) {
        return (course, caseId, event) -> course.deadlines.meet(caseId, step, about.apply(event));
    }

    private static <E> Change<E> drops(Step step) {
        return (course, caseId, event) -> course.deadlines.drop(caseId, step, null);
    }

    private static <E> Change<E> drops(Step step, Function<E, UUID> about) {
        return (course, caseId, event) -> course.deadlines.drop(caseId, step, about.apply(event));
    }

    private static <E> Change<E> dropsAll() {
        return (course, caseId, event) -> course.deadlines.dropAll(caseId);
    }

    private static <E> Change<E> dropsCourse() {
        return (course, caseId, event) -> course.deadlines.dropCourse(caseId);
    }

    private static <E> Change<E> dropsEach(Step step) {
        return (course, caseId, event) -> course.deadlines.dropEach(caseId, step);
    }

    private static <E> Change<E> pausesCourse() {
        return (course, caseId, event) -> course.deadlines.pauseCourse(caseId);
    }

    private static <E> Change<E> resumesCourse() {
        return (course, caseId, event) -> course.deadlines.resumeCourse(caseId);
    }

    /** Nobody registers what may still be reviewed: the term begins when the last of those for the review is over. */
    private static <E> Change<E> registrationBeginsAfterTheReviewTerms() {
        return (course, caseId, event) -> {
            var today = Clocks.today(course.clock);
            var from = course.deadlines.of(caseId).stream()
                    .filter(deadline -> deadline.step() == REVIEW_APPLICATION && deadline.isRunning())
                    .map(Deadline::limitOn)
                    .filter(limit -> limit != null && limit.isAfter(today))
                    .max(LocalDate::compareTo)
                    .orElse(today);
            course.deadlines.drop(caseId, REGISTRATION, null);
            course.deadlines.begin(caseId, REGISTRATION, null, from);
        };
    }

    /** 主动启动: it begins as applied. */
    private static void begunExOfficio(StepMoves course, UUID caseId, CaseEvent.CaseOpened opened) {
        if (course.cases.findById(caseId).status() == CaseStatus.APPLIED) {
            course.deadlines.begin(caseId, ACCEPTANCE, null);
        }
    }
}
