package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.procedure.Step;
import org.rongcuo.procedure.Term;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The content of the papers that answer an application: 受理, 不予受理 and 补正通知书. */
@ApplicationScoped
class ApplicationPapers implements PaperSource {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final CaseAcceptances acceptances;
    private final CaseRefusals refusals;
    private final SupplementNotices notices;
    private final Deadlines deadlines;

    ApplicationPapers(
            CaseFiles cases,
            Subjects subjects,
            CaseAcceptances acceptances,
            CaseRefusals refusals,
            SupplementNotices notices,
            Deadlines deadlines) {
        this.cases = cases;
        this.subjects = subjects;
        this.acceptances = acceptances;
        this.refusals = refusals;
        this.notices = notices;
        this.deadlines = deadlines;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.ACCEPTANCE_NOTICE, PaperKind.REFUSAL_NOTICE, PaperKind.SUPPLEMENT_NOTICE);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = cases.visible(caseId);
        if (about != null) {
            throw Problem.invalid(
                    "/about", "paper-of-the-case", "此类文书每案一份,不必指明记录", "A case has one such paper; name no record");
        }
        if (file.start() != Start.APPLICATION) {
            throw notHappened();
        }
        var words = new PaperWords(kind, file)
                .put(PaperWord.APPLICANT, file.applicant().name())
                .put(PaperWord.APPLIED_ON, Clocks.dateOf(file.appliedAt()))
                .put(PaperWord.SUBJECT, PaperWords.names(subjects.of(caseId)));
        return switch (kind) {
            case ACCEPTANCE_NOTICE -> acceptance(file, words);
            case REFUSAL_NOTICE -> refusal(file, words);
            default -> supplement(file, words);
        };
    }

    private Paper acceptance(CaseFile file, PaperWords words) {
        var accepted = acceptances.of(file.id()).orElseThrow(ApplicationPapers::notHappened);
        words.put(PaperWord.REASONS, PaperWords.sentence(accepted.reasons()))
                .put(PaperWord.COMPLEXITY, file.complexity().label().zh());
        deadlines.of(file.id()).stream()
                .filter(deadline -> deadline.step() == Step.VERIFICATION)
                .findFirst()
                .map(Deadline::limitOn)
                .ifPresent(limit -> words.put(PaperWord.TERM, limit));
        return addressed(file, accepted.acceptedAt(), words);
    }

    private Paper refusal(CaseFile file, PaperWords words) {
        var refused = refusals.of(file.id()).orElseThrow(ApplicationPapers::notHappened);
        words.put(PaperWord.REASONS, PaperWords.sentence(refused.reasons()))
                .put(
                        PaperWord.REMEDIES,
                        "对不予受理不服的,可以自收到本通知书之日起" + reviewTerm(file.id()).said() + "内向本机关申请复议一次,由未参与本案办理的人员办理。");
        return addressed(file, refused.refusedAt(), words);
    }

    /** Within which the refusal's review is asked for: the book's term with which it was begun. */
    private Term reviewTerm(UUID caseId) {
        return deadlines.of(caseId).stream()
                .filter(deadline -> deadline.step() == Step.REVIEW_APPLICATION
                        && deadline.reference() == null
                        && deadline.unit() != null)
                .reduce((earlier, later) -> later)
                .map(deadline -> new Term(deadline.limitLength(), deadline.unit()))
                .orElse(Term.OF_REVIEW);
    }

    private Paper supplement(CaseFile file, PaperWords words) {
        var notice = notices.of(file.id()).orElseThrow(ApplicationPapers::notHappened);
        words.put(PaperWord.WANTED, PaperWords.numbered(notice.wanted(), each -> each))
                .put(PaperWord.SUPPLY_BY, notice.due());
        return addressed(file, notice.noticedAt(), words);
    }

    private static Paper addressed(CaseFile file, Instant at, PaperWords words) {
        return new Paper(file.applicant().name(), file.handlingOrgan().name(), Clocks.dateOf(at), words.all());
    }

    @Override
    public List<Due> due(UUID caseId) {
        var file = cases.findById(caseId);
        List<Due> due = new ArrayList<>();
        if (file.start() == Start.APPLICATION) {
            var whom = file.applicant().name();
            acceptances.of(caseId).ifPresent(each -> due.add(new Due(PaperKind.ACCEPTANCE_NOTICE, null, whom)));
            refusals.of(caseId).ifPresent(each -> due.add(new Due(PaperKind.REFUSAL_NOTICE, null, whom)));
            notices.of(caseId).ifPresent(each -> due.add(new Due(PaperKind.SUPPLEMENT_NOTICE, null, whom)));
        }
        return due;
    }

    private static Problem notHappened() {
        return Problem.coded(
                ProblemType.ACT_NOT_POSSIBLE,
                "step-not-done",
                new Text("此类文书所依据的办理尚未发生", "What such a paper tells of has not happened"));
    }
}
