package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseWay;
import org.rongcuo.cases.Start;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.Route;
import org.rongcuo.procedure.Term;
import org.rongcuo.procedure.TermUnit;
import org.rongcuo.publication.PublicationRequests.PublishNotice;
import org.rongcuo.publication.PublicationRequests.WaiveNotice;
import org.rongcuo.publication.PublicationRequests.WithdrawNotice;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Redaction;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 公示: what may be shown to whom is computed from the record; the handler words it, within that. */
@ApplicationScoped
class PublicNoticeService {
    private final PublicNotices notices;
    private final CaseDesk desk;
    private final CaseWay way;
    private final EvaluationService evaluations;
    private final Persons persons;
    private final Calendars calendars;
    private final CurrentActor actor;
    private final Clock clock;

    PublicNoticeService(
            PublicNotices notices,
            CaseDesk desk,
            CaseWay way,
            EvaluationService evaluations,
            Persons persons,
            Calendars calendars,
            CurrentActor actor,
            Clock clock) {
        this.notices = notices;
        this.desk = desk;
        this.way = way;
        this.evaluations = evaluations;
        this.persons = persons;
        this.calendars = calendars;
        this.actor = actor;
        this.clock = clock;
    }

    NoticeScope scope(CaseFile file) {
        var route = way.taken(file).map(Route::word).orElse(null);
        return NoticeScope.of(
                desk.outcomes(file.id()),
                file.level(),
                each -> evaluations.consequences(
                        each.evaluation(), file.jurisdiction().code(), each.outcome(), route));
    }

    /** Why there is nothing to publish; empty where there is. */
    static Optional<ActView.Reason> nothing(NoticeScope scope) {
        if (scope.shown().isEmpty()) {
            return Optional.of(new ActView.Reason(
                    "nothing-to-publish", new Text("不予容错的结论不公示", "Outcomes that are not tolerated are not published")));
        }
        if (scope.audience() == Audience.NONE) {
            return Optional.of(
                    scope.byLevel()
                            ? new ActView.Reason(
                                    "level-too-high", new Text("本案的分级不允许公示", "The case's level allows no notice"))
                            : new ActView.Reason(
                                    "no-notice",
                                    new Text(
                                            "按办法本案不公示,可径行报备", "By the book there is no notice; register the outcome")));
        }
        return Optional.empty();
    }

