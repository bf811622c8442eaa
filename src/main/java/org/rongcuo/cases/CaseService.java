package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Level;
import org.rongcuo.access.Organ;
import org.rongcuo.access.OrganKind;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseRequests.AcceptCase;
import org.rongcuo.cases.CaseRequests.AddSubject;
import org.rongcuo.cases.CaseRequests.AssignCase;
import org.rongcuo.cases.CaseRequests.NameTeam;
import org.rongcuo.cases.CaseRequests.NoticeSupplement;
import org.rongcuo.cases.CaseRequests.OpenCase;
import org.rongcuo.cases.CaseRequests.RespondToSupplement;
import org.rongcuo.procedure.CaseAudience;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** The acts from opening a case to its acceptance, and who and what belongs to it. */
@ApplicationScoped
class CaseService {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final OutcomeSource outcomes;
    private final CaseReaders readers;
    private final SupplementNotices notices;
    private final Documents documents;
    private final CaseTeams teams;
    private final CaseHandlers handlers;
    private final CoHandlers coHandlers;
    private final RecusalDeciders deciders;
    private final CaseNumbers numbers;
    private final CaseActs acts;
    private final CaseContents contents;
    private final CaseAccess access;
    private final Instance<CaseAudience> audiences;
    private final Jurisdictions jurisdictions;
    private final Organs organs;
    private final Persons persons;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<DomainEvent> events;
    private final Clock clock;

