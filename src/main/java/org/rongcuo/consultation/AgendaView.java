package org.rongcuo.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.procedure.CaseKind;

/**
 * 定期会商清单 of a group.
 *
 * @param rhythm null where it does not consult regularly
 * @param nextMeetingOn the next regular consultation, null where none is set
 * @param waiting cases referred and on no list of a meeting to come, the oldest first
 * @param deferred cases that were before the group and are deferred (暂缓定论), the oldest first
 */
record AgendaView(
        UUID group,
        @Nullable Rhythm rhythm,
        @Nullable LocalDate nextMeetingOn,
        List<AgendaItem> waiting,
        List<AgendaItem> deferred) {

    /**
     * A case on the agenda.
     *
     * @param due the first regular consultation on or after the day of the referral; null where there is no rhythm
     * @param limitOn the last day of the consultation's term by the book in force; null where none runs
     * @param overdue whether one of the two has passed
     * @param daysWaiting natural days since it was referred
     */
    @Schema(name = "AgendaItem")
    record AgendaItem(
            UUID consultation,
            UUID caseId,
            String number,
            String title,
            CaseKind kind,
            Instant referredAt,
            @Nullable LocalDate due,
            @Nullable LocalDate limitOn,
            boolean overdue,
            long daysWaiting) {}
}
