package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The content of the official answer to a filing (报备反馈书). */
@ApplicationScoped
class FilingPapers implements PaperSource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
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
        if (given.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "no-feedback",
                    new Text("报备尚未反馈", "The filing has not been answered"));
        }
        var feedback = about == null
                ? given.get(given.size() - 1)
                : given.stream()
                        .filter(each -> each.id().equals(about))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalid("/about", "feedback-unknown", "没有此反馈", "There is no such feedback"));
        var file = desk.unseen(caseId);
        var answered = feedback.answered();
        var filing = answered.content();
        var accepted = feedback.result() != FilingFeedback.Result.RETURNED;
        Map<String, String> words = new HashMap<>();
        words.put(PaperWord.CASE_NUMBER.word(), file.number());
        words.put(PaperWord.MATTER.word(), answered.title());
        words.put(PaperWord.APPLICANT.word(), file.applicant().name());
        words.put(PaperWord.FILED_ON.word(), DAY.format(Clocks.dateOf(answered.submittedAt())));
        words.put(PaperWord.FILING_ANSWER.word(), feedback.result().label().zh());
        words.put(
                PaperWord.FILING_OPINION.word(),
                feedback.advice() == null ? feedback.reasons() : feedback.reasons() + "\n建议:" + feedback.advice());
        words.put(
                PaperWord.RISKS.word(),
                filing.allRisks().stream()
                        .map(risk -> risk.description() + ":" + risk.safeguard())
                        .collect(Collectors.joining("\n")));
        words.put(PaperWord.MONITORING.word(), accepted ? MONITORED : "");
        words.put(
                PaperWord.VALIDITY.word(),
                accepted && filing.validFrom() != null
                        ? DAY.format(filing.validFrom()) + "至" + DAY.format(filing.validUntil())
                        : "");
        LocalDate dated = Clocks.dateOf(feedback.givenAt());
        return new Paper(
                feedback.id(),
                null,
                file.applicant().name(),
                file.handlingOrgan().name(),
                dated,
                words);
    }
}
