package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;

/** The content of the official answer to a filing (报备反馈书). */
@ApplicationScoped
class FilingPapers implements PaperSource {
    private static final String MONITORED = "接受监督员、承办机关和群众的监管,按进展提交报告;监管中发现偏差的,应当及时纠正并报告整改情况。";

    private final FilingFeedbacks feedbacks;
    private final CaseDesk desk;

    FilingPapers(FilingFeedbacks feedbacks, CaseDesk desk) {
        this.feedbacks = feedbacks;
        this.desk = desk;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.FILING_FEEDBACK);
    }

    @Override
    public List<Due> due(UUID caseId) {
        return feedbacks.of(caseId).stream()
                .map(given -> new Due(
                        PaperKind.FILING_FEEDBACK,
                        given.id(),
                        given.result().label().zh()))
                .toList();
    }

    /** @param about the feedback; null for the latest */
    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var given = feedbacks.of(caseId);
        var feedback = about == null && !given.isEmpty()
                ? given.get(given.size() - 1)
                : PaperSource.meant(given, FilingFeedback::id, about);
        var file = desk.unseen(caseId);
        var answered = feedback.answered();
        var filing = answered.content();
        var accepted = feedback.result() != FilingFeedback.Result.RETURNED;
        var opinion = PaperWords.sentence(feedback.reasons());
        var words = new PaperWords(kind, file)
                .put(PaperWord.MATTER, answered.title())
                .put(PaperWord.APPLICANT, file.applicant().name())
                .put(PaperWord.FILED_ON, Clocks.dateOf(answered.submittedAt()))
                .put(PaperWord.FILING_ANSWER, feedback.result().label().zh())
                .put(
                        PaperWord.FILING_OPINION,
                        feedback.advice() == null
                                ? opinion
                                : opinion + "\n建议:" + PaperWords.sentence(feedback.advice()))
                .put(
                        PaperWord.RISKS,
                        PaperWords.numbered(filing.allRisks(), risk -> risk.description() + ":" + risk.safeguard()));
        if (accepted) {
            words.put(PaperWord.MONITORING, MONITORED);
        }
        if (accepted && filing.validFrom() != null) {
            words.put(
                    PaperWord.VALIDITY,
                    PaperWords.date(filing.validFrom()) + "至" + PaperWords.date(filing.validUntil()));
        }
        return new Paper(
                feedback.id(),
                null,
                file.applicant().name(),
                file.handlingOrgan().name(),
                Clocks.dateOf(feedback.givenAt()),
                words.all());
    }
}
