package org.rongcuo.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Organ;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.shared.Ids;

/** 公示: what was shown to whom and how long; or, with the audience NONE, that the organ forwent it, with reasons. */
@Entity
@Table(name = "public_notice")
class PublicNotice {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int round;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organ_id")
    private Organ organ;

    @Enumerated(EnumType.STRING)
    private Audience ceiling;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private String text;

    private String reasons;

    @Column(name = "published_from")
    private LocalDate from;

    @Column(name = "published_until")
    private LocalDate until;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "taken_down_by")
    private UUID takenDownBy;

    @Column(name = "taken_down_at")
    private Instant takenDownAt;

    @Column(name = "taken_down_reasons")
    private String takenDownReasons;

    protected PublicNotice() {}

    /** @param text null, as is until, for the audience NONE */
    PublicNotice(
            CaseFile file,
            Audience ceiling,
            Audience audience,
            String text,
            String reasons,
            LocalDate from,
            LocalDate until,
            UUID publishedBy,
            Instant now) {
        this.id = Ids.next();
        this.caseId = file.id();
        this.round = file.round();
        this.jurisdiction = file.jurisdiction();
        this.organ = file.handlingOrgan();
        this.ceiling = ceiling;
        this.audience = audience;
        this.text = text;
        this.reasons = reasons;
        this.from = from;
        this.until = until;
        this.publishedBy = publishedBy;
        this.publishedAt = now;
    }

    void takeDown(UUID by, String why, Instant now) {
        takenDownBy = by;
        takenDownReasons = why;
        takenDownAt = now;
    }

    /** Whether it is to be seen on that day. */
    boolean runsOn(LocalDate day) {
        return audience != Audience.NONE && takenDownAt == null && !day.isAfter(until);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    int round() {
        return round;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    Organ organ() {
        return organ;
    }

    Audience ceiling() {
        return ceiling;
    }

    Audience audience() {
        return audience;
    }

    String text() {
        return text;
    }

    /** Why narrower or shorter than the book allows; null where it is not. */
    String reasons() {
        return reasons;
    }

    LocalDate from() {
        return from;
    }

    /** The last day, null for the audience NONE. */
    LocalDate until() {
        return until;
    }

    UUID publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant takenDownAt() {
        return takenDownAt;
    }

    String takenDownReasons() {
        return takenDownReasons;
    }
}
