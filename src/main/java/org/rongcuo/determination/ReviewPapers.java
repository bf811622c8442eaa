package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;

/** The content of 复议决定书. */
@ApplicationScoped
class ReviewPapers implements PaperSource {
    private static final String DETERMINATION = "容错认定";
    private static final String REFUSAL = "不予受理决定";

    // No remedy of the law lies against a refusal: it judges nobody.
    private static final String UPHELD_REMEDIES = "出现新的事实或者证据的,可以重新提出容错申请。对本决定仍有意见的,可以依照有关规定向上一级机关反映。";
    private static final String ACCEPTED_REMEDIES = "本机关将依照规定继续办理该申请。当事人对其后作出的容错认定不服的,可以依照认定书告知的途径寻求救济。";

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
        var decided =
                reviews.of(caseId).stream().filter(review -> !review.isOpen()).toList();
        var review = PaperSource.meant(decided, InternalReview::id, about);
        var subject = review.ofRefusal() ? null : desk.subject(caseId, review.subjectId());
        var addressee = subject == null ? file.applicant().name() : subject.name();
        var words = new PaperWords(kind, file)
                .put(PaperWord.SUBJECT, addressee)
                .put(PaperWord.APPLIED_ON, Clocks.dateOf(review.requestedAt()))
                .put(PaperWord.GROUNDS, PaperWords.sentence(review.grounds()))
                .put(PaperWord.REASONS, PaperWords.sentence(review.reasons()))
                .put(PaperWord.MEETING, review.meetingTitle())
                .put(PaperWord.MEETING_ON, review.meetingOn());
        if (subject == null) {
            ofRefusal(words, review, addressee);
        } else {
            ofDetermination(words, review, subject);
        }
        return new Paper(
                review.id(),
                review.subjectId(),
                addressee,
                file.handlingOrgan().name(),
                Clocks.dateOf(review.decidedAt()),
                words.all());
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

    private void ofRefusal(PaperWords words, InternalReview review, String applicant) {
        var refused = desk.refusedAt(review.caseId()).map(Clocks::dateOf).orElse(null);
        var upheld = review.result() == ReviewResult.UPHELD;
        words.put(PaperWord.REVIEWED, REFUSAL)
                .put(PaperWord.REVIEW_REQUEST, asked(applicant, refused, REFUSAL, review))
                .put(PaperWord.DETERMINED_ON, refused)
                .put(PaperWord.ORIGINAL, "不予受理")
                .put(PaperWord.REVIEW_OUTCOME, upheld ? "维持不予受理决定" : "撤销不予受理决定,予以受理")
                .put(PaperWord.REMEDIES, upheld ? UPHELD_REMEDIES : ACCEPTED_REMEDIES);
    }

    private void ofDetermination(PaperWords words, InternalReview review, Subject subject) {
        var original = determinations.findById(review.determinationId());
        var made = Clocks.dateOf(original.determinedAt());
        var who = subject.name() + "(" + PaperWords.particulars(subject) + ")";
        words.put(PaperWord.PARTICULARS, PaperWords.particulars(subject))
                .put(PaperWord.REVIEWED, DETERMINATION)
                .put(PaperWord.REVIEW_REQUEST, asked(who, made, DETERMINATION, review))
                .put(PaperWord.DETERMINED_ON, made)
                .put(PaperWord.ORIGINAL, said(original))
                .put(PaperWord.REMEDIES, Remedies.statutory(subject.status()).zh());
        if (review.newDeterminationId() == null) {
            words.put(PaperWord.REVIEW_OUTCOME, "维持原认定");
            return;
        }
        var changed = determinations.findById(review.newDeterminationId());
        words.put(PaperWord.REVIEW_OUTCOME, "变更原认定,对" + subject.name() + "认定为:" + said(changed));
        if (!changed.evaluation().id().equals(original.evaluation().id())) {
            words.put(
                    PaperWord.REVIEW_FINDINGS,
                    "按原认定所依据的规则和复议查明的事实重新评估,建议为:"
                            + changed.recommendation().label().zh() + "。");
        }
    }

    /** @param made when what is reviewed was decided, null where that is not on record */
    private static String asked(String who, LocalDate made, String reviewed, InternalReview review) {
        return who + "对本机关" + (made == null ? "" : "于" + PaperWords.date(made)) + "作出的" + reviewed + "不服,于"
                + PaperWords.date(Clocks.dateOf(review.requestedAt())) + "申请复议。";
    }

    private static String said(Determination made) {
        return made.outcome() == Recommendation.MITIGATE
                ? made.outcome().label().zh() + "," + made.ladderStep().label().zh()
                : made.outcome().label().zh();
    }
}