    CaseService(
            CaseFiles cases,
            Subjects subjects,
            OutcomeSource outcomes,
            CaseReaders readers,
            SupplementNotices notices,
            Documents documents,
            CaseTeams teams,
            CaseHandlers handlers,
            CoHandlers coHandlers,
            RecusalDeciders deciders,
            CaseNumbers numbers,
            CaseActs acts,
            CaseContents contents,
            CaseAccess access,
            Instance<CaseAudience> audiences,
            Jurisdictions jurisdictions,
            Organs organs,
            Persons persons,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events,
            Clock clock) {
        this.cases = cases;
        this.subjects = subjects;
        this.outcomes = outcomes;
        this.readers = readers;
        this.notices = notices;
        this.documents = documents;
        this.teams = teams;
        this.handlers = handlers;
        this.coHandlers = coHandlers;
        this.deciders = deciders;
        this.numbers = numbers;
        this.acts = acts;
        this.contents = contents;
        this.access = access;
        this.audiences = audiences;
        this.jurisdictions = jurisdictions;
        this.organs = organs;
        this.persons = persons;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the current person may open such a case there. @throws Problem 403 */
    void authoriseOpening(OpenCase wanted) {
        if (wanted == null || wanted.jurisdiction() == null) {
            return;
        }
        jurisdictions.findByIdOptional(wanted.jurisdiction()).ifPresent(jurisdiction -> {
            if (wanted.start() == Start.EX_OFFICIO) {
                rights.requireOver(jurisdiction, Role.HANDLER, Role.ORGANISATION);
            } else {
                rights.requireOver(jurisdiction, Role.APPLICANT);
            }
        });
    }

    CaseView open(OpenCase wanted) {
        List<Violation> violations = new ArrayList<>();
        var jurisdiction =
                Violations.found(() -> jurisdictions.named(wanted.jurisdiction(), "/jurisdiction"), violations);
        var kind = wanted.kind() == null ? CaseKind.EXEMPTION : wanted.kind();
        contents.check(wanted.particulars(), kind, "/particulars", violations);
        var start = wanted.start() == null ? Start.APPLICATION : wanted.start();
        if (kind == CaseKind.PRIOR_FILING && start == Start.EX_OFFICIO) {
            violations.add(Violation.at(
                    "/start", "filed-by-applicant", "事前报备由申请人提出", "A prior filing is made by its applicant"));
        }
        var file = new CaseFile(
                kind, start, jurisdiction, persons.findById(actor.get().personId()), Instant.now(clock));
        List<Subject> named = new ArrayList<>();
        var listed = wanted.subjects() == null ? List.<AddSubject>of() : wanted.subjects();
        for (int i = 0; i < listed.size(); i++) {
            var pointer = "/subjects/" + i;
            var subject = contents.subject(file.id(), listed.get(i), named, pointer, violations);
            if (subject != null) {
                named.add(subject);
                if (start == Start.EX_OFFICIO && acts.concerns(subject)) {
                    violations.add(Violation.at(
                            pointer + (subject.personId() == null ? "/organ" : "/person"),
                            "recused",
                            "您是当事人或其所在单位的人员,应当回避",
                            "You are the subject or belong to it and are recused"));
                }
            }
        }
        Violations.refuse(violations);
        var opened = start == Start.EX_OFFICIO
                ? startExOfficio(file, wanted.particulars(), named)
                : file.open(wanted.particulars(), named);
        cases.persist(file);
        subjects.persist(named);
        subjects.flush();
        events.fire(opened);
        noteHandler(file);
        openAccess(file);
        return view(file);
    }

    private CaseEvent.CaseOpened startExOfficio(CaseFile file, CaseParticulars particulars, List<Subject> named) {
        if (named.isEmpty()) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, CaseActs.NO_SUBJECT.code(), CaseActs.NO_SUBJECT.text());
        }
        var organ = exOfficioOrgan(file.jurisdiction(), particulars.confidentiality());
        return file.openExOfficio(particulars, named, numbers.next(file.jurisdiction()), organ, Instant.now(clock));
    }

    /** An officer starts a case for the officer's own organ, or for the organ of its kind where the case belongs. */
    private Organ exOfficioOrgan(Jurisdiction jurisdiction, Level level) {
        var mine = organs.list("jurisdiction = ?1 order by id", jurisdiction).stream()
                .filter(organ -> rights.get().holdsIn(organ, Level.PUBLIC, Role.HANDLER, Role.ORGANISATION))
                .toList();
        if (mine.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    CaseActs.NO_HANDLING_ORGAN.code(),
                    new Text("该行政区划没有您可以承办的机关", "No organ there that you handle cases for"));
        }
        // Nobody starts a case above the own clearance: its address would lead nowhere.
        return mine.stream()
                .filter(organ -> rights.get().holdsIn(organ, level, Role.HANDLER, Role.ORGANISATION))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/particulars/level",
                        "above-clearance",
                        "高于您的权限等级,您将看不到本案",
                        "Above your clearance; you would not see the case"));
    }

    CaseView revise(CaseFile file, CaseParticulars particulars) {
        acts.requirePossible(file, CaseAct.REVISION);
        List<Violation> violations = new ArrayList<>();
        contents.check(particulars, file.kind(), "", violations);
        Violations.refuse(violations);
        events.fire(file.revise(particulars));
        openAccess(file);
        return view(file);
    }

    CaseView addSubject(CaseFile file, AddSubject wanted) {
        acts.requirePossible(file, CaseAct.SUBJECTS);
        List<Violation> violations = new ArrayList<>();
        var subject = contents.subject(file.id(), wanted, subjects.of(file.id()), "", violations);
        Violations.refuse(violations);
        subjects.persist(subject);
        subjects.flush();
        events.fire(file.record(
                CaseAct.SUBJECTS,
                version -> new CaseEvent.SubjectAdded(
                        file.id(),
                        version,
                        subject.id(),
                        subject.personId(),
                        subject.organId(),
                        subject.status(),
                        subject.duty())));
        noteHandler(file);
        openAccess(file);
        return view(file);
    }

    CaseView apply(CaseFile file, String statement) {
        acts.requirePossible(file, CaseAct.APPLICATION);
        file(
                file,
                CaseAct.APPLICATION,
                version -> new ExemptionMove.ApplicationFiled(
                        file.id(), version, file.number(), file.handlingOrgan().id(), statement));
        openAccess(file);
        return view(file);
    }

    /** Files a case of either kind with the discipline inspection of its place. @throws Problem 409 where there is none */
    <E extends DomainEvent> E file(CaseFile file, Act act, LongFunction<E> event) {
        var organ = organs.ofKind(file.jurisdiction(), OrganKind.DISCIPLINE_INSPECTION)
                .orElseThrow(() -> Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        CaseActs.NO_HANDLING_ORGAN.code(),
                        CaseActs.NO_HANDLING_ORGAN.text()));
        var number = file.number() == null ? numbers.next(file.jurisdiction()) : file.number();
        var happened = file.file(act, number, organ, Instant.now(clock), event);
        events.fire(happened);
        return happened;
    }

    CaseView accept(CaseFile file, AcceptCase decision) {
        acts.requirePossible(file, CaseAct.ACCEPTANCE);
        if (!decision.accepted()
                && (decision.reasons() == null || decision.reasons().isBlank())) {
            throw Problem.invalid("/reasons", "not-blank", "不予受理应说明理由", "A refusal gives its reasons");
        }
        events.fire(
                decision.accepted()
                        ? file.accept(decision.judgedComplexity(), decision.reasons())
                        : file.record(
                                CaseAct.ACCEPTANCE,
                                version ->
                                        new ExemptionMove.ApplicationRefused(file.id(), version, decision.reasons())));
        noteHandler(file);
        return view(file);
    }

    CaseView withdraw(CaseFile file, String reasons) {
        acts.requirePossible(file, CaseAct.WITHDRAWAL);
        events.fire(file.record(
                CaseAct.WITHDRAWAL,
                version -> file.status() == CaseStatus.DRAFT
                        ? new CaseMove.DraftDiscarded(file.id(), version, reasons)
                        : new ExemptionMove.ApplicationWithdrawn(file.id(), version, reasons)));
        return view(file);
    }

    CaseView noticeSupplement(CaseFile file, NoticeSupplement wanted) {
        acts.requirePossible(file, CaseAct.SUPPLEMENTS);
        if (!wanted.due().isAfter(Clocks.today(clock))) {
            throw Problem.invalid("/due", "not-in-the-future", "期限应在今日之后", "The term must end after today");
        }
        var notice = new SupplementNotice(
                file.id(), wanted.wanted(), wanted.due(), actor.get().personId(), Instant.now(clock));
        notices.persist(notice);
        events.fire(file.record(
                CaseAct.SUPPLEMENTS,
                version -> new CaseEvent.SupplementNoticed(
                        file.id(), version, notice.id(), notice.wanted(), notice.due())));
        noteHandler(file);
        return view(file);
    }

    CaseView respond(CaseFile file, RespondToSupplement response) {
        acts.requirePossible(file, CaseAct.SUPPLEMENT_RESPONSES);
        var supplied = response.documents() == null ? List.<UUID>of() : response.documents();
        var known = documents.ids(file.id());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < supplied.size(); i++) {
            if (!known.contains(supplied.get(i))) {
                violations.add(Violation.at(
                        "/documents/" + i, "document-unknown", "本案没有此材料", "The case has no such document"));
            }
        }
        Violations.refuse(violations);
        var notice = notices.of(file.id()).orElseThrow();
        notice.respond(response.statement(), supplied, Instant.now(clock));
        events.fire(file.record(
                CaseAct.SUPPLEMENT_RESPONSES,
                version -> new CaseEvent.SupplementReceived(
                        file.id(), version, notice.id(), notice.response(), notice.documents())));
        return view(file);
    }

    CaseView assign(CaseFile file, AssignCase wanted) {
        acts.requirePossible(file, CaseAct.ASSIGNMENTS);
        var organ = organs.named(wanted.organ(), "/organ");
        if (organ.id().equals(file.handlingOrgan().id())) {
            throw Problem.invalid("/organ", "already-assigned", "已由该机关承办", "The organ handles the case already");
        }
        if (!organ.jurisdiction().contains(file.jurisdiction())) {
            throw Problem.invalid(
                    "/organ",
                    "organ-out-of-reach",
                    "承办机关应属本级或上级行政区划",
                    "The organ must belong to the case's jurisdiction or one above");
        }
        events.fire(file.assign(organ, wanted.reasons()));
        noteHandler(file);
        openAccess(file);
        return view(file);
    }

    CaseView nameTeam(CaseFile file, NameTeam wanted) {
        acts.requirePossible(file, CaseAct.TEAM);
        Set<UUID> team = new LinkedHashSet<>(wanted.persons());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < wanted.persons().size(); i++) {
            var person = wanted.persons().get(i);
            var pointer = "/persons/" + i;
            Violations.found(() -> persons.named(person, pointer), violations);
        }
        if (!team.isEmpty() && !team.contains(actor.get().personId())) {
            violations.add(Violation.at(
                    "/persons",
                    "without-you",
                    "办案组应包括您本人,否则您将看不到本案",
                    "Include yourself, or you lose sight of the case"));
        }
        Violations.refuse(violations);
        teams.replace(file.id(), team);
        events.fire(
                file.record(CaseAct.TEAM, version -> new CaseEvent.TeamNamed(file.id(), version, List.copyOf(team))));
        noteHandler(file);
        openAccess(file);
        return view(file);
    }

    /** Notes that the current person handled the case, unless acting as its applicant. */
    void noteHandler(CaseFile file) {
        var asApplicant = file.start() == Start.APPLICATION
                && file.applicant().id().equals(actor.get().personId());
        if (!asApplicant && acts.handles(file, rights.get())) {
            handlers.note(file.id(), actor.get().personId());
        }
    }

    /** Writes anew whom the case is open to; after every act that changes it. */
    void openAccess(CaseFile file) {
        Set<UUID> concerned = subjects.of(file.id()).stream()
                .map(Subject::personId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        if (file.start() == Start.APPLICATION) {
            concerned.add(file.applicant().id());
        }
        access.open(new CaseAccess.Openness(
                file.id(),
                file.level(),
                file.jurisdiction(),
                file.handlingOrgan(),
                coHandlers.of(file.id()),
                concerned,
                team(file),
                audiences.stream()
                        .flatMap(audience -> audience.invited(file.id()).stream())
                        .collect(Collectors.toSet()),
                file.status().isDecided(),
                file.kind() == CaseKind.PRIOR_FILING && file.status() != CaseStatus.DRAFT));
    }

    /** Whom a team's case is open to: the team, and who decides a recusal that nobody in it can. */
    private Set<UUID> team(CaseFile file) {
        Set<UUID> team = new LinkedHashSet<>(teams.of(file.id()));
        team.addAll(deciders.calledIn(file));
        return team;
    }

    CaseView view(CaseFile file) {
        var team = teams.of(file.id());
        var members = persons.refs(team.stream());
        var reader = readers.of(file);
        var told = outcomes.told(file.id());
        var determined = outcomes.of(file.id()).stream()
                .filter(made -> made.round() == file.round())
                .filter(made -> reader.readsOutcome(made.subject().id(), told.contains(made.determination())))
                .collect(Collectors.toMap(made -> made.subject().id(), StandingOutcome::outcome));
        return CaseView.of(
                file,
                subjects.of(file.id()).stream()
                        .map(subject -> CaseView.SubjectView.of(subject, determined.get(subject.id())))
                        .toList(),
                coHandlers.of(file.id()),
                team.stream().map(members::get).toList(),
                notices.of(file.id()).orElse(null));
    }
}
