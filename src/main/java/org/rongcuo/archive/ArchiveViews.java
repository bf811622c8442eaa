package org.rongcuo.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.ExemptionMove.ExplainedGap;
import org.rongcuo.shared.Text;

/** What the registration and the archive answer. */
final class ArchiveViews {
    private ArchiveViews() {}

    /** @param code stable, for clients to branch on */
    @Schema(name = "FormalDefectFound")
    record Defect(FormalDefect code, Text text) {}

    /**
     * A filing for registration.
     *
     * @param decision null while the registrar has not answered
     * @param defects empty unless returned
     */
    @Schema(name = "Registration")
    record RegistrationView(
            UUID id,
            int round,
            String materials,
            PersonRef filedBy,
            Instant filedAt,
            Registration.@Nullable Decision decision,
            List<Defect> defects,
            @Nullable String remark,
            @Nullable PersonRef decidedBy,
            @Nullable Instant decidedAt) {
        static List<RegistrationView> of(List<Registration> registrations, Persons persons) {
            var people = persons.refs(registrations.stream()
                    .flatMap(each ->
                            Stream.of(each.filedBy(), each.decidedBy() == null ? each.filedBy() : each.decidedBy())));
            return registrations.stream()
                    .map(each -> new RegistrationView(
                            each.id(),
                            each.round(),
                            each.materials(),
                            people.get(each.filedBy()),
                            each.filedAt(),
                            each.decision(),
                            each.defects().stream()
                                    .map(defect -> new Defect(defect, defect.label()))
                                    .toList(),
                            each.remark(),
                            each.decidedBy() == null ? null : people.get(each.decidedBy()),
                            each.decidedAt()))
                    .toList();
        }
    }

    /** Something that the record lacks. @param about the record that it lacks of; null where the case has but one */
    @Schema(name = "RecordGap")
    record Missing(String step, String code, @Nullable String about, Text text) {}

    /**
     * Whether the record is whole.
     *
     * @param missing by step; empty when whole
     * @param retention what is usual for the outcome, or the filing
     */
    @Schema(name = "ArchiveCheck")
    record CheckView(boolean complete, List<Missing> missing, Retention retention, Text retentionLabel) {}

    /** An archived case. @param explained what the record lacked, with the reasons */
    @Schema(name = "CaseArchived")
    record ArchivedView(
            CaseStatus status,
            Retention retention,
            Text retentionLabel,
            @Nullable String remark,
            List<ExplainedGap> explained,
            PersonRef archivedBy,
            Instant archivedAt) {}
}
