package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Clocks;

/** Reads corrections with all that belongs to them. */
@ApplicationScoped
class CorrectionViews {
    private final Corrections corrections;
    private final Persons persons;
    private final Clock clock;

    CorrectionViews(Corrections corrections, Persons persons, Clock clock) {
        this.corrections = corrections;
        this.persons = persons;
        this.clock = clock;
    }

    CorrectionView of(Correction correction) {
        return of(List.of(correction)).get(0);
    }

    List<CorrectionView> of(List<Correction> shown) {
        var ids = shown.stream().map(Correction::id).toList();
        var measures = corrections.measures(ids);
        var reports = corrections.reports(ids);
        var evaluations = corrections.evaluations(ids);
        var people = persons.refs(Stream.of(
                        shown.stream().map(Correction::startedBy),
                        shown.stream().map(Correction::summarisedBy).filter(Objects::nonNull),
                        reports.stream().map(CorrectionReport::reportedBy),
                        evaluations.stream().map(CorrectionEvaluation::evaluatedBy))
                .flatMap(each -> each));
        return shown.stream()
                .map(correction -> view(
                        correction,
                        measures.stream()
                                .filter(each -> each.correctionId().equals(correction.id()))
                                .map(each -> new CorrectionView.Measure(each.id(), each.text(), each.due()))
                                .toList(),
                        reports.stream()
                                .filter(each -> each.correctionId().equals(correction.id()))
                                .map(each -> report(each, people))
                                .toList(),
                        evaluations.stream()
                                .filter(each -> each.correctionId().equals(correction.id()))
                                .map(each -> evaluation(each, people))
                                .toList(),
                        people))
                .toList();
    }

    private CorrectionView view(
            Correction correction,
            List<CorrectionView.Measure> measures,
            List<CorrectionView.Report> reports,
            List<CorrectionView.Evaluation> evaluations,
            Map<UUID, PersonRef> people) {
        return new CorrectionView(
                correction.id(),
                correction.caseId(),
                correction.subjectId(),
                correction.ordered(),
                correction.plan(),
                measures,
                correction.status(),
                correction.round(),
                correction.dueOn(),
                correction.overdue(Clocks.today(clock)),
                people.get(correction.startedBy()),
                correction.startedAt(),
                reports,
                evaluations,
                correction.summary(),
                correction.summarisedBy() == null ? null : people.get(correction.summarisedBy()),
                correction.closedAt());
    }

    private static CorrectionView.Report report(CorrectionReport report, Map<UUID, PersonRef> people) {
        return new CorrectionView.Report(
                report.round(),
                report.statement(),
                report.done().stream()
                        .map(line -> new CorrectionView.Done(line.measure(), line.done()))
                        .toList(),
                report.documents(),
                people.get(report.reportedBy()),
                report.reportedAt());
    }

    private static CorrectionView.Evaluation evaluation(CorrectionEvaluation evaluation, Map<UUID, PersonRef> people) {
        return new CorrectionView.Evaluation(
                evaluation.round(),
                evaluation.accepted(),
                evaluation.remark(),
                evaluation.dueOn(),
                people.get(evaluation.evaluatedBy()),
                evaluation.evaluatedAt());
    }
}
