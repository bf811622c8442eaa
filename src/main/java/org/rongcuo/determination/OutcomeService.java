package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Organs;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.determination.OutcomeRequests.RecordAdoption;
import org.rongcuo.determination.OutcomeRequests.ReferMatter;
import org.rongcuo.determination.OutcomeRequests.TellAccountabilityOrgan;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** Who else is told of an outcome and what is answered; what is referred. */
@ApplicationScoped
class OutcomeService implements ActSource {
    private static final ActView.Reason NO_MATTER = new ActView.Reason(
            "no-accountability-matter", new Text("本案不属于任何问责事项", "The case belongs to no accountability matter"));
    private static final ActView.Reason NOT_TOLD = new ActView.Reason(
            "no-open-accountability-notice",
            new Text("没有待答复的告知", "No notice to an accountability organ awaits its answer"));
    private static final ActView.Reason NO_RECEIPT_OPEN =
            new ActView.Reason("no-open-receipt", new Text("没有待登记回证的反馈", "No feedback awaits its receipt"));

    private final CaseDesk desk;
    private final Feedbacks feedbacks;
    private final FeedbackReceipts receipts;
    private final AccountabilityNotices notices;
    private final Referrals referrals;
    private final Organs organs;
    private final CurrentActor actor;
    private final Clock clock;

    OutcomeService(
            CaseDesk desk,
            Feedbacks feedbacks,
            FeedbackReceipts receipts,
            AccountabilityNotices notices,
            Referrals referrals,
            Organs organs,
            CurrentActor actor,
            Clock clock) {
        this.desk = desk;
        this.feedbacks = feedbacks;
        this.receipts = receipts;
        this.notices = notices;
        this.referrals = referrals;
        this.organs = organs;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, OutcomeAct.values(), this::impossible);
    }

    private Optional<ActView.Reason> impossible(CaseFile file, OutcomeAct act) {
        return switch (act) {
            case RECEIPT ->
                feedbacks.of(file.id()).stream()
                                .anyMatch(given -> receipts.of(given.id()).isEmpty())
                        ? Optional.empty()
                        : Optional.of(NO_RECEIPT_OPEN);
            case ACCOUNTABILITY_NOTICES ->
                Ruling.blank(file.accountabilityMatter()) ? Optional.of(NO_MATTER) : Optional.empty();
            case ADOPTION ->
                notices.of(file.id()).stream().anyMatch(notice -> notice.adopted() == null)
                        ? Optional.empty()
                        : Optional.of(NOT_TOLD);
            case REFERRALS -> Optional.empty();
        };
    }

    AccountabilityNotice tell(CaseFile file, TellAccountabilityOrgan wanted) {
        desk.requirePossible(
                file, OutcomeAct.ACCOUNTABILITY_NOTICES, impossible(file, OutcomeAct.ACCOUNTABILITY_NOTICES));
        List<Violation> violations = new ArrayList<>();
        if ((wanted.organ() == null) == Ruling.blank(wanted.title())) {
            violations.add(Violation.at(
                    "/organ", "organ-or-title", "organ 与 title 应给出其一", "Give either the organ or its name"));
        }
        var organ = wanted.organ() == null
                ? null
                : Violations.found(() -> organs.named(wanted.organ(), "/organ"), violations);
        requirePast(wanted.toldOn(), "/toldOn", violations);
        Violations.refuse(violations);
        var notice = new AccountabilityNotice(
                file.id(),
                wanted.organ(),
                organ == null ? wanted.title() : organ.name(),
                wanted.toldOn(),
                wanted.note(),
                actor.get().personId(),
                Instant.now(clock));
        notices.persist(notice);
        desk.record(
                file,
                OutcomeAct.ACCOUNTABILITY_NOTICES,
                version -> new OutcomeEvent.AccountabilityOrganTold(
                        file.id(),
                        version,
                        notice.id(),
                        file.accountabilityMatter(),
                        notice.organId(),
                        notice.organName(),
                        notice.toldOn(),
                        notice.note()));
        return notice;
    }

    AccountabilityNotice adopt(CaseFile file, UUID noticeId, RecordAdoption wanted) {
        var notice = notices.of(file.id(), noticeId);
        desk.requirePossible(file, OutcomeAct.ADOPTION, impossible(file, OutcomeAct.ADOPTION));
        if (notice.adopted() != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-answered",
                    new Text("已登记答复", "Its answer is recorded already"));
        }
        List<Violation> violations = new ArrayList<>();
        if (!wanted.adopted() && Ruling.blank(wanted.reasons())) {
            violations.add(Violation.at("/reasons", "not-blank", "不采纳应写明理由", "Not adopting gives its reasons"));
        }
        requirePast(wanted.answeredOn(), "/answeredOn", violations);
        if (wanted.answeredOn().isBefore(notice.toldOn())) {
            violations.add(Violation.at("/answeredOn", "before-told", "不得早于告知日期", "must not precede the notice"));
        }
        Violations.refuse(violations);
        notice.answer(
                wanted.adopted(),
                wanted.answeredOn(),
                wanted.reasons(),
                actor.get().personId(),
                Instant.now(clock));
        desk.record(
                file,
                OutcomeAct.ADOPTION,
                version -> new OutcomeEvent.AdoptionRecorded(
                        file.id(), version, notice.id(), wanted.adopted(), wanted.answeredOn(), wanted.reasons()));
        return notice;
    }

    Referral refer(CaseFile file, ReferMatter wanted) {
        desk.requirePossible(file, OutcomeAct.REFERRALS, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        if (wanted.subject() != null) {
            Violations.found(() -> desk.namedSubject(file, wanted.subject()), violations);
        }
        if (wanted.document() != null && !desk.documents(file.id()).contains(wanted.document())) {
            violations.add(Violation.at("/document", "document-unknown", "本案没有此材料", "The case has no such document"));
        }
        Violations.refuse(violations);
        var referral = new Referral(file.id(), wanted, actor.get().personId(), Instant.now(clock));
        referrals.persist(referral);
        desk.record(
                file,
                OutcomeAct.REFERRALS,
                version -> new OutcomeEvent.MatterReferred(
                        file.id(), version, referral.id(), referral.subjectId(), referral.contentHash()));
        return referral;
    }

    private void requirePast(LocalDate day, String pointer, List<Violation> violations) {
        if (day.isAfter(Clocks.today(clock))) {
            violations.add(Violation.at(pointer, "in-the-future", "不得晚于今日", "must not lie in the future"));
        }
    }
}
