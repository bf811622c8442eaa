package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.rongcuo.access.Organ;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The counter at which the features of the procedure get at a case: seen, locked, acted on, always by the same rules. */
@ApplicationScoped
public class CaseDesk {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final CaseActs acts;
    private final CaseService service;
    private final OutcomeSource outcomes;
    private final Sheets sheets;
    private final CaseRefusals refusals;
    private final Documents documents;
    private final CaseTeams teams;
    private final CoHandlers coHandlers;
    private final CaseHandlers handlers;
    private final CaseInvolvement involvement;
    private final CaseReaders readers;
    private final Event<DomainEvent> events;

    CaseDesk(
            CaseFiles cases,
            Subjects subjects,
            CaseActs acts,
            CaseService service,
            OutcomeSource outcomes,
            Sheets sheets,
            CaseRefusals refusals,
            Documents documents,
            CaseTeams teams,
            CoHandlers coHandlers,
            CaseHandlers handlers,
            CaseInvolvement involvement,
            CaseReaders readers,
            Event<DomainEvent> events) {
        this.cases = cases;
        this.subjects = subjects;
        this.acts = acts;
        this.service = service;
        this.outcomes = outcomes;
        this.sheets = sheets;
        this.refusals = refusals;
        this.documents = documents;
        this.teams = teams;
        this.coHandlers = coHandlers;
        this.handlers = handlers;
        this.involvement = involvement;
        this.readers = readers;
        this.events = events;
    }

    /** @throws Problem 404 for a case that the current person does not see */
    public CaseFile visible(UUID caseId) {
        return cases.visible(caseId);
    }

    /**
     * The case under its lock, for an act of the current person.
     *
     * @throws Problem 404 when unseen, 403 when the person is none of those who do the act
     */
    public CaseFile authorised(UUID caseId, Act act) {
        return acts.authorised(caseId, act);
    }

    /** The case under its lock, for a job that nobody asks for. @throws Problem 404 */
    public CaseFile locked(UUID caseId) {
        return cases.lockedUnseen(caseId);
    }

