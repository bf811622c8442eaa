package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The content of 复议决定书. */
@ApplicationScoped
class ReviewPapers implements PaperSource {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String REFUSAL = "不予受理";

    private final CaseDesk desk;
    private final Determinations determinations;
    private final InternalReviews reviews;

    ReviewPapers(CaseDesk desk, Determinations determinations, InternalReviews reviews) {
        this.desk = desk;
        this.determinations = determinations;
        this.reviews = reviews;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.REVIEW_DECISION);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = desk.visible(caseId);
        var review = decided(caseId, about);
        var subject = review.ofRefusal() ? null : desk.subject(caseId, review.subjectId());
        var addressee = subject == null ? file.applicant().name() : subject.name();
        Map<String, String> words = new HashMap<>();
        kind.words().forEach(word -> words.put(word.word(), ""));
        put(words, PaperWord.CASE_NUMBER, file.number());
        put(words, PaperWord.MATTER, file.title());
        put(words, PaperWord.SUBJECT, addressee);
        put(words, PaperWord.APPLIED_ON, date(Clocks.dateOf(review.requestedAt())));
        put(words, PaperWord.GROUNDS, review.grounds());
        put(words, PaperWord.REASONS, review.reasons());
        put(words, PaperWord.MEETING, review.meetingTitle());
        put(words, PaperWord.MEETING_ON, date(review.meetingOn()));
        if (subject == null) {
            ofRefusal(words, review);
        } else {
            put(words, PaperWord.PARTICULARS, particulars(subject));
            ofDetermination(words, review, subject);
        }
        return new Paper(
                review.id(),
                review.subjectId(),
                addressee,
                file.handlingOrgan().name(),
                Clocks.dateOf(review.decidedAt()),
                words);
    }

    @Override
    public List<Due> due(UUID caseId) {
        return reviews.of(caseId).stream()
                .filter(review -> !review.isOpen())
                .map(review -> new Due(
                        PaperKind.REVIEW_DECISION,
                        review.id(),
                        review.ofRefusal()
                                ? desk.unseen(caseId).applicant().name()
                                : desk.subject(caseId, review.subjectId()).name()))
                .toList();
    }

    /** The review that is meant, the only one decided where none is named. */
    private InternalReview decided(UUID caseId, UUID about) {
        List<InternalReview> decided =
                reviews.of(caseId).stream().filter(review -> !review.isOpen()).toList();
        if (decided.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "no-review-decided",
                    new Text("尚无复议决定", "No review has been decided"));
        }
        return decided.stream()
                .filter(review ->
                        about == null ? decided.size() == 1 : review.id().equals(about))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/about", "review-unknown", "请指明本案已决定的一项复议", "Name a decided review of the case"));
    }

    private void ofRefusal(Map<String, String> words, InternalReview review) {
        desk.refusedAt(review.caseId())
                .ifPresent(refused -> put(words, PaperWord.DETERMINED_ON, date(Clocks.dateOf(refused))));
        put(words, PaperWord.ORIGINAL, REFUSAL);
        put(words, PaperWord.REVIEW_OUTCOME, review.result() == ReviewResult.UPHELD ? "维持不予受理" : "撤销不予受理,予以受理");
    }

    private void ofDetermination(Map<String, String> words, InternalReview review, Subject subject) {
        var original = determinations.findById(review.determinationId());
        put(words, PaperWord.DETERMINED_ON, date(Clocks.dateOf(original.determinedAt())));
        put(words, PaperWord.ORIGINAL, said(original));
        put(words, PaperWord.REMEDIES, Remedies.statutory(subject.status()).zh());
        if (review.newDeterminationId() == null) {
            put(words, PaperWord.REVIEW_OUTCOME, "维持原认定");
            return;
        }
        var made = determinations.findById(review.newDeterminationId());
        put(words, PaperWord.REVIEW_OUTCOME, "变更原认定,对" + subject.name() + "认定为:" + said(made));
        if (!made.evaluation().id().equals(original.evaluation().id())) {
            put(
                    words,
                    PaperWord.REVIEW_FINDINGS,
                    "按原认定所依据的规则和复议查明的事实重新评估,建议为:"
                            + made.recommendation().label().zh() + "。");
        }
    }

    private static String said(Determination made) {
        return made.outcome() == Recommendation.MITIGATE
                ? made.outcome().label().zh() + "," + made.ladderStep().label().zh()
                : made.outcome().label().zh();
    }

    private static String particulars(Subject subject) {
        return subject.status().label().zh() + (subject.duty() == null ? "" : "," + subject.duty());
    }

    private static void put(Map<String, String> words, PaperWord word, String text) {
        words.put(word.word(), text);
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }
}
