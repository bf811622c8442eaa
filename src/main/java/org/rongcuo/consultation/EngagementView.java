package org.rongcuo.consultation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.consultation.EngagementRequests.Finding;
import org.rongcuo.consultation.EngagementRequests.Participant;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * An engagement.
 *
 * @param costEstimate 万元
 * @param late whether it is, or ended by a report, after its deadline
 * @param report null while there is none
 * @param cancellation null unless it was cancelled
 */
record EngagementView(
        UUID id,
        EngagementKind kind,
        Text kindLabel,
        String termsOfReference,
        List<Participant> participants,
        LocalDate deadline,
        @Nullable BigDecimal costEstimate,
        PersonRef commissionedBy,
        Instant commissionedAt,
        boolean late,
        @Nullable ReportView report,
        @Nullable CancellationView cancellation) {

    /** The report: a document of the case, a text, or both. @param cost 万元 */
    @Schema(name = "EngagementReport")
    record ReportView(
            @Nullable UUID document,
            @Nullable String text,
            @Nullable BigDecimal cost,
            List<Finding> findings,
            PersonRef reportedBy,
            Instant reportedAt) {}

    @Schema(name = "EngagementCancellation")
    record CancellationView(String reasons, PersonRef cancelledBy, Instant cancelledAt) {}

    static EngagementView of(Engagement engagement, EngagementEnd end, LocalDate today, Persons persons) {
        return new EngagementView(
                engagement.id(),
                engagement.kind(),
                engagement.kind().label(),
                engagement.termsOfReference(),
                engagement.participants(),
                engagement.deadline(),
                engagement.costEstimate(),
                PersonRef.of(persons.findById(engagement.commissionedBy())),
                engagement.commissionedAt(),
                isLate(engagement, end, today),
                end == null || end.isCancelled() ? null : report(end, persons),
                end == null || !end.isCancelled() ? null : cancellation(end, persons));
    }

    static boolean isLate(Engagement engagement, EngagementEnd end, LocalDate today) {
        var on = end == null ? today : Clocks.dateOf(end.endedAt());
        return (end == null || !end.isCancelled()) && on.isAfter(engagement.deadline());
    }

    private static ReportView report(EngagementEnd end, Persons persons) {
        return new ReportView(
                end.documentId(),
                end.text(),
                end.cost(),
                end.findings(),
                PersonRef.of(persons.findById(end.endedBy())),
                end.endedAt());
    }

    private static CancellationView cancellation(EngagementEnd end, Persons persons) {
        return new CancellationView(end.text(), PersonRef.of(persons.findById(end.endedBy())), end.endedAt());
    }
}
