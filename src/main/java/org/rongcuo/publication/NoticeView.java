package org.rongcuo.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Text;

/**
 * A notice as its audience sees it; of the case it tells nothing but its text.
 *
 * @param organ who publishes it, by name
 * @param until the last day
 */
@Schema(name = "PublicNotice")
record NoticeView(
        UUID id, String jurisdiction, String organ, Audience audience, String text, LocalDate from, LocalDate until) {

    static NoticeView of(PublicNotice notice) {
        return new NoticeView(
                notice.id(),
                notice.jurisdiction().code(),
                notice.organ().name(),
                notice.audience(),
                notice.text(),
                notice.from(),
                notice.until());
    }

    /**
     * A notice as the case's record keeps it.
     *
     * @param round of verification and determination
     * @param ceiling the widest audience that the book and the level allowed
     * @param audience NONE where the organ forwent it
     * @param text null where the organ forwent it, as is until
     * @param reasons why narrower or shorter than the book; null where it is not
     * @param running whether it is to be seen today
     * @param takenDownAt null while it stands
     */
    @Schema(name = "PublicNoticeRecord")
    record Kept(
            UUID id,
            int round,
            Audience ceiling,
            Audience audience,
            Text audienceLabel,
            @Nullable String text,
            @Nullable String reasons,
            LocalDate from,
            @Nullable LocalDate until,
            boolean running,
            PersonRef publishedBy,
            Instant publishedAt,
            @Nullable Instant takenDownAt,
            @Nullable String takenDownReasons) {
        static List<Kept> of(List<PublicNotice> notices, Persons persons, LocalDate today) {
            var publishers = persons.refs(notices.stream().map(PublicNotice::publishedBy));
            return notices.stream()
                    .map(notice -> new Kept(
                            notice.id(),
                            notice.round(),
                            notice.ceiling(),
                            notice.audience(),
                            notice.audience().label(),
                            notice.text(),
                            notice.reasons(),
                            notice.from(),
                            notice.until(),
                            notice.runsOn(today),
                            publishers.get(notice.publishedBy()),
                            notice.publishedAt(),
                            notice.takenDownAt(),
                            notice.takenDownReasons()))
                    .toList();
        }
    }

    /**
     * An objection as the office sees it: never who raised it.
     *
     * @param named whether the objector told a name, a contact or a login; they stay sealed
     * @param due by when it is to be answered; null where no book sets a term
     * @param upheld null until answered
     */
    @Schema(name = "Objection")
    record ObjectionView(
            UUID id,
            UUID notice,
            int round,
            String text,
            @Nullable String evidence,
            boolean named,
            Instant filedAt,
            @Nullable LocalDate due,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable PersonRef answeredBy,
            @Nullable Instant answeredAt) {
        /** @param due by objection */
        static List<ObjectionView> of(List<Objection> objections, Map<UUID, LocalDate> due, Persons persons) {
            var answerers = persons.refs(objections.stream().map(Objection::answeredBy));
            return objections.stream()
                    .map(each -> new ObjectionView(
                            each.id(),
                            each.noticeId(),
                            each.round(),
                            each.text(),
                            each.evidence(),
                            each.isNamed(),
                            each.filedAt(),
                            due.get(each.id()),
                            each.upheld(),
                            each.answer(),
                            each.answeredBy() == null ? null : answerers.get(each.answeredBy()),
                            each.answeredAt()))
                    .toList();
        }
    }

    /** @param receipt the code by which the objector, and nobody else, reads the answer; it is told once */
    @Schema(name = "ObjectionReceipt")
    record Receipt(String receipt, Instant filedAt) {}

    /**
     * What the objector is told.
     *
     * @param upheld null until answered
     */
    @Schema(name = "ObjectionAnswer")
    record Told(
            Instant filedAt,
            String text,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static Told of(Objection objection) {
            return new Told(
                    objection.filedAt(),
                    objection.text(),
                    objection.upheld(),
                    objection.answer(),
                    objection.answeredAt());
        }
    }
}
