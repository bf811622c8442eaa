package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.procedure.VerificationRecord;
import org.rongcuo.shared.Clocks;

/** 纠错整改通知书: the paper that orders a correction. */
@ApplicationScoped
class CorrectionNotice implements PaperSource {
    private final Corrections corrections;
    private final VerificationRecord verification;
    private final CaseDesk desk;

    CorrectionNotice(Corrections corrections, VerificationRecord verification, CaseDesk desk) {
        this.corrections = corrections;
        this.verification = verification;
        this.desk = desk;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.CORRECTION_NOTICE);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = desk.visible(caseId);
        var correction = PaperSource.meant(ordered(caseId), Correction::id, about);
        var addressed = desk.subjects(caseId).stream()
                .filter(each -> correction.subjectId() == null || each.id().equals(correction.subjectId()))
                .toList();
        var names = PaperWords.names(addressed);
        var words = new PaperWords(kind, file)
                .put(PaperWord.SUBJECT, names)
                .put(PaperWord.BASED_ON, file.number() + " 容错认定")
                .put(PaperWord.FAULT, faults(correction, addressed))
                .put(PaperWord.PLAN, PaperWords.sentence(correction.plan()))
                .put(
                        PaperWord.MEASURES,
                        PaperWords.numbered(
                                corrections.measures(List.of(correction.id())),
                                measure -> measure.text() + "(" + PaperWords.date(measure.due()) + "前)"))
                .put(PaperWord.CORRECT_BY, correction.dueOn());
        return new Paper(
                correction.id(),
                correction.subjectId(),
                names,
                file.handlingOrgan().name(),
                Clocks.dateOf(correction.startedAt()),
                words.all());
    }

    /** What is to be put right: what was found of the subject, and what was still amiss after an earlier round. */
    private String faults(Correction correction, List<Subject> addressed) {
        var amiss = corrections.evaluations(List.of(correction.id())).stream()
                .filter(evaluation -> !evaluation.accepted())
                .map(evaluation -> "第" + evaluation.round() + "轮整改评估未通过:" + evaluation.remark());
        return Stream.concat(found(correction.caseId(), addressed).stream(), amiss)
                .map(PaperWords::sentence)
                .collect(Collectors.joining("\n"));
    }

    /** The facts of a subject told of its determination; of several to whom one paper goes, none reads another's. */
    private Optional<String> found(UUID caseId, List<Subject> addressed) {
        if (addressed.size() != 1) {
            return Optional.empty();
        }
        var told = desk.told(caseId);
        return desk.outcomes(caseId).stream()
                .filter(outcome ->
                        outcome.subject().id().equals(addressed.get(0).id()) && told.contains(outcome.determination()))
                .findFirst()
                .flatMap(outcome -> verification.facts(caseId, outcome.subject().id(), outcome.round()));
    }

    @Override
    public List<Due> due(UUID caseId) {
        return ordered(caseId).stream()
                .map(correction -> new Due(
                        PaperKind.CORRECTION_NOTICE, correction.id(), PaperWords.date(correction.dueOn()) + "前"))
                .toList();
    }

    private List<Correction> ordered(UUID caseId) {
        return corrections.of(caseId).stream().filter(Correction::ordered).toList();
    }
}
