package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.filing.FilingRequests.EvaluateFiling;
import org.rongcuo.filing.FilingRequests.GiveFilingFeedback;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.Matter;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.procedure.ConsultationRecord;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** The acts on a prior filing, from its draft to its archive. */
@ApplicationScoped
class FilingService {
    private static final Text NO_DETERMINATION = new Text(
            "事前评估按现行办法推演问责风险,不是认定,也不作为认定依据",
            "Evaluated in advance, by the rules in force today, to show the risk; it is no determination and no basis for one");
    private static final ActView.Reason CONSULTATION_REQUIRED = new ActView.Reason(
            "consultation-required",
            new Text("三重一大事项须先经协调小组会商", "A major matter passes the coordination group before the feedback"));
    private static final ActView.Reason INCOMPLETE =
            new ActView.Reason("filing-incomplete", new Text("报备内容尚不完整", "The filing is not complete"));

    private final Filings filings;
    private final FilingFeedbacks feedbacks;
    private final FilingEvaluations evaluated;
    private final FilingContents contents;
    private final EvaluationService evaluations;
    private final Instance<ConsultationRecord> consultations;
    private final CaseDesk desk;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    FilingService(
            Filings filings,
            FilingFeedbacks feedbacks,
            FilingEvaluations evaluated,
            FilingContents contents,
            EvaluationService evaluations,
            Instance<ConsultationRecord> consultations,
            CaseDesk desk,
            Persons persons,
            CurrentActor actor,
            Clock clock) {
        this.filings = filings;
        this.feedbacks = feedbacks;
        this.evaluated = evaluated;
        this.contents = contents;
        this.evaluations = evaluations;
        this.consultations = consultations;
        this.desk = desk;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    /** The filing of a case that the current person sees. @throws Problem 404, for an exemption case too */
    CaseFile visible(UUID caseId) {
        var file = desk.visible(caseId);
        if (file.kind() != CaseKind.PRIOR_FILING) {
            throw Problem.notFound();
        }
        return file;
    }

    /** Why an act cannot be done now, whoever asks, beside where the case stands. */
    Optional<ActView.Reason> impossible(CaseFile file, FilingAct act) {
        return switch (act) {
            case SUBMISSION ->
                contents.missing(file, filings.of(file.id()).content()).isEmpty()
                        ? Optional.empty()
                        : Optional.of(INCOMPLETE);
            case FEEDBACK ->
                filings.of(file.id()).isThreeMajor() && held(file).isEmpty()
                        ? Optional.of(CONSULTATION_REQUIRED)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What the group holds of the filing as it is submitted now. */
    private Optional<ConsultationRecord.OnFiling> held(CaseFile file) {
        return consultations.stream()
                .flatMap(each -> each.onFiling(file.id(), file.round()).stream())
                .findFirst();
    }

    FilingView write(CaseFile file, FilingContent content) {
        desk.requirePossible(file, FilingAct.CONTENT, Optional.empty());
        contents.check(file, content);
        var filing = filings.of(file.id());
        filing.take(content);
        filings.persist(filing);
        desk.record(
                file,
                FilingAct.CONTENT,
                version -> new FilingEvent.FilingWritten(file.id(), version, filing.content()));
        return view(file);
    }

    FilingView submit(CaseFile file) {
        desk.requirePossible(file, FilingAct.SUBMISSION, Optional.empty());
        var missing = contents.missing(file, filings.of(file.id()).content());
        if (!missing.isEmpty()) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, INCOMPLETE.code(), INCOMPLETE.text(), missing);
        }
        // The book has longer terms for what the group looks at first.
        file.rate(filings.of(file.id()).isThreeMajor() ? Complexity.MAJOR : Complexity.ORDINARY);
        desk.file(
                file,
                FilingAct.SUBMISSION,
                version -> new FilingMove.FilingSubmitted(
                        file.id(), version, file.number(), file.handlingOrgan().id()));
        return view(file);
    }

    FilingView withdraw(CaseFile file, String reasons) {
        desk.requirePossible(file, FilingAct.WITHDRAWAL, Optional.empty());
        desk.record(
                file,
                FilingAct.WITHDRAWAL,
                version -> file.status() == CaseStatus.DRAFT
                        ? new CaseMove.DraftDiscarded(file.id(), version, reasons)
                        : new FilingMove.FilingWithdrawn(file.id(), version, reasons));
        return view(file);
    }

    FilingView giveFeedback(CaseFile file, GiveFilingFeedback told) {
        desk.requirePossible(file, FilingAct.FEEDBACK, impossible(file, FilingAct.FEEDBACK));
        var held = held(file);
        requireSound(told, held);
        var consultation = held.map(ConsultationRecord.OnFiling::consultation).orElse(null);
        feedbacks.persist(new FilingFeedback(
                file.id(),
                told,
                new FilingFeedback.Answered(
                        file.title(), filings.of(file.id()).content(), filings.submittedAt(file.id())),
                consultation,
                actor.get().personId(),
                Instant.now(clock)));
        desk.record(
                file,
                FilingAct.FEEDBACK,
                version -> told.result() == FilingFeedback.Result.RETURNED
                        ? new FilingMove.FilingReturned(
                                file.id(), version, told.reasons(), consultation, told.consultationReasons())
                        : new FilingMove.FilingAccepted(
                                file.id(),
                                version,
                                told.reasons(),
                                told.advice(),
                                consultation,
                                told.consultationReasons()));
        return view(file);
    }

    private static void requireSound(GiveFilingFeedback told, Optional<ConsultationRecord.OnFiling> held) {
        List<Violation> violations = new ArrayList<>();
        if (told.result() == FilingFeedback.Result.ADVISED && blank(told.advice())) {
            violations.add(Violation.at("/advice", "not-blank", "提出建议的反馈应写明建议", "Say what is advised"));
        }
        var returns = told.result() == FilingFeedback.Result.RETURNED;
        var departs = held.filter(each -> (each.stance() == ConsultationRecord.Stance.ENDORSED) == returns);
        if (departs.isEmpty()) {
            if (told.consultationReasons() != null) {
                violations.add(Violation.at(
                        "/consultationReasons",
                        "no-consultation-departure",
                        "没有与之不一致的会商意见,不应填写",
                        "There is no result of the group that it departs from; leave it out"));
            }
        } else if (departs.get().binding()) {
            violations.add(
                    switch (departs.get().stance()) {
                        case ENDORSED -> departs("协调小组已决定同意报备", "has decided to endorse the filing");
                        case OPPOSED -> departs("协调小组已决定不同意报备", "has decided against the filing");
                        case GIVEN_BACK -> departs("协调小组已退回补充核实,应退回报备人补充或者再次提请会商", "wants more to be shown first");
                    });
        } else if (blank(told.consultationReasons())) {
            violations.add(Violation.at(
                    "/consultationReasons",
                    "consultation-departure-without-reasons",
                    "反馈与会商意见不一致,须说明理由",
                    "It departs from the coordination group's result; give reasons"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static Violation departs(String zh, String en) {
        return Violation.at("/result", "departs-from-group-decision", zh + ",反馈不得与之不同", "The coordination group " + en);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The archive ends the filing; its summary stays with what was filed. */
    void archived(@Observes FilingMove.FilingArchived archived) {
        filings.of(archived.caseId()).archive(archived.summary());
    }

    FilingView.Evaluation evaluate(CaseFile file, EvaluateFiling wanted) {
        desk.requirePossible(file, FilingAct.EVALUATION, Optional.empty());
        // Nobody knows the rules of the days to come: what is planned is held against those of today.
        var today = Clocks.today(clock);
        var matter = new Matter(file.jurisdiction().code(), file.field(), wanted.subjectStatus(), today, today);
        var record = new FilingEvaluation(
                file.id(),
                wanted.subjectStatus(),
                evaluations.evaluate(matter, wanted.facts()),
                actor.get().personId(),
                Instant.now(clock));
        evaluated.persist(record);
        desk.note(
                file,
                FilingAct.EVALUATION,
                version -> new FilingEvent.FilingEvaluated(
                        file.id(),
                        version,
                        record.id(),
                        record.contentHash(),
                        record.recommendation().name()));
        return views(List.of(record)).get(0);
    }

    List<FilingView.Evaluation> evaluations(CaseFile file) {
        return views(evaluated.of(file.id()));
    }

    private List<FilingView.Evaluation> views(List<FilingEvaluation> records) {
        var who = persons.refs(records.stream().map(FilingEvaluation::evaluatedBy));
        return records.stream()
                .map(record -> new FilingView.Evaluation(
                        record.id(),
                        "EX_ANTE",
                        NO_DETERMINATION,
                        record.subjectStatus(),
                        record.content(),
                        record.contentHash(),
                        who.get(record.evaluatedBy()),
                        record.evaluatedAt()))
                .toList();
    }

    FilingView view(CaseFile file) {
        var filing = filings.of(file.id());
        var content = filing.content();
        var given = feedbacks.of(file.id());
        var who = persons.refs(given.stream().map(FilingFeedback::givenBy));
        return new FilingView(
                file.id(),
                content,
                contents.missing(file, content).stream()
                        .map(missing -> new FilingView.Missing(missing.pointer(), missing.code(), missing.message()))
                        .toList(),
                filing.isThreeMajor(),
                held(file)
                        .filter(each -> each.stance() != ConsultationRecord.Stance.GIVEN_BACK)
                        .isPresent(),
                filings.filedAt(file.id()).orElse(null),
                given.stream()
                        .map(feedback -> new FilingView.Feedback(
                                feedback.id(),
                                feedback.result(),
                                feedback.result().label(),
                                feedback.reasons(),
                                feedback.advice(),
                                feedback.consultationId(),
                                feedback.consultationReasons(),
                                who.get(feedback.givenBy()),
                                feedback.givenAt()))
                        .toList(),
                filing.summary(),
                file.stateVersion());
    }
}
