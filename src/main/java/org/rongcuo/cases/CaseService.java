package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.CaseAccess;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
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
import org.rongcuo.policy.FieldOfWork;
import org.rongcuo.procedure.ExemptionStatus;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** The acts from opening a case to its acceptance, and who and what belongs to it. */
@ApplicationScoped
class CaseService {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Determinations determinations;
    private final SupplementNotices notices;
    private final Documents documents;
    private final CaseTeams teams;
    private final CaseHandlers handlers;
    private final CaseNumbers numbers;
    private final CaseActs acts;
    private final CaseAccess access;
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
            Determinations determinations,
            SupplementNotices notices,
            Documents documents,
            CaseTeams teams,
            CaseHandlers handlers,
            CaseNumbers numbers,
            CaseActs acts,
            CaseAccess access,
            Jurisdictions jurisdictions,
            Organs organs,
            Persons persons,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events,
            Clock clock) {
        this.cases = cases;
        this.subjects = subjects;
        this.determinations = determinations;
        this.notices = notices;
        this.documents = documents;
        this.teams = teams;
        this.handlers = handlers;
        this.numbers = numbers;
        this.acts = acts;
        this.access = access;
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
        var jurisdiction = jurisdictions.named(wanted.jurisdiction(), "/jurisdiction");
        requireSound(wanted.particulars());
        var applicant = persons.findById(actor.get().personId());
        var start = wanted.start() == null ? Start.APPLICATION : wanted.start();
        var file = new CaseFile(
                wanted.kind() == null ? CaseKind.EXEMPTION : wanted.kind(),
                start,
                jurisdiction,
                applicant,
                Instant.now(clock));
        var opened = file.open(wanted.particulars());
        cases.persist(file);
        events.fire(opened);
        if (wanted.subjects() != null) {
            for (int i = 0; i < wanted.subjects().size(); i++) {
                addSubject(file, wanted.subjects().get(i), "/subjects/" + i);
            }
        }
        if (start == Start.EX_OFFICIO) {
            acts.requirePossible(file, CaseAct.APPLICATION);
            file(file, exOfficioOrgan(file), null);
            handlers.note(file.id(), applicant.id());
        }
        openAccess(file);
        return view(file);
    }

    /** An officer starts a case for the officer's own organ, or for the organ of its kind where the case belongs. */
    private Organ exOfficioOrgan(CaseFile file) {
        return organs.list("jurisdiction = ?1 order by id", file.jurisdiction()).stream()
                .filter(organ -> rights.get().holdsIn(organ, file.level(), Role.HANDLER, Role.ORGANISATION))
                .findFirst()
                .orElseThrow(() -> Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "no-handling-organ",
                        new Text("该行政区划没有您可以承办此级别案件的机关", "No organ there that you handle cases of this level for")));
    }

    CaseView revise(CaseFile file, CaseParticulars particulars) {
        requireSound(particulars);
        events.fire(file.revise(particulars));
        openAccess(file);
        return view(file);
    }

    private void requireSound(CaseParticulars particulars) {
        List<Violation> violations = new ArrayList<>();
        if (particulars.conduct().until().isBefore(particulars.conduct().from())) {
            violations.add(Violation.at(
                    "/particulars/conduct/to", "before-start", "不得早于起始日", "must not precede the first day"));
        }
        if (particulars.conduct().until().isAfter(Clocks.today(clock))) {
            violations.add(Violation.at(
                    "/particulars/conduct/to", "in-the-future", "行为尚未发生", "the conduct lies in the future"));
        }
        if (particulars.field() != null && !FieldOfWork.ALL.contains(particulars.field())) {
            violations.add(Violation.at(
                    "/particulars/field",
                    "field-unknown",
                    "没有此领域,应为:" + String.join("、", FieldOfWork.ALL),
                    "No such field of work; one of: " + String.join(", ", FieldOfWork.ALL)));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    CaseView addSubject(CaseFile file, AddSubject wanted) {
        addSubject(file, wanted, "");
        openAccess(file);
        return view(file);
    }

    private void addSubject(CaseFile file, AddSubject wanted, String pointer) {
        if ((wanted.person() == null) == (wanted.organ() == null)) {
            throw Problem.invalid(pointer, "person-or-organ", "person 与 organ 应给出其一", "give either person or organ");
        }
        var person = wanted.person() == null
                ? null
                : persons.findByIdOptional(wanted.person())
                        .orElseThrow(() -> Problem.invalid(
                                pointer + "/person", "person-unknown", "没有此人员", "There is no such person"));
        var organ = wanted.organ() == null ? null : organs.named(wanted.organ(), pointer + "/organ");
        var subject = new Subject(file.id(), person, organ, wanted.status(), wanted.duty());
        if (subjects.of(file.id()).stream()
                .anyMatch(known -> java.util.Objects.equals(known.personId(), subject.personId())
                        && java.util.Objects.equals(known.organId(), subject.organId()))) {
            throw Problem.invalid(pointer, "subject-twice", "此当事人已列明", "The subject is named already");
        }
        subjects.persist(subject);
        subjects.flush();
        events.fire(file.addSubject(subject));
        noteHandler(file);
    }

    CaseView apply(CaseFile file, String statement) {
        acts.requirePossible(file, CaseAct.APPLICATION);
        var organ = organs.ofKind(file.jurisdiction(), OrganKind.DISCIPLINE_INSPECTION)
                .orElseThrow(() -> Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "no-handling-organ",
                        new Text("该行政区划尚未登记纪检监察机关", "No discipline inspection organ is registered there")));
        file(file, organ, statement);
        openAccess(file);
        return view(file);
    }

    private void file(CaseFile file, Organ organ, String statement) {
        file.require(CaseAct.APPLICATION);
        events.fire(file.file(numbers.next(file.jurisdiction()), organ, statement, Instant.now(clock)));
    }

    CaseView accept(CaseFile file, AcceptCase decision) {
        if (!decision.accepted()
                && (decision.reasons() == null || decision.reasons().isBlank())) {
            throw Problem.invalid("/reasons", "not-blank", "不予受理应说明理由", "A refusal gives its reasons");
        }
        events.fire(decision.accepted() ? file.accept(decision.reasons()) : file.refuse(decision.reasons()));
        noteHandler(file);
        return view(file);
    }

    CaseView withdraw(CaseFile file, String reasons) {
        events.fire(file.withdraw(reasons));
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
        events.fire(file.noticeSupplement(notice));
        noteHandler(file);
        return view(file);
    }

    CaseView respond(CaseFile file, RespondToSupplement response) {
        acts.requirePossible(file, CaseAct.SUPPLEMENT_RESPONSES);
        var supplied = response.documents() == null ? List.<UUID>of() : response.documents();
        var known = documents.ids(file.id());
        for (int i = 0; i < supplied.size(); i++) {
            if (!known.contains(supplied.get(i))) {
                throw Problem.invalid(
                        "/documents/" + i, "document-unknown", "本案没有此材料", "The case has no such document");
            }
        }
        var notice = notices.of(file.id()).orElseThrow();
        notice.respond(response.statement(), supplied, Instant.now(clock));
        events.fire(file.receiveSupplement(notice));
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
        Set<UUID> team = new HashSet<>(wanted.persons());
        for (int i = 0; i < wanted.persons().size(); i++) {
            if (persons.findByIdOptional(wanted.persons().get(i)).isEmpty()) {
                throw Problem.invalid("/persons/" + i, "person-unknown", "没有此人员", "There is no such person");
            }
        }
        if (!team.isEmpty() && !team.contains(actor.get().personId())) {
            throw Problem.invalid(
                    "/persons",
                    "without-you",
                    "办案组应包括您本人,否则您将看不到本案",
                    "Include yourself, or you lose sight of the case");
        }
        teams.replace(file.id(), team);
        events.fire(file.nameTeam(wanted.persons()));
        openAccess(file);
        return view(file);
    }

    /** Notes that the current person handled the case, unless acting as its applicant. */
    void noteHandler(CaseFile file) {
        if (file.handlingOrgan() != null
                && rights.get().holdsIn(file.handlingOrgan(), file.level(), Role.HANDLER, Role.ORGANISATION)) {
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
                concerned,
                Set.copyOf(teams.of(file.id())),
                file.status() == ExemptionStatus.DETERMINED || file.status() == ExemptionStatus.NOTIFIED));
    }

    CaseView view(CaseFile file) {
        var outcomes = determinations.of(file.id()).stream()
                .collect(Collectors.toMap(Determination::subjectId, Determination::outcome));
        return CaseView.of(
                file,
                subjects.of(file.id()).stream()
                        .map(subject -> CaseView.SubjectView.of(subject, outcomes.get(subject.id())))
                        .toList(),
                teams.of(file.id()),
                notices.of(file.id()).orElse(null));
    }
}
