package org.rongcuo.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.shared.Ids;

/** 搁置: facts cannot be settled; the clocks stand still until the case is verified again on a day. */
@Entity
class Deferral {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int round;

    private String reasons;

    /** How many renewals the book in force at the deferral allows. */
    private int allowed;

    @Column(name = "reverify_on")
    private LocalDate reverifyOn;

    @Column(name = "deferred_by")
    private UUID deferredBy;

    @Column(name = "deferred_at")
    private Instant deferredAt;

    @Enumerated(EnumType.STRING)
    private DeferralOutcome outcome;

    @Column(name = "end_reasons")
    private String endReasons;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidence;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Deferral() {}

    Deferral(CaseFile file, String reasons, int allowed, LocalDate reverifyOn, UUID person, Instant now) {
        this.id = Ids.next();
        this.caseId = file.id();
        this.round = file.round();
        this.reasons = reasons;
        this.allowed = allowed;
        this.reverifyOn = reverifyOn;
        this.deferredBy = person;
        this.deferredAt = now;
        this.evidence = List.of();
    }

    DeferralRenewal renew(String why, LocalDate later, UUID person, Instant now) {
        reverifyOn = later;
        return new DeferralRenewal(id, why, later, person, now);
    }

    void end(DeferralOutcome how, String why, List<UUID> documents, UUID person, Instant now) {
        outcome = how;
        endReasons = why;
        evidence = List.copyOf(documents);
        endedBy = person;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    String reasons() {
        return reasons;
    }

    int allowed() {
        return allowed;
    }

    /** The day on which the case is verified again, as last renewed. */
    LocalDate reverifyOn() {
        return reverifyOn;
    }

    UUID deferredBy() {
        return deferredBy;
    }

    Instant deferredAt() {
        return deferredAt;
    }

    /** Null while it lasts. */
    DeferralOutcome outcome() {
        return outcome;
    }

    /** Null while it lasts. */
    String endReasons() {
        return endReasons;
    }

    /** The documents on which the verification was resumed. */
    List<UUID> evidence() {
        return evidence;
    }

    /** Null while it lasts. */
    UUID endedBy() {
        return endedBy;
    }

    /** Null while it lasts. */
    Instant endedAt() {
        return endedAt;
    }
}
