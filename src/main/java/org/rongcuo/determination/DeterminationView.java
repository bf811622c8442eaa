package org.rongcuo.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseView;
import org.rongcuo.cases.EvaluationRecordView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Text;

/**
 * A determination with what it rests on: the evaluation's facts, rows with their 依据, versions, content hashes and engine.
 *
 * @param ladderStep null unless mitigated
 * @param departureReasons null where it follows the recommendation
 * @param openItemsReasons null where every item was answered
 * @param round of the case in which it was made
 * @param standing whether none has replaced it
 * @param supersedes the one it replaces; null for the first
 * @param heavierReasons the new facts for which it is heavier than that; null unless it is
 * @param effects those it carries and those it declines
 * @param consultation of the coordination group; null when the group held nothing of the subject
 * @param consultationReasons why it departs from the group; null where it does not
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
        int round,
        DeterminationOrigin origin,
        Text originLabel,
        boolean standing,
        @Nullable UUID supersedes,
        @Nullable String heavierReasons,
        List<DeterminedEffect> effects,
        @Nullable UUID consultation,
        @Nullable String consultationReasons,
        CaseView.OrganRef organ,
        PersonRef determinedBy,
        Instant determinedAt,
        EvaluationRecordView evaluation) {

    /** The organ's collective meeting. */
    @Schema(name = "CitedMeeting")
    record Meeting(String title, LocalDate heldOn) {}

    /** @param determinations all of a case, or one that has just been made */
    static List<DeterminationView> of(List<Determination> determinations, Persons persons) {
        var refs = persons.refs(determinations.stream()
                .flatMap(
                        each -> Stream.of(each.determinedBy(), each.evaluation().actorId())));
        var replaced = determinations.stream()
                .map(Determination::supersedesId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return determinations.stream()
                .map(each -> of(each, !replaced.contains(each.id()), refs))
                .toList();
    }

    private static DeterminationView of(Determination determination, boolean standing, Map<UUID, PersonRef> persons) {
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
                determination.round(),
                determination.origin(),
                determination.origin().label(),
                standing,
                determination.supersedesId(),
                determination.heavierReasons(),
                determination.effects(),
                determination.consultationId(),
                determination.consultationReasons(),
                CaseView.OrganRef.of(determination.organ()),
                persons.get(determination.determinedBy()),
                determination.determinedAt(),
                EvaluationRecordView.of(determination.evaluation(), persons));
    }
}
