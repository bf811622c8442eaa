package org.rongcuo.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Text;

/**
 * A case before a group.
 *
 * @param round of the case
 * @param meeting that has it on its list; null while none has
 * @param conclusion null while there is none
 * @param recall null unless the handler took the case back from the group
 */
record ConsultationView(
        UUID id,
        UUID caseId,
        GroupRef group,
        int round,
        String reasons,
        PersonRef referredBy,
        Instant referredAt,
        State state,
        @Nullable MeetingRef meeting,
        @Nullable ConclusionView conclusion,
        @Nullable RecallView recall) {

    @Schema(name = "ConsultationState")
    enum State {
        /** Referred, on no meeting's list. */
        REFERRED,
        SCHEDULED,
        CONCLUDED,
        /** Taken back by the handler, before or after the conclusion. */
        RECALLED
    }

    /** That and why the handler took the case back. */
    @Schema(name = "ConsultationRecall")
    record RecallView(String reasons, PersonRef by, Instant at) {}

    @Schema(name = "CoordinationGroupRef")
    record GroupRef(UUID id, String name, String jurisdiction) {}

    @Schema(name = "ConsultationMeetingRef")
    record MeetingRef(UUID id, LocalDate heldOn, String place) {}

    /**
     * What the group concluded.
     *
     * @param minutes 会议纪要, and who was present; null for whom the case concerns
     */
    record ConclusionView(
            ConclusionForm form,
            Text formLabel,
            List<ResultView> results,
            @Nullable String minutes,
            @Nullable List<PersonRef> present,
            PersonRef concludedBy,
            Instant concludedAt) {}

    /** The result for a subject. @param subject null for a filing @param tally how many voted what; null for whom the case concerns */
    @Schema(name = "GroupResultView")
    record ResultView(
            @Nullable UUID subject,
            Vote result,
            Text resultLabel,
            @Nullable Map<String, Integer> tally) {}
}
