package org.rongcuo.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;

/** 陈述申辩: what a subject had to say, or that it was given the chance and did not take it; never changed. */
@Entity
@Table(name = "case_statement")
class Statement {
    /** How it came onto the record. */
    @Schema(name = "StatementManner")
    enum Manner {
        /** Written by the subject. */
        OWN,
        /** Taken down by investigators who were present. */
        RECORDED,
        /** The subject was given the chance and did not take it. */
        WAIVED
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    private int round;

    @Enumerated(EnumType.STRING)
    private Manner manner;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String place;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> present;

    private String content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidence;

    @Column(name = "made_by")
    private UUID madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Statement() {}

    Statement(
            UUID caseId,
            UUID subjectId,
            int round,
            Manner manner,
            VerificationRequests.MakeStatement wanted,
            UUID madeBy,
            Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = subjectId;
        this.round = round;
        this.manner = manner;
        this.heldOn = wanted.heldOn();
        this.place = wanted.place();
        this.present = wanted.present() == null ? List.of() : List.copyOf(wanted.present());
        this.content = wanted.text();
        this.evidence = wanted.evidence() == null ? List.of() : List.copyOf(wanted.evidence());
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID subjectId() {
        return subjectId;
    }

    int round() {
        return round;
    }

    Manner manner() {
        return manner;
    }

    /** Null unless recorded. */
    LocalDate heldOn() {
        return heldOn;
    }

    /** Null unless recorded. */
    String place() {
        return place;
    }

    /** The investigators who were present; empty unless recorded. */
    List<UUID> present() {
        return present;
    }

    /** What was said; of a waiver, how the subject was given the chance. */
    String content() {
        return content;
    }

    List<UUID> evidence() {
        return evidence;
    }

    UUID madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }
}
