package org.rongcuo.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView.Reason;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.Limits.Limit;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.Term;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;
import org.rongcuo.terms.TermRequests.DeferCase;
import org.rongcuo.terms.TermRequests.LeaveUnresolved;
import org.rongcuo.terms.TermRequests.RenewDeferral;
import org.rongcuo.terms.TermRequests.ReopenCase;
import org.rongcuo.terms.TermRequests.ResumeVerification;

/** 搁置 and its ends: renewed as often as the book allows, then verified again or left unresolved. */
@ApplicationScoped
class DeferralService {
    private static final Reason SPENT = new Reason(
            "deferral-spent",
            new Text("搁置及续期次数已经用尽,须作出认定", "The terms of deferral are spent; the case must be determined"));
    private static final Reason RENEWALS_SPENT =
            new Reason("renewals-spent", new Text("续期次数已经用尽", "The renewals are spent"));
    private static final Reason EXPIRED = new Reason(
            "deferral-expired", new Text("搁置已经期满,须再次核查", "The deferral has expired; the case must be verified again"));
    private static final Reason NOT_EXPIRED = new Reason(
            "deferral-not-expired",
            new Text("搁置期满、续期用尽方可终止认定", "Only when the deferral has expired and its renewals are spent"));

    /** Where no book speaks: what the city's book gives an ordinary case (330900/procedure, 搁置). */
    private static final Term LONGEST = new Term(3, TermUnit.MONTH);

    private final Deferrals deferrals;
    private final CaseDesk desk;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final CurrentActor actor;
    private final Clock clock;

    DeferralService(
            Deferrals deferrals,
            CaseDesk desk,
            Deadlines deadlines,
            Calendars calendars,
            CurrentActor actor,
            Clock clock) {
        this.deferrals = deferrals;
        this.desk = desk;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.actor = actor;
        this.clock = clock;
    }

    /** Why an act of deferral cannot be done now, beside where the case stands. */
    Optional<Reason> impossible(CaseFile file, TermAct act) {
        return switch (act) {
            case DEFERRALS -> {
                var used = deferrals.termsUsed(file);
                yield used > 0 && used > allowed(file) ? Optional.of(SPENT) : Optional.empty();
            }
            case RENEWAL ->
                deferrals.lasting(file.id()).flatMap(deferral -> {
                    if (deferral.reverifyOn().isBefore(today())) {
                        return Optional.of(EXPIRED);
                    }
                    return deferrals.termsUsed(file) > deferral.allowed()
                            ? Optional.of(RENEWALS_SPENT)
                            : Optional.empty();
                });
            case TERMINATION ->
                deferrals
                        .lasting(file.id())
                        .filter(deferral -> today().isBefore(deferral.reverifyOn())
                                || deferrals.termsUsed(file) <= deferral.allowed())
                        .map(deferral -> NOT_EXPIRED);
            default -> Optional.empty();
        };
    }

    private int allowed(CaseFile file) {
        return deadlines.limit(file.id(), Step.DEFERRAL).map(Limit::extensions).orElse(0);
    }

    Deferral defer(CaseFile file, DeferCase wanted) {
        requirePossible(file, TermAct.DEFERRALS);
        var limit = deadlines.limit(file.id(), Step.DEFERRAL);
        var deferral = new Deferral(
                file,
                wanted.reasons(),
                limit.map(Limit::extensions).orElse(0),
                reverifyOn(wanted.reverifyOn(), limit, today()),
                me(),
                now());
        deferrals.persist(deferral);
        desk.record(
                file,
                TermAct.DEFERRALS,
                version -> new ExemptionMove.CaseDeferred(
                        file.id(), version, deferral.id(), deferral.reasons(), deferral.reverifyOn()));
        return deferral;
    }

    Deferral renew(CaseFile file, RenewDeferral wanted) {
        requirePossible(file, TermAct.RENEWAL);
        var deferral = deferrals.lasting(file.id()).orElseThrow();
        var from = deferral.reverifyOn();
        var until = reverifyOn(wanted.reverifyOn(), deadlines.limit(file.id(), Step.DEFERRAL), from);
        deferrals.keep(deferral.renew(wanted.reasons(), until, me(), now()));
        deadlines
                .running(file.id(), Step.DEFERRAL, deferral.id())
                .ifPresent(deadline -> deadlines.move(deadline, until));
        desk.record(
                file,
                TermAct.RENEWAL,
                version -> new TermEvent.DeferralRenewed(
                        file.id(), version, deferral.id(), from, until, wanted.reasons()));
        return deferral;
    }

