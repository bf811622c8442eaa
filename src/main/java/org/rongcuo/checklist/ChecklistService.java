package org.rongcuo.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.policy.AppliedBooks;
import org.rongcuo.policy.Effects.TakenEffect;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.ItemView;
import org.rongcuo.policy.Matter;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.StateVersion;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Violation;

/** Derives checklists, keeps their answers, has them evaluated. The caller holds the case's lock for every write. */
@ApplicationScoped
public class ChecklistService {
    private final Answers answers;
    private final SuppliedFacts supplied;
    private final Instance<FindingSource> findings;
    private final EvaluationService evaluations;
    private final EvaluationRecords records;
    private final Persons persons;
    private final CurrentActor actor;
    private final Event<ChecklistEvent> events;
    private final Clock clock;

    ChecklistService(
            Answers answers,
            SuppliedFacts supplied,
            Instance<FindingSource> findings,
            EvaluationService evaluations,
            EvaluationRecords records,
            Persons persons,
            CurrentActor actor,
            Event<ChecklistEvent> events,
            Clock clock) {
        this.answers = answers;
        this.supplied = supplied;
        this.findings = findings;
        this.evaluations = evaluations;
        this.records = records;
        this.persons = persons;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whose checklist.
     *
     * @param stateVersion the case's, for the ledger
     * @param decided null while the subject is not determined
     * @param appliedAt when the case was applied for: what changed since is marked; null before
     */
    public record Sheet(
            UUID caseId, UUID subjectId, long stateVersion, Matter matter, Decided decided, Instant appliedAt) {
        /** Up to when answers count; null while they all do. */
        private Instant until() {
            return decided == null ? null : decided.at();
        }
    }

    /**
     * What a subject's determination leaves as it was: the versions that asked, and the answers until then. Neither a
     * later version, back-dated or not, nor an answer given for another subject touches it.
     *
     * @param by the evaluation that the determination rests on
     * @param at when it was determined
     */
    public record Decided(EvaluationRecord by, Instant at) {}

    /** What a version changes on a sheet, by the ids of its items. @param unfit items whose answer does not fit any more */
    public record Change(List<String> added, List<String> dropped, List<String> changed, List<String> unfit) {}

    /** Answers to write: the items named change, the others stay. */
    public record AnswerItems(
            @NotEmpty @Size(max = 500) @Schema(description = "以事项标识为键 · by item id")
            Map<@Size(max = 100) String, @NotNull @Valid AnswerItem> answers) {}

    /** One answer. */
    public record AnswerItem(
            @Schema(
                    description = "答案;不列或 null 为撤回原答案 · the answer, null takes it back",
                    oneOf = {String.class, BigDecimal.class, Boolean.class})
            Object value,

            @Size(max = 50) @Schema(description = "佐证材料(本案文书标识)· evidence: ids of the case's documents")
            List<@NotNull UUID> evidence,

            @Size(max = 2000) @Schema(description = "说明 · note")
            String note,

            @Schema(
                    description =
                            "所采纳的结论(记录标识),答案须与之一致 · the record whose finding it adopts; the answer is that finding")
            UUID finding) {}

    /** What a version, or a repeal, changes on a sheet; empty when it does not concern it. */
    public Optional<Change> changeBy(Sheet sheet, TakenEffect effect) {
        return evaluations.changeBy(sheet.matter(), effect).map(change -> {
            var unfit = answers.latest(sheet.caseId(), sheet.subjectId(), sheet.until()).values().stream()
                    .filter(answer -> answer.value() != null && change.unfits(answer.item(), answer.value()))
                    .map(Answer::item)
                    .toList();
            return new Change(change.added(), change.dropped(), change.changed(), unfit);
        });
    }

    /** Marks of the questions asked, or asked otherwise, only since the application; none of a subject determined. */
    private Map<String, ChecklistView.Since> marks(Sheet sheet) {
        Map<String, ChecklistView.Since> marks = new HashMap<>();
        if (sheet.appliedAt() != null && sheet.decided() == null) {
            var change = evaluations.changeSince(sheet.matter(), sheet.appliedAt());
            change.added().forEach(item -> marks.put(item, ChecklistView.Since.ADDED));
            change.changed().forEach(item -> marks.put(item, ChecklistView.Since.CHANGED));
        }
        return marks;
    }

    /** The checklist as the versions ask it today, or asked it of a subject determined, and as it is answered. */
    public ChecklistView derive(Sheet sheet) {
        var books = books(sheet);
        var given = answers.latest(sheet.caseId(), sheet.subjectId(), sheet.until());
        var persons = this.persons.refs(given.values().stream().map(Answer::answeredBy));
        var marks = marks(sheet);
        var facts = supplied.of(sheet, books, given);
        var offers = offers(sheet, books);
        List<ChecklistView.Question> questions = new ArrayList<>();
        for (var item : books.items()) {
            var id = item.item();
            var fact = facts.get(id);
            questions.add(new ChecklistView.Question(
                    item,
                    fact == null ? answered(given.get(id), books, persons) : null,
                    fact == null ? null : new ChecklistView.Supplied(fact.value(), fact.why()),
                    fact == null ? offers.getOrDefault(id, List.of()) : List.of(),
                    marks.get(id)));
        }
        var dropped = given.values().stream()
                .filter(answer ->
                        answer.value() != null && books.item(answer.item()).isEmpty())
                .map(answer -> new ChecklistView.Dropped(
                        answer.item(),
                        answered(answer, books, persons),
                        new Text("适用的版本已不再问此项", "The versions that apply no longer ask this item")))
                .toList();
        return new ChecklistView(
                sheet.caseId(),
                sheet.subjectId(),
                revision(sheet),
                books.versions(),
                questions,
                open(questions, evaluations.openItems(books, fitting(books, given, facts))),
                dropped);
    }

    /** Of the items that some book misses, those without an answer that any admits: of the others there is one answer. */
    private static List<EvaluationView.OpenItem> open(
            List<ChecklistView.Question> questions, List<EvaluationView.OpenItem> missed) {
        var answered = questions.stream()
                .filter(question -> question.supplied() != null
                                && question.supplied().value() != null
                        || question.answer() != null && question.answer().fits())
                .map(question -> question.item().item())
                .collect(Collectors.toSet());
        return missed.stream().filter(item -> !answered.contains(item.item())).toList();
    }

    /** What records offer as answers, by item; nothing for a subject determined. */
    private Map<String, List<ChecklistView.Offer>> offers(Sheet sheet, AppliedBooks books) {
        Map<String, List<ChecklistView.Offer>> offers = new HashMap<>();
        if (sheet.decided() == null) {
            findings.stream()
                    .flatMap(source -> source.findings(sheet.caseId(), sheet.subjectId()).stream())
                    .filter(finding -> books.fits(finding.item(), finding.value()))
                    .forEach(finding -> offers.computeIfAbsent(finding.item(), item -> new ArrayList<>())
                            .add(new ChecklistView.Offer(finding.record(), finding.value(), finding.label())));
        }
        return offers;
    }

    /** How many answers were written to the sheet; what its {@code If-Match} compares. */
    public long revision(Sheet sheet) {
        return answers.written(sheet.caseId(), sheet.subjectId(), sheet.until());
    }

    /** The answers written to the sheet after a revision, for whoever holds that older one. */
    public List<StateVersion.Change> changesSince(Sheet sheet, long revision) {
        List<StateVersion.Change> changes = new ArrayList<>();
        for (var answer : answers.since(sheet.caseId(), sheet.subjectId(), Math.max(0, revision))) {
            changes.add(new StateVersion.Change(
                    Math.max(0, revision) + changes.size() + 1,
                    "org.rongcuo.checklist.items-answered",
                    answer.answeredAt(),
                    persons.findById(answer.answeredBy()).name()));
        }
        return changes;
    }

    private static ChecklistView.Given answered(Answer answer, AppliedBooks books, Map<UUID, PersonRef> persons) {
        return answer == null || answer.value() == null
                ? null
                : new ChecklistView.Given(
                        answer.value(),
                        answer.evidence(),
                        answer.note(),
                        answer.finding(),
                        persons.get(answer.answeredBy()),
                        answer.answeredAt(),
                        books.admits(answer.item(), answer.value()));
    }

    /**
     * Writes answers.
     *
     * @param documents the ids of the case's documents, which alone may be evidence
     * @throws Problem 422 with every answer that does not fit
     */
    public ChecklistView answer(Sheet sheet, AnswerItems wanted, Set<UUID> documents) {
        var books = books(sheet);
        var facts = supplied.of(sheet, books, Map.of());
        List<Violation> violations = new ArrayList<>();
        List<ChecklistEvent.Answered> answered = new ArrayList<>();
        new TreeMap<>(wanted.answers()).forEach((id, answer) -> {
            var pointer = "/answers/" + Validation.escape(id);
            var item = books.item(id).orElse(null);
            if (item == null) {
                violations.add(
                        Violation.at(pointer, "item-unknown", "适用的办法中没有此项", "No book that applies asks this item"));
                return;
            }
            if (answer.value() != null && facts.containsKey(id)) {
                violations.add(new Violation(
                        pointer, "supplied-by-system", bySystem(facts.get(id).why())));
            }
            if (answer.value() != null) {
                books.refusal(id, answer.value())
                        .ifPresent(refusal ->
                                violations.add(new Violation(pointer + "/value", refusal.code(), refusal.message())));
            }
            var evidence = answer.evidence() == null ? List.<UUID>of() : answer.evidence();
            for (int i = 0; i < evidence.size(); i++) {
                if (!documents.contains(evidence.get(i))) {
                    violations.add(Violation.at(
                            pointer + "/evidence/" + i,
                            "document-unknown",
                            "本案没有此材料",
                            "The case has no such document"));
                }
            }
            if (answer.finding() != null && !offered(sheet, id, answer)) {
                violations.add(Violation.at(
                        pointer + "/finding",
                        "finding-differs",
                        "该记录对此事项没有这一结论",
                        "The record has no such finding on the item"));
            }
            answered.add(new ChecklistEvent.Answered(id, answer.value(), evidence, answer.note(), answer.finding()));
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var now = Instant.now(clock);
        for (var answer : answered) {
            var once = books.item(answer.item()).map(ItemView::askedOnce).orElseThrow();
            answers.persist(new Answer(
                    sheet.caseId(),
                    once ? null : sheet.subjectId(),
                    answer.item(),
                    answer.value(),
                    answer.evidence(),
                    answer.note(),
                    answer.finding(),
                    actor.get().personId(),
                    now));
        }
        answers.flush();
        events.fire(
                new ChecklistEvent.ItemsAnswered(sheet.caseId(), sheet.stateVersion(), sheet.subjectId(), answered));
        return derive(sheet);
    }

    /** Whether the record that the answer names found just that. */
    private boolean offered(Sheet sheet, String item, AnswerItem answer) {
        return answer.value() != null
                && findings.stream()
                        .flatMap(source -> source.findings(sheet.caseId(), sheet.subjectId()).stream())
                        .anyMatch(finding -> finding.record().equals(answer.finding())
                                && finding.item().equals(item)
                                && Json.canonical(List.of(finding.value()))
                                        .equals(Json.canonical(List.of(answer.value()))));
    }

    private static Text bySystem(Text why) {
        return new Text(
                "此项由系统依记录给出,不由人工填写:" + why.zh(), "The records give this item; it is not answered by hand: " + why.en());
    }

    /** Has the tables advise on the answers that fit, and records what they say. */
    public EvaluationRecord evaluate(Sheet sheet) {
        var record = records.add(
                sheet.caseId(),
                sheet.subjectId(),
                sheet.matter(),
                advice(sheet),
                actor.get().personId(),
                Instant.now(clock));
        events.fire(new ChecklistEvent.ChecklistEvaluated(
                sheet.caseId(),
                sheet.stateVersion(),
                sheet.subjectId(),
                record.id(),
                record.contentHash(),
                record.content().recommendation().code().name()));
        return record;
    }

    /**
     * Refuses a record that no longer tells what the tables would say now.
     *
     * @throws Problem 409 {@code evaluation-stale} when answers or versions have changed since
     */
    public void requireCurrent(Sheet sheet, EvaluationRecord record) {
        if (!isCurrent(sheet, record)) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "evaluation-stale",
                    new Text(
                            "评估之后答案或适用的版本已有变化,请重新评估",
                            "Answers or versions have changed since the evaluation; evaluate again"));
        }
    }

    /** Whether a record tells what the tables would say now. */
    public boolean isCurrent(Sheet sheet, EvaluationRecord record) {
        return record.content().saysTheSameAs(advice(sheet));
    }

    private AppliedBooks books(Sheet sheet) {
        return sheet.decided() == null
                ? evaluations.booksFor(sheet.matter())
                : evaluations.booksAsDecided(sheet.decided().by(), sheet.matter());
    }

    private EvaluationView advice(Sheet sheet) {
        var facts = fittingAnswers(sheet);
        return sheet.decided() == null
                ? evaluations.evaluate(sheet.matter(), facts)
                : evaluations.evaluateAsDecided(sheet.decided().by(), sheet.matter(), facts);
    }

    private Map<String, Object> fittingAnswers(Sheet sheet) {
        var books = books(sheet);
        var given = answers.latest(sheet.caseId(), sheet.subjectId(), sheet.until());
        return fitting(books, given, supplied.of(sheet, books, given));
    }

    /** What the tables read: the facts that the records give, and the answers to the other items that some book admits. */
    private static Map<String, Object> fitting(
            AppliedBooks books, Map<String, Answer> given, Map<String, FactSource.Fact> supplied) {
        Map<String, Object> facts = new TreeMap<>();
        given.forEach((item, answer) -> {
            if (answer.value() != null && books.item(item).isPresent() && books.admits(item, answer.value())) {
                facts.put(item, answer.value());
            }
        });
        supplied.forEach((item, fact) -> {
            if (fact.value() == null) {
                facts.remove(item);
            } else {
                facts.put(item, fact.value());
            }
        });
        return facts;
    }
}