    /** What would be shown. @throws Problem 409 where nothing is to be shown, or nothing is determined yet */
    NoticePreview preview(CaseFile file) {
        if (!file.status().isDecided()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "not-determined",
                    new Text("尚有当事人未认定", "A subject is not determined yet"));
        }
        var scope = scope(file);
        refuse(nothing(scope));
        return new NoticePreview(
                scope.audience(),
                scope.audience().label(),
                scope.days(),
                scope.untold() ? null : end(scope.days()),
                NoticeWords.of(file, scope.shown(), names(file)),
                desk.subjects(file.id()).size() - scope.shown().size(),
                scope.byLevel(),
                scope.untold());
    }

    private LocalDate end(int days) {
        return new Term(days, TermUnit.WORKING_DAY).end(Clocks.today(clock), calendars.current());
    }

    PublicNotice publish(CaseFile file, PublishNotice wanted) {
        var scope = scope(file);
        desk.requirePossible(file, PublicationAct.PUBLIC_NOTICES, nothing(scope));
        var audience = wanted.audience() == null ? scope.audience() : wanted.audience();
        var days = wanted.days() == null ? scope.days() : wanted.days();
        requireSound(file, wanted, scope, audience, days);
        var notice = kept(file, scope, audience, wanted.text().strip(), wanted.reasons(), end(days));
        desk.record(
                file,
                PublicationAct.PUBLIC_NOTICES,
                version -> new ExemptionMove.NoticePublished(
                        file.id(),
                        version,
                        notice.id(),
                        audience.name(),
                        notice.from(),
                        notice.until(),
                        notice.text(),
                        notice.reasons()));
        return notice;
    }

    /** 决定不公示. */
    PublicNotice waive(CaseFile file, WaiveNotice wanted) {
        var scope = scope(file);
        desk.requirePossible(file, PublicationAct.NOTICE_WAIVER, nothing(scope));
        var notice = kept(file, scope, Audience.NONE, null, wanted.reasons(), null);
        desk.record(
                file,
                PublicationAct.NOTICE_WAIVER,
                version -> new PublicationEvent.NoticeForgone(
                        file.id(), version, notice.id(), scope.audience().name(), notice.reasons()));
        return notice;
    }

    private PublicNotice kept(
            CaseFile file, NoticeScope scope, Audience audience, String text, String reasons, LocalDate until) {
        var notice = new PublicNotice(
                file,
                scope.audience(),
                audience,
                text,
                reasons,
                Clocks.today(clock),
                until,
                actor.get().personId(),
                Instant.now(clock));
        notices.persist(notice);
        units(scope).forEach(unit -> notices.getEntityManager().persist(new PublicNoticeUnit(notice.id(), unit)));
        notices.flush();
        return notice;
    }

    private void requireSound(CaseFile file, PublishNotice wanted, NoticeScope scope, Audience audience, int days) {
        List<Violation> violations = new ArrayList<>();
        if (audience.widerThan(scope.audience())) {
            violations.add(
                    audience.widerThan(Audience.widest(file.level()))
                            ? Violation.at(
                                    "/audience",
                                    "level-too-high",
                                    "本案的分级不允许这样的公示范围",
                                    "The case's level does not allow this audience")
                            : Violation.at(
                                    "/audience",
                                    "wider-than-the-book",
                                    "公示范围不得宽于办法所定(" + scope.audience().label().zh() + ")",
                                    "No wider than the book allows: "
                                            + scope.audience().label().en()));
        }
        if (scope.untold() && (wanted.audience() == null || wanted.days() == null)) {
            violations.add(Violation.at(
                    "/audience",
                    "audience-to-name",
                    "现有事实下办法未能得出公示范围和天数,须由人写明并说明理由",
                    "On these facts the book does not tell audience and days; name both, with reasons"));
        }
        if (!scope.untold() && days != scope.days()) {
            violations.add(Violation.at(
                    "/days",
                    "not-the-days-of-the-book",
                    "公示天数由办法规定,为 " + scope.days() + " 个工作日",
                    "The book sets the term: " + scope.days() + " working days"));
        }
        if ((scope.untold() || scope.audience().widerThan(audience))
                && (wanted.reasons() == null || wanted.reasons().isBlank())) {
            violations.add(Violation.at(
                    "/reasons",
                    "narrower-without-reasons",
                    "范围小于办法所定、或者由人确定的,应说明理由",
                    "Narrower than the book, or named by a person; give reasons"));
        }
        if (wanted.audience() == Audience.NONE) {
            violations.add(Violation.at(
                    "/audience",
                    "notice-waived-by-deciders",
                    "不公示由认定人决定(notice-waiver)",
                    "Whoever determines forgoes a notice (notice-waiver)"));
        }
        violations.addAll(Redaction.faults(wanted.text(), names(file), "/text"));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    PublicNotice withdraw(CaseFile file, UUID noticeId, WithdrawNotice wanted) {
        desk.requirePossible(file, PublicationAct.NOTICE_WITHDRAWAL, Optional.empty());
        var notice = notices.standing(file.id())
                .filter(standing -> standing.id().equals(noticeId))
                .orElseThrow(Problem::notFound);
        notice.takeDown(actor.get().personId(), wanted.reasons(), Instant.now(clock));
        notices.flush();
        desk.record(
                file,
                PublicationAct.NOTICE_WITHDRAWAL,
                version -> new ExemptionMove.NoticeWithdrawn(file.id(), version, notice.id(), wanted.reasons()));
        return notice;
    }

    /** A text without the full names of those concerned. */
    String redacted(CaseFile file, String text) {
        return Redaction.without(text, names(file));
    }

    /** The subjects whom a notice tells of, by surname alone. */
    String called(CaseFile file) {
        return NoticeWords.called(scope(file).shown(), "、");
    }

    /** The full names of those concerned: none of them is shown. */
    private List<String> names(CaseFile file) {
        var subjects = desk.subjects(file.id()).stream().map(Subject::name);
        return (file.start() == Start.APPLICATION
                        ? Stream.concat(subjects, Stream.of(file.applicant().name()))
                        : subjects)
                .distinct()
                .toList();
    }

    /** The units that the subjects shown are or belong to. */
    private List<UUID> units(NoticeScope scope) {
        return scope.shown().stream()
                .map(each -> each.subject())
                .map(subject -> subject.organId() != null
                        ? subject.organId()
                        : persons.findById(subject.personId()).organ().id())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static void refuse(Optional<ActView.Reason> reason) {
        reason.ifPresent(why -> {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, why.code(), why.text());
        });
    }
}
