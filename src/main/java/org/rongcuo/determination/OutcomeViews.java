package org.rongcuo.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;

/** What is told of the acts that follow from an outcome. */
final class OutcomeViews {
    private OutcomeViews() {}

    /** The accountability organ was told. @param adoption null while it has not answered */
    @Schema(name = "AccountabilityNotice")
    record NoticeView(
            UUID id,
            @Nullable UUID organ,
            String organName,
            LocalDate toldOn,
            @Nullable String note,
            PersonRef toldBy,
            Instant toldAt,
            @Nullable AdoptionView adoption) {
        static List<NoticeView> of(List<AccountabilityNotice> notices, Persons persons) {
            var refs = persons.refs(notices.stream()
                    .flatMap(notice -> notice.recordedBy() == null
                            ? Stream.of(notice.toldBy())
                            : Stream.of(notice.toldBy(), notice.recordedBy())));
            return notices.stream().map(notice -> of(notice, refs)).toList();
        }

        private static NoticeView of(AccountabilityNotice notice, Map<UUID, PersonRef> refs) {
            return new NoticeView(
                    notice.id(),
                    notice.organId(),
                    notice.organName(),
                    notice.toldOn(),
                    notice.note(),
                    refs.get(notice.toldBy()),
                    notice.toldAt(),
                    notice.adopted() == null
                            ? null
                            : new AdoptionView(
                                    notice.adopted(),
                                    notice.adoptedOn(),
                                    notice.adoptionReasons(),
                                    refs.get(notice.recordedBy()),
                                    notice.recordedAt()));
        }
    }

    /** What the organ answered. @param reasons null where it adopts and says no more */
    @Schema(name = "Adoption")
    record AdoptionView(
            boolean adopted,
            LocalDate answeredOn,
            @Nullable String reasons,
            PersonRef recordedBy,
            Instant recordedAt) {}

    /** A referral. @param subject null when it is about none of them */
    @Schema(name = "Referral")
    record ReferralView(
            UUID id,
            @Nullable UUID subject,
            String organ,
            String grounds,
            @Nullable UUID document,
            PersonRef referredBy,
            Instant referredAt) {
        static List<ReferralView> of(List<Referral> referrals, Persons persons) {
            var refs = persons.refs(referrals.stream().map(Referral::referredBy));
            return referrals.stream()
                    .map(referral -> new ReferralView(
                            referral.id(),
                            referral.subjectId(),
                            referral.organName(),
                            referral.grounds(),
                            referral.documentId(),
                            refs.get(referral.referredBy()),
                            referral.referredAt()))
                    .toList();
        }
    }
}
