package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 提请会商: a case brought before a coordination group, in one round of the case. */
@Entity
class Consultation {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "group_id")
    private UUID groupId;

    private int round;

    private String reasons;

    @Column(name = "referred_by")
    private UUID referredBy;

    @Column(name = "referred_at")
    private Instant referredAt;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "recalled_by")
    private UUID recalledBy;

    @Column(name = "recalled_at")
    private Instant recalledAt;

    @Column(name = "recall_reasons")
    private String recallReasons;

    protected Consultation() {}

    Consultation(UUID caseId, UUID groupId, int round, String reasons, UUID referredBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.groupId = groupId;
        this.round = round;
        this.reasons = reasons;
        this.referredBy = referredBy;
        this.referredAt = now;
    }

    /** A meeting has it on its list; an earlier one that came to nothing lets go of it. */
    void scheduled(UUID meeting) {
        meetingId = meeting;
    }

    /** 撤回会商: the handler verifies the case again; what the group said stays on record and bears on nothing. */
    void recall(String why, UUID by, Instant now) {
        recallReasons = why;
        recalledBy = by;
        recalledAt = now;
    }

    boolean isRecalled() {
        return recalledAt != null;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID groupId() {
        return groupId;
    }

    int round() {
        return round;
    }

    String reasons() {
        return reasons;
    }

    UUID referredBy() {
        return referredBy;
    }

    Instant referredAt() {
        return referredAt;
    }

    /** The meeting that has it on its list; null while none has. */
    UUID meetingId() {
        return meetingId;
    }

    /** Null unless recalled. */
    UUID recalledBy() {
        return recalledBy;
    }

    /** Null unless recalled. */
    Instant recalledAt() {
        return recalledAt;
    }

    /** Null unless recalled. */
    String recallReasons() {
        return recallReasons;
    }
}
