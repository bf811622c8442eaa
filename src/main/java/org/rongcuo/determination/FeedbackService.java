package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** 反馈: each subject is told in writing of each determination, with the remedies, and signs for it. */
@ApplicationScoped
class FeedbackService {
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final FeedbackReceipts receipts;
    private final ReviewTerm term;
    private final CaseDesk desk;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    FeedbackService(
            Determinations determinations,
            Feedbacks feedbacks,
            FeedbackReceipts receipts,
            ReviewTerm term,
            CaseDesk desk,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.receipts = receipts;
        this.term = term;
        this.desk = desk;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    Feedback feedBack(CaseFile file, GiveFeedback wanted) {
        desk.requirePossible(file, DeterminationAct.FEEDBACK, Optional.empty());
        var subject = desk.namedSubject(file, wanted.subject());
        var determination = determinations.ofSubject(file, subject.id()).orElseThrow();
        if (feedbacks.about(determination.id()).isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-notified",
                    new Text("已向此当事人反馈", "The subject has been told"));
        }
        List<Violation> violations = new ArrayList<>();
        var today = Clocks.today(clock);
        if (wanted.deliveredOn().isAfter(today)
                || wanted.deliveredOn().isBefore(Clocks.dateOf(determination.determinedAt()))) {
            violations.add(Violation.at(
                    "/deliveredOn",
                    "delivery-date",
                    "送达日期应在认定之后、今日之前(含当日)",
                    "Delivery lies between the determination and today"));
        }
        RecordReceipt.check(wanted.receipt(), wanted.method(), wanted.deliveredOn(), today, "/receipt", violations);
        Violations.refuse(violations);
        var me = actor.get().personId();
        var now = Instant.now(clock);
        var feedback = new Feedback(file.id(), determination.id(), wanted, me, now);
        feedbacks.persist(feedback);
        if (wanted.receipt() != null) {
            receipts.persist(new FeedbackReceipt(feedback.id(), wanted.receipt(), me, now));
        }
        var given = feedback.given(
                wanted.receipt() == null ? null : wanted.receipt().entry());
        term.delivered(feedback);
        var last = determinations.ofRound(file.id(), file.round()).stream()
                .allMatch(made -> feedbacks.about(made.id()).isPresent());
        events.fire(file.record(
                DeterminationAct.FEEDBACK,
                version -> last
                        ? new ExemptionMove.LastSubjectNotified(file.id(), version, given)
                        : new OutcomeEvent.SubjectNotified(file.id(), version, given)));
        return feedback;
    }

    /** The receipt of a feedback, which came back later. */
    Feedback receive(CaseFile file, Feedback feedback, RecordReceipt receipt) {
        desk.requirePossible(file, OutcomeAct.RECEIPT, Optional.empty());
        if (receipts.of(feedback.id()).isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-received",
                    new Text("已登记回证", "A receipt is recorded already"));
        }
        List<Violation> violations = new ArrayList<>();
        RecordReceipt.check(receipt, feedback.method(), feedback.deliveredOn(), Clocks.today(clock), "", violations);
        Violations.refuse(violations);
        receipts.persist(new FeedbackReceipt(feedback.id(), receipt, actor.get().personId(), Instant.now(clock)));
        events.fire(file.record(
                OutcomeAct.RECEIPT,
                version -> new OutcomeEvent.ReceiptRecorded(file.id(), version, feedback.id(), receipt.entry())));
        term.received(feedback, receipt.receivedOn());
        return feedback;
    }
}