    Deferral resume(CaseFile file, ResumeVerification wanted) {
        requirePossible(file, TermAct.RESUMPTION);
        var evidence = wanted.evidence() == null ? List.<UUID>of() : wanted.evidence();
        requireKnown(file, evidence);
        var deferral = deferrals.lasting(file.id()).orElseThrow();
        deferral.end(DeferralOutcome.RESUMED, wanted.reasons(), evidence, me(), now());
        desk.record(
                file,
                TermAct.RESUMPTION,
                version -> new ExemptionMove.VerificationResumed(file.id(), version, deferral.id(), wanted.reasons()));
        return deferral;
    }

    Deferral terminate(CaseFile file, LeaveUnresolved wanted) {
        requirePossible(file, TermAct.TERMINATION);
        var deferral = deferrals.lasting(file.id()).orElseThrow();
        deferral.end(DeferralOutcome.UNRESOLVED, wanted.reasons(), List.of(), me(), now());
        desk.record(
                file,
                TermAct.TERMINATION,
                version -> new ExemptionMove.CaseLeftUnresolved(file.id(), version, deferral.id(), wanted.reasons()));
        return deferral;
    }

    void reopen(CaseFile file, ReopenCase wanted) {
        requirePossible(file, TermAct.REOPENING);
        requireKnown(file, wanted.evidence());
        var since = deferrals.lastUnresolved(file.id()).orElseThrow().endedAt();
        var fresh = desk.documentsAddedAfter(file.id(), since);
        if (wanted.evidence().stream().noneMatch(fresh::contains)) {
            throw Problem.invalid(
                    "/evidence",
                    "no-new-evidence",
                    "至少应有一件终止认定之后提交的材料",
                    "At least one document must have been added since the case was left unresolved");
        }
        desk.record(
                file,
                TermAct.REOPENING,
                version -> new ExemptionMove.CaseReopened(file.id(), version, wanted.reasons(), wanted.evidence()));
    }

    /** A case taken back while it is deferred is deferred no more. */
    void withdrawn(@Observes ExemptionMove.ApplicationWithdrawn move) {
        deferrals
                .lasting(move.caseId())
                .ifPresent(deferral -> deferral.end(DeferralOutcome.WITHDRAWN, move.reasons(), List.of(), me(), now()));
    }

    /** The day asked for, or the book's target; within the book's limit, and never without one. */
    private LocalDate reverifyOn(LocalDate wanted, Optional<Limit> limit, LocalDate from) {
        var calendar = calendars.current();
        if (wanted == null) {
            return limit.map(said -> said.target().end(from, calendar))
                    .filter(day -> day.isAfter(today()))
                    .orElseThrow(() -> Problem.invalid(
                            "/reverifyOn",
                            "no-term-in-force",
                            "没有施行中的期限规定,请写明再次核查日期",
                            "No book in force sets a term; say when the case is verified again"));
        }
        if (!wanted.isAfter(today()) || !wanted.isAfter(from)) {
            throw Problem.invalid(
                    "/reverifyOn", "not-in-the-future", "应晚于今日和原定日期", "must be after today and the day set before");
        }
        var last = limit.map(Limit::limit).orElse(LONGEST).end(from, calendar);
        if (wanted.isAfter(last)) {
            throw Problem.invalid("/reverifyOn", "beyond-the-limit", "不得晚于 " + last, "must not be after " + last);
        }
        return wanted;
    }

    private void requireKnown(CaseFile file, List<UUID> evidence) {
        var known = desk.documents(file.id());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            if (!known.contains(evidence.get(i))) {
                violations.add(
                        Violation.at("/evidence/" + i, "document-unknown", "本案没有此材料", "The case has no such document"));
            }
        }
        Violations.refuse(violations);
    }

    private void requirePossible(CaseFile file, TermAct act) {
        file.require(act);
        desk.requirePossible(file, act, impossible(file, act));
    }

    private UUID me() {
        return actor.get().personId();
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }
}