    /** @throws Problem 409 when the case stands elsewhere, another feature blocks the act, or for the reason given */
    public void requirePossible(CaseFile file, Act act, Optional<ActView.Reason> impossible) {
        acts.requireUnblocked(file, act);
        impossible.ifPresent(reason -> {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, reason.code(), reason.text());
        });
    }

    /**
     * The applicant's act that files the case: it gets its number, unless it has one, and its handling organ.
     *
     * @param event reads number and organ from the case
     * @throws Problem 409 where no organ handles cases
     */
    public <E extends DomainEvent> E file(CaseFile file, Act act, LongFunction<E> event) {
        file.require(act);
        var happened = service.file(file, act, event);
        service.openAccess(file);
        return happened;
    }

    /** An act that moves the case's state: its one event is fired, and whom the case is open to is written anew. */
    public <E extends DomainEvent> E record(CaseFile file, Act act, LongFunction<E> event) {
        var happened = file.record(act, event);
        events.fire(happened);
        service.noteHandler(file);
        if (happened instanceof CaseMove) {
            service.openAccess(file);
        }
        return happened;
    }

    /** An act beneath the case that leaves its state version as it is (notes, answers, objections). */
    public <E extends DomainEvent> E note(CaseFile file, Act act, LongFunction<E> event) {
        file.require(act);
        var happened = event.apply(file.stateVersion());
        events.fire(happened);
        service.noteHandler(file);
        return happened;
    }

    /** Writes anew whom the case is open to; after a change of its audience that moves nothing. */
    public void openAccess(CaseFile file) {
        service.openAccess(file);
    }

    /** The acts of a feature as the current person finds them. @param impossible further reasons against an act now */
    public <A extends Act> List<ActView> views(
            UUID caseId, A[] table, BiFunction<CaseFile, A, Optional<ActView.Reason>> impossible) {
        return acts.views(caseId, table, impossible);
    }

    /** The determinations that stand, of the subjects determined, in the order of the subjects. */
    public List<StandingOutcome> outcomes(UUID caseId) {
        return outcomes.of(caseId);
    }

    public List<Subject> subjects(UUID caseId) {
        return subjects.of(caseId);
    }

    /** A subject of the case. @throws Problem 404 */
    public Subject subject(UUID caseId, UUID id) {
        return subjects.of(caseId, id);
    }

    /** The case's subject that a request's content names. @throws Problem 422 */
    public Subject namedSubject(CaseFile file, UUID named) {
        return subjects.named(file.id(), named);
    }

    /** The ids of the case's documents. */
    public Set<UUID> documents(UUID caseId) {
        return documents.ids(caseId);
    }

    /** The ids of the documents that the case was given after a moment. */
    public Set<UUID> documentsAddedAfter(UUID caseId, Instant moment) {
        return documents.of(caseId).stream()
                .filter(document -> document.addedAt().isAfter(moment))
                .map(Document::id)
                .collect(Collectors.toSet());
    }

    /** The titles of the case's documents, by id. */
    public Map<UUID, String> titles(UUID caseId) {
        return documents.of(caseId).stream().collect(Collectors.toMap(Document::id, Document::title));
    }

    /** The persons of the case's team (办案组); empty where none is named and all of the organ handle it. */
    public List<UUID> team(UUID caseId) {
        return teams.of(caseId);
    }

    /** The organs that handle the case beside the one that it is assigned to (联合承办). */
    public List<Organ> coHandlers(UUID caseId) {
        return coHandlers.of(caseId);
    }

    /** Whether the person handles the case, by role and organ. */
    public boolean handles(CaseFile file, UUID personId) {
        return acts.handles(file, personId);
    }

    /** Notes that the person has a part in handling the case, and so does not determine it. */
    public void noteHandler(CaseFile file, UUID personId) {
        handlers.note(file.id(), personId);
    }

    /** The subjects whose outcome is open. */
    public List<Subject> undetermined(CaseFile file) {
        return subjects.of(file.id()).stream()
                .filter(subject -> sheets.isOpen(file, subject))
                .toList();
    }

    /** Of the persons those who have a part in the case that keeps them from judging it, each with what it is. */
    public Map<UUID, Text> involved(CaseFile file, Collection<UUID> persons) {
        return involvement.of(file, persons);
    }

    /** The checklist of a subject of the case. @throws Problem 404 */
    public ChecklistService.Sheet sheet(CaseFile file, UUID subjectId) {
        return sheets.of(file, subjects.of(file.id(), subjectId));
    }

    /** Whether the current person is of the party. */
    public boolean is(CaseFile file, Party party) {
        return acts.is(party, file);
    }

    /** When the application was refused; empty for one that was not, or was before it was noted. */
    public Optional<Instant> refusedAt(UUID caseId) {
        return refusals.of(caseId).map(CaseRefusal::refusedAt);
    }

    /** @throws Problem 404 for who must keep off the case: its subjects, who belongs to one, its applicant, who is recused */
    public void requireUnconcerned(CaseFile file) {
        acts.requireUnconcerned(file);
    }

    /** As whom the current person reads the case: what is about one subject, about all, or was told to the subject. */
    public CaseReader reader(CaseFile file) {
        return readers.of(file);
    }

    /** The determinations that their subjects were told of. */
    public Set<UUID> told(UUID caseId) {
        return outcomes.told(caseId);
    }

    /** Whether the case is the current person's own: as a subject, one of the unit that is, or the applicant. */
    public boolean isConcerned(CaseFile file) {
        return acts.isConcerned(file);
    }

    /** Whether the current person is the subject, or belongs to the unit that is. */
    public boolean concerns(Subject subject) {
        return acts.concerns(subject);
    }

    /** The case as its callers are told of it. */
    public CaseView view(CaseFile file) {
        return service.view(file);
    }

    /** The case that a request's content names by its number or its id, whoever asks. */
    public Optional<CaseFile> named(String numberOrId) {
        return cases.named(numberOrId);
    }

    /** The case, whoever asks: for what records say of each other. @throws Problem 404 */
    public CaseFile unseen(UUID caseId) {
        return cases.findByIdOptional(caseId).orElseThrow(Problem::notFound);
    }

    /** Whether the current person sees the case. */
    public boolean sees(UUID caseId) {
        return cases.sees(caseId);
    }
}
