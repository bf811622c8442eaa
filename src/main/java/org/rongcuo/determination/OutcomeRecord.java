package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** What outcomes and their reviews leave in a case's record, and what it lacks. */
@ApplicationScoped
class OutcomeRecord implements RecordCheck, DossierSource {
    private final CaseDesk desk;
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final FeedbackReceipts receipts;
    private final InternalReviews reviews;
    private final ReviewWaivers waivers;
    private final AccountabilityNotices notices;
    private final Referrals referrals;
    private final Persons persons;

    OutcomeRecord(
            CaseDesk desk,
            Determinations determinations,
            Feedbacks feedbacks,
            FeedbackReceipts receipts,
            InternalReviews reviews,
            ReviewWaivers waivers,
            AccountabilityNotices notices,
            Referrals referrals,
            Persons persons) {
        this.desk = desk;
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.receipts = receipts;
        this.reviews = reviews;
        this.waivers = waivers;
        this.notices = notices;
        this.referrals = referrals;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        List<Gap> gaps = new ArrayList<>();
        if (desk.unseen(caseId).kind() != CaseKind.EXEMPTION) {
            return gaps;
        }
        for (var subject : desk.subjects(caseId)) {
            if (determinations.standingOf(subject.id()).isEmpty()) {
                gaps.add(gap(
                        subject.id(),
                        "determination",
                        "determination-missing",
                        "未对" + subject.name() + "作出认定",
                        subject.name() + " has not been determined"));
            }
        }
        for (var made : determinations.of(caseId)) {
            if (made.origin() != DeterminationOrigin.REVIEW) {
                told(made, gaps);
            }
        }
        for (var review : reviews.of(caseId)) {
            if (review.isOpen()) {
                gaps.add(gap(review.id(), "review", "review-open", "有复议未决定", "A review is not decided"));
            } else if (review.deliveredOn() == null) {
                gaps.add(gap(
                        review.id(),
                        "review",
                        "review-not-delivered",
                        "复议决定未送达",
                        "A review decision was not delivered"));
            }
        }
        accountable(caseId, gaps);
        return gaps;
    }

    private void told(Determination made, List<Gap> gaps) {
        var name = desk.subject(made.caseId(), made.subjectId()).name();
        var given = feedbacks.about(made.id());
        if (given.isEmpty()) {
            gaps.add(gap(
                    made.id(),
                    "feedback",
                    "feedback-missing",
                    "第 " + made.round() + " 轮认定未向" + name + "反馈",
                    name + " was not told of the determination of round " + made.round()));
        } else if (receipts.of(given.get().id()).isEmpty()) {
            gaps.add(gap(
                    made.id(),
                    "feedback",
                    "receipt-missing",
                    "第 " + made.round() + " 轮认定向" + name + "的反馈没有送达回证",
                    "The feedback to " + name + " in round " + made.round() + " has no receipt"));
        }
    }

    private void accountable(UUID caseId, List<Gap> gaps) {
        if (Ruling.blank(desk.unseen(caseId).accountabilityMatter())) {
            return;
        }
        var told = notices.of(caseId);
        if (told.isEmpty()) {
            gaps.add(gap(
                    null,
                    "accountability",
                    "accountability-organ-not-told",
                    "本案属于问责事项,尚未告知问责机关",
                    "The case belongs to an accountability matter whose organ was not told"));
        } else if (told.stream().anyMatch(notice -> notice.adopted() == null)) {
            gaps.add(gap(
                    null,
                    "accountability",
                    "adoption-missing",
                    "问责机关是否采纳尚未登记",
                    "It is not recorded whether the organ adopts it"));
        }
    }

    /** @param about the record; null where the case has but one */
    private static Gap gap(UUID about, String step, String code, String zh, String en) {
        return Gap.of(about, step, code, new Text(zh, en));
    }

    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.json(
                "determination/determinations.json", () -> DeterminationView.of(determinations.of(caseId), persons)));
        parts.add(Part.json("feedback/feedback.json", () -> FeedbackView.of(feedbacks.of(caseId), receipts, persons)));
        add(parts, "review/reviews.json", () -> ReviewViews.ReviewView.of(reviews.of(caseId), persons, any -> true));
        add(
                parts,
                "review/waivers.json",
                () -> waivers.of(caseId).stream()
                        .map(ReviewViews.WaiverView::of)
                        .toList());
        add(parts, "accountability/notices.json", () -> OutcomeViews.NoticeView.of(notices.of(caseId), persons));
        add(parts, "referrals/referrals.json", () -> OutcomeViews.ReferralView.of(referrals.of(caseId), persons));
        return parts;
    }

    /** A part that has something to say. */
    private static void add(List<Part> parts, String path, Supplier<List<?>> content) {
        if (!content.get().isEmpty()) {
            parts.add(Part.json(path, content));
        }
    }
}
