package org.rongcuo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Text;

/**
 * A determination with what it rests on: the evaluation's facts, rows with their 依据, versions, content hashes and engine.
 *
 * @param ladderStep null unless mitigated
 * @param departureReasons null where it follows the recommendation
 * @param openItemsReasons null where every item was answered
 */
record DeterminationView(
        UUID id,
        UUID subject,
        Recommendation recommendation,
        Recommendation outcome,
        Text outcomeLabel,
        @Nullable LadderStep ladderStep,
        @Nullable DisciplineForm disciplineForm,
        Meeting meeting,
        String reasons,
        @Nullable String departureReasons,
        @Nullable String openItemsReasons,
        CaseView.OrganRef organ,
        UUID determinedBy,
        Instant determinedAt,
        EvaluationRecordView evaluation) {

    /** The organ's collective meeting. */
    @Schema(name = "CitedMeeting")
    record Meeting(String title, LocalDate heldOn) {}

    static DeterminationView of(Determination determination) {
        return new DeterminationView(
                determination.id(),
                determination.subjectId(),
                determination.recommendation(),
                determination.outcome(),
                determination.outcome().label(),
                determination.ladderStep(),
                determination.disciplineForm(),
                new Meeting(determination.meetingTitle(), determination.meetingOn()),
                determination.reasons(),
                determination.departureReasons(),
                determination.openItemsReasons(),
                CaseView.OrganRef.of(determination.organ()),
                determination.determinedBy(),
                determination.determinedAt(),
                EvaluationRecordView.of(determination.evaluation()));
    }

    /** An evaluation on the record. @param contentHash same facts, versions and engine on a day, same hash */
    record EvaluationRecordView(
            UUID id, UUID caseId, UUID subject, Instant at, UUID actor, String contentHash, EvaluationView content) {
        static EvaluationRecordView of(EvaluationRecord record) {
            return new EvaluationRecordView(
                    record.id(),
                    record.caseRef(),
                    record.subjectRef(),
                    record.at(),
                    record.actorId(),
                    record.contentHash(),
                    record.content());
        }

        static List<EvaluationRecordView> of(List<EvaluationRecord> records) {
            return records.stream().map(EvaluationRecordView::of).toList();
        }
    }

    /** What a subject was told. */
    record FeedbackView(
            UUID id,
            UUID subject,
            LocalDate deliveredOn,
            DeliveryMethod method,
            String remedies,
            @Nullable String note,
            UUID givenBy,
            Instant givenAt) {
        static FeedbackView of(Feedback feedback) {
            return new FeedbackView(
                    feedback.id(),
                    feedback.subjectId(),
                    feedback.deliveredOn(),
                    feedback.method(),
                    feedback.remedies(),
                    feedback.note(),
                    feedback.givenBy(),
                    feedback.givenAt());
        }
    }
}
