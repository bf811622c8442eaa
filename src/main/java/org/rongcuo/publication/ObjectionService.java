package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Identities;
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.Step;
import org.rongcuo.publication.NoticeView.ObjectionView;
import org.rongcuo.publication.PublicationRequests.AnswerObjection;
import org.rongcuo.publication.PublicationRequests.RaiseObjection;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.ReceiptCode;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;

/** 异议: taken from anybody while the notice runs, answered by the office, read by whoever holds the receipt. */
@ApplicationScoped
class ObjectionService {
    private final Objections objections;
    private final PublicNotices notices;
    private final CaseDesk desk;
    private final Identities identities;
    private final Persons persons;
    private final CurrentActor actor;
    private final Deadlines deadlines;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ObjectionService(
            Objections objections,
            PublicNotices notices,
            CaseDesk desk,
            Identities identities,
            Persons persons,
            CurrentActor actor,
            Deadlines deadlines,
            Event<DomainEvent> events,
            Clock clock) {
        this.objections = objections;
        this.notices = notices;
        this.desk = desk;
        this.identities = identities;
        this.persons = persons;
        this.actor = actor;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The notice as the current caller sees it, its case locked: what registers the case or takes the notice down has
     * happened, or waits.
     *
     * @throws Problem 404 when it does not run, or not for this caller
     */
    Notice locked(UUID noticeId) {
        var seen = notices.shown(noticeId);
        var file = desk.locked(seen.caseId());
        // Whoever waited for the lock may find it taken down, or its last day over.
        notices.getEntityManager().refresh(seen);
        return new Notice(notices.shown(noticeId), file);
    }

    /** A notice with its case, locked. */
    record Notice(PublicNotice notice, CaseFile file) {}

    /** @return the receipt, whose code is kept nowhere */
    ReceiptCode raise(Notice to, RaiseObjection wanted) {
        var receipt = ReceiptCode.drawn();
        var objection = new Objection(
                to.notice,
                receipt.digest(),
                wanted.text().strip(),
                wanted.evidence(),
                identity(wanted, to.notice),
                Instant.now(clock));
        objections.persist(objection);
        objections.flush();
        deadlines.begin(to.file.id(), Step.OBJECTION_ANSWER, objection.id());
        events.fire(new PublicationEvent.ObjectionReceived(
                to.file.id(),
                to.file.stateVersion(),
                objection.id(),
                to.notice.id(),
                objection.isNamed(),
                Sha256.of(objection.text() + "\n" + (objection.evidence() == null ? "" : objection.evidence()))));
        return receipt;
    }

    private String identity(RaiseObjection wanted, PublicNotice notice) {
        var login = actor.find().map(Actor::personId).orElse(null);
        return identities.seal(wanted.name(), wanted.contact(), login, Objection.sealedFor(notice.id()));
    }

    /** The objections of a case as the office sees them. */
    List<ObjectionView> views(UUID caseId, List<Objection> some) {
        Map<UUID, LocalDate> due = new HashMap<>();
        deadlines.of(caseId).stream()
                .filter(deadline -> deadline.step() == Step.OBJECTION_ANSWER && deadline.limitOn() != null)
                .forEach(deadline -> due.put(deadline.reference(), deadline.limitOn()));
        return ObjectionView.of(some, due, persons);
    }

    /** @throws Problem 404 for a code that is none */
    Objection ofReceipt(String code) {
        return objections.ofReceipt(ReceiptCode.typed(code)).orElseThrow(Problem::notFound);
    }

    Objection answer(CaseFile file, UUID id, AnswerObjection wanted) {
        var objection = objections.of(file.id(), id);
        desk.requirePossible(file, PublicationAct.OBJECTION_ANSWERS, Optional.empty());
        if (objection.answeredAt() != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-answered",
                    new Text("该异议已经答复", "The objection has been answered"));
        }
        var now = Instant.now(clock);
        objection.answer(wanted.upheld(), wanted.answer(), actor.get().personId(), now);
        var moves = wanted.upheld()
                && objection.round() == file.round()
                && (file.status() == CaseStatus.PUBLICISED || file.status() == CaseStatus.NOTIFIED);
        if (moves) {
            notices.standing(file.id())
                    .ifPresent(notice -> notice.takeDown(actor.get().personId(), "异议成立,退回再核查", now));
        }
        objections.flush();
        deadlines.meet(file.id(), Step.OBJECTION_ANSWER, objection.id());
        desk.record(
                file,
                PublicationAct.OBJECTION_ANSWERS,
                version -> moves
                        ? new ExemptionMove.ObjectionUpheld(
                                file.id(), version, objection.noticeId(), objection.id(), wanted.answer())
                        : new PublicationEvent.ObjectionAnswered(
                                file.id(),
                                version,
                                objection.id(),
                                objection.noticeId(),
                                wanted.upheld(),
                                wanted.answer()));
        return objection;
    }

    /**
     * Opens who objected.
     *
     * @throws Problem 409 where nothing was told
     */
    IdentityView open(CaseFile file, UUID id, OpenIdentity wanted) {
        var objection = objections.of(file.id(), id);
        desk.requirePossible(
                file,
                PublicationAct.OBJECTION_IDENTITY,
                objection.isNamed() ? Optional.empty() : Optional.of(PublicationActs.NOBODY_NAMED));
        desk.note(
                file,
                PublicationAct.OBJECTION_IDENTITY,
                version -> new PublicationEvent.ObjectorIdentityOpened(
                        file.id(), version, objection.id(), objection.noticeId(), wanted.reasons()));
        return identities.open(objection.identity(), Objection.sealedFor(objection.noticeId()));
    }
}
