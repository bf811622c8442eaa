package org.rongcuo.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.cases.TableBasis;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.procedure.VerificationRecord;
import org.rongcuo.shared.Clocks;

/** The content of 容错认定书 and 认定结果反馈书: one of each for every determination and every feedback. */
@ApplicationScoped
class OutcomePapers implements PaperSource {
    private final CaseDesk desk;
    private final Determinations determinations;
    private final Feedbacks feedbacks;
    private final VerificationRecord verification;

    OutcomePapers(CaseDesk desk, Determinations determinations, Feedbacks feedbacks, VerificationRecord verification) {
        this.desk = desk;
        this.determinations = determinations;
        this.feedbacks = feedbacks;
        this.verification = verification;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.DETERMINATION, PaperKind.FEEDBACK);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = desk.visible(caseId);
        return kind == PaperKind.DETERMINATION
                ? determination(file, PaperSource.meant(determinations.of(caseId), Determination::id, about))
                : feedback(file, PaperSource.meant(feedbacks.of(caseId), Feedback::id, about));
    }

    private Paper determination(CaseFile file, Determination made) {
        var subject = desk.subject(file.id(), made.subjectId());
        var evaluation = made.evaluation().content();
        var words = new PaperWords(PaperKind.DETERMINATION, file)
                .put(PaperWord.SUBJECT, subject.name())
                .put(PaperWord.PARTICULARS, PaperWords.particulars(subject))
                .put(PaperWord.CONDUCT_PERIOD, PaperWords.period(file))
                .put(PaperWord.FACTS, PaperWords.sentence(facts(file, made)))
                .put(PaperWord.RECOMMENDATION, made.recommendation().label().zh())
                .put(PaperWord.BASIS, TableBasis.of(evaluation))
                .put(PaperWord.APPLICABLE_RULES, TableBasis.rules(evaluation))
                .put(PaperWord.OPEN_ITEMS, PaperWords.sentence(made.openItemsReasons()))
                .put(PaperWord.DEPARTURE, PaperWords.sentence(made.departureReasons()))
                .put(PaperWord.MEETING, made.meetingTitle())
                .put(PaperWord.MEETING_ON, made.meetingOn())
                .put(PaperWord.REMEDIES, Remedies.of(subject.status()).zh());
        outcome(words, made);
        return new Paper(
                made.id(),
                subject.id(),
                subject.name(),
                made.organ().name(),
                Clocks.dateOf(made.determinedAt()),
                words.all());
    }

    /** What the report of the round found of the subject, or what the application says where there was none. */
    private String facts(CaseFile file, Determination made) {
        return verification.facts(file.id(), made.subjectId(), made.round()).orElse(file.summary());
    }

    private Paper feedback(CaseFile file, Feedback given) {
        var subject = desk.subject(file.id(), given.subjectId());
        var made = determinations.findById(given.determinationId());
        var words = new PaperWords(PaperKind.FEEDBACK, file)
                .put(PaperWord.SUBJECT, subject.name())
                .put(PaperWord.DETERMINED_ON, Clocks.dateOf(made.determinedAt()))
                .put(PaperWord.DELIVERED_ON, given.deliveredOn())
                .put(PaperWord.DELIVERY, given.method().label().zh())
                .put(PaperWord.REMEDIES, PaperWords.sentence(given.remedies()))
                .put(PaperWord.NOTE, PaperWords.sentence(given.note()));
        outcome(words, made);
        return new Paper(
                given.id(), subject.id(), subject.name(), made.organ().name(), given.deliveredOn(), words.all());
    }

    private static void outcome(PaperWords words, Determination made) {
        var confirmed =
                made.effects().stream().filter(DeterminedEffect::confirmed).toList();
        words.put(PaperWord.OUTCOME, made.outcome().label().zh())
                .put(
                        PaperWord.LADDER_STEP,
                        made.outcome() == Recommendation.MITIGATE
                                ? made.ladderStep().label().zh()
                                : null)
                .put(
                        PaperWord.DISCIPLINE_FORM,
                        made.disciplineForm() == null
                                ? null
                                : made.disciplineForm().label().zh())
                .put(PaperWord.REASONS, PaperWords.sentence(made.reasons()))
                .put(PaperWord.EFFECTS, PaperWords.numbered(confirmed, DeterminedEffect::effect));
    }

    /** A determination that a review made is told of by the review's own paper. */
    @Override
    public List<Due> due(UUID caseId) {
        List<Due> due = new ArrayList<>();
        determinations.of(caseId).stream()
                .filter(made -> made.origin() != DeterminationOrigin.REVIEW)
                .forEach(made -> due.add(new Due(PaperKind.DETERMINATION, made.id(), name(caseId, made.subjectId()))));
        feedbacks
                .of(caseId)
                .forEach(given -> due.add(new Due(PaperKind.FEEDBACK, given.id(), name(caseId, given.subjectId()))));
        return due;
    }

    private String name(UUID caseId, UUID subjectId) {
        return desk.subject(caseId, subjectId).name();
    }
}
