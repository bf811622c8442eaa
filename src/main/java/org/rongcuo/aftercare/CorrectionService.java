package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Party;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** The acts on corrections; each leaves the case's state version as it is. */
@ApplicationScoped
class CorrectionService implements ActSource {
    private final Corrections corrections;
    private final CaseDesk desk;
    private final Deadlines deadlines;
    private final CurrentActor actor;
    private final Clock clock;

    CorrectionService(Corrections corrections, CaseDesk desk, Deadlines deadlines, CurrentActor actor, Clock clock) {
        this.corrections = corrections;
        this.desk = desk;
        this.deadlines = deadlines;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, CorrectionAct.values(), this::impossible);
    }

    /** Why it cannot be done now: no correction stands where the act needs one. */
    private Optional<ActView.Reason> impossible(CaseFile file, CorrectionAct act) {
        return switch (act) {
            case CORRECTIONS, CORRECTION_ORDERS -> Optional.empty();
            case CORRECTION_REPORT -> unlessAny(file, CorrectionStatus.UNDER_WAY);
            case CORRECTION_EVALUATION -> unlessAny(file, CorrectionStatus.REPORTED);
            case CORRECTION_SUMMARY -> unlessAny(file, CorrectionStatus.ACCEPTED);
        };
    }

    private Optional<ActView.Reason> unlessAny(CaseFile file, CorrectionStatus wanted) {
        return corrections.of(file.id()).stream().anyMatch(each -> each.status() == wanted)
                ? Optional.empty()
                : Optional.of(new ActView.Reason(
                        "no-such-correction",
                        new Text(
                                "没有处于“" + wanted.label().zh() + "”的纠错",
                                "No correction is " + wanted.label().en())));
    }

    /** @throws Problem 403 for another's error, 409 where the case stands elsewhere, 422 with everything wrong */
    Correction start(CaseFile file, StartCorrection wanted, CorrectionAct act) {
        desk.requirePossible(file, act, Optional.empty());
        var ordered = act == CorrectionAct.CORRECTION_ORDERS;
        var subject = subject(file, wanted.subject());
        var concerned = !ordered && concerned(file);
        if (concerned) {
            requireOwn(file, subject);
        }
        List<Violation> violations = new ArrayList<>();
        if (wanted.subject() != null && subject == null) {
            violations.add(Violation.at("/subject", "subject-unknown", "本案没有此当事人", "The case has no such subject"));
        }
        requireFuture(wanted.dueOn(), violations);
        for (int i = 0; i < wanted.measures().size(); i++) {
            if (wanted.measures().get(i).due().isAfter(wanted.dueOn())) {
                violations.add(Violation.at(
                        "/measures/" + i + "/due",
                        "after-the-whole",
                        "不得晚于总期限",
                        "must not lie after the whole is due"));
            }
        }
        refuse(violations);
        var correction = new Correction(
                file.id(), wanted, ordered, concerned, actor.get().personId(), now());
        List<CorrectionMeasure> measures = new ArrayList<>();
        for (var measure : wanted.measures()) {
            measures.add(new CorrectionMeasure(correction.id(), measures.size() + 1, measure.text(), measure.due()));
        }
        corrections.add(correction);
        measures.forEach(corrections::add);
        corrections.flush();
        desk.note(file, act, version -> correction.started(file, measures));
        begin(correction);
        return correction;
    }

    /** @throws Problem 403 for another's error, 409 unless it is under way, 422 with everything wrong */
    Correction report(CaseFile file, UUID id, ReportCorrection wanted) {
        var act = CorrectionAct.CORRECTION_REPORT;
        var correction = corrections.of(file.id(), id);
        requireOwn(file, subject(file, correction.subjectId()));
        desk.requirePossible(file, act, Optional.empty());
        correction.require(CorrectionStatus.UNDER_WAY);
        List<Violation> violations = new ArrayList<>();
        var done = done(correction, wanted, violations);
        var documents = wanted.documents() == null ? List.<UUID>of() : wanted.documents();
        var known = desk.documents(file.id());
        for (int i = 0; i < documents.size(); i++) {
            if (!known.contains(documents.get(i))) {
                violations.add(Violation.at(
                        "/documents/" + i, "document-unknown", "本案没有此材料", "The case has no such document"));
            }
        }
        refuse(violations);
        var report = new CorrectionReport(
                correction, wanted.statement(), done, documents, actor.get().personId(), now());
        corrections.add(report);
        deadlines.meet(file.id(), Step.CORRECTION, id);
        desk.note(file, act, version -> correction.report(file, report));
        return correction;
    }

    /** A round, which is to be reported by its day. */
    private void begin(Correction correction) {
        deadlines.beginUntil(correction.caseId(), Step.CORRECTION, correction.id(), correction.dueOn());
    }

    /** Every measure's line, once each. */
    private Map<UUID, String> done(Correction correction, ReportCorrection wanted, List<Violation> violations) {
        var planned = corrections.measures(List.of(correction.id())).stream()
                .map(CorrectionMeasure::id)
                .collect(Collectors.toSet());
        Map<UUID, String> done = new HashMap<>();
        for (int i = 0; i < wanted.measures().size(); i++) {
            var line = wanted.measures().get(i);
            var pointer = "/measures/" + i + "/measure";
            if (!planned.contains(line.measure())) {
                violations.add(
                        Violation.at(pointer, "measure-unknown", "此项纠错没有该措施", "The correction has no such measure"));
            } else if (done.putIfAbsent(line.measure(), line.done()) != null) {
                violations.add(Violation.at(pointer, "measure-twice", "该措施已填写", "The measure is reported already"));
            }
        }
        if (violations.isEmpty() && done.size() < planned.size()) {
            violations.add(Violation.at(
                    "/measures",
                    "measures-missing",
                    "有 " + (planned.size() - done.size()) + " 项措施未报告",
                    (planned.size() - done.size()) + " measure(s) are not reported"));
        }
        return done;
    }

    /** @throws Problem 409 unless it is reported, 422 with everything wrong */
    Correction evaluate(CaseFile file, UUID id, EvaluateCorrection wanted) {
        var act = CorrectionAct.CORRECTION_EVALUATION;
        var correction = corrections.of(file.id(), id);
        desk.requirePossible(file, act, Optional.empty());
        correction.require(CorrectionStatus.REPORTED);
        List<Violation> violations = new ArrayList<>();
        if (wanted.accepted() && wanted.dueOn() != null) {
            violations.add(Violation.at("/dueOn", "accepted", "验收通过的不设新的期限", "There is no new round; leave it out"));
        } else if (!wanted.accepted() && wanted.dueOn() == null) {
            violations.add(Violation.at("/dueOn", "not-null", "不通过的应给出再次纠错的期限", "The new round needs its due date"));
        } else if (!wanted.accepted()) {
            requireFuture(wanted.dueOn(), violations);
        }
        refuse(violations);
        var evaluation =
                new CorrectionEvaluation(correction, wanted, actor.get().personId(), now());
        corrections.add(evaluation);
        desk.note(file, act, version -> correction.evaluate(file, evaluation));
        if (!evaluation.accepted()) {
            begin(correction);
        }
        return correction;
    }

    /** @throws Problem 409 unless it is accepted */
    Correction sumUp(CaseFile file, UUID id, String summary) {
        var act = CorrectionAct.CORRECTION_SUMMARY;
        var correction = corrections.of(file.id(), id);
        desk.requirePossible(file, act, Optional.empty());
        correction.require(CorrectionStatus.ACCEPTED);
        desk.note(
                file,
                act,
                version -> correction.sumUp(file, summary, actor.get().personId(), now()));
        return correction;
    }

    /** Null for none, and for one that the case does not have. */
    private Subject subject(CaseFile file, UUID id) {
        return desk.subjects(file.id()).stream()
                .filter(each -> Objects.equals(each.id(), id))
                .findFirst()
                .orElse(null);
    }

    private boolean concerned(CaseFile file) {
        return desk.is(file, Party.APPLICANT) || desk.is(file, Party.SUBJECT);
    }

    /** A subject speaks for itself, the applicant for all. @param subject null for the whole case */
    private void requireOwn(CaseFile file, Subject subject) {
        if (subject != null && !desk.is(file, Party.APPLICANT) && !desk.concerns(subject)) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "another-subject",
                    new Text("这是其他当事人的纠错", "It is another subject's correction"));
        }
    }

    private void requireFuture(LocalDate due, List<Violation> violations) {
        if (!due.isAfter(Clocks.today(clock))) {
            violations.add(Violation.at("/dueOn", "not-in-the-future", "期限应在今日之后", "It must be due after today"));
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
