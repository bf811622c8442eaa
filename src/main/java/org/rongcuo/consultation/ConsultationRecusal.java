package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 回避 of a member from one case, declared by the member or decided at the meeting; never taken back. */
@Entity
@Table(name = "consultation_recusal")
class ConsultationRecusal {
    @Id
    private UUID id;

    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "person_id")
    private UUID personId;

    private String reasons;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected ConsultationRecusal() {}

    ConsultationRecusal(
            UUID consultationId, UUID meetingId, UUID personId, String reasons, UUID decidedBy, Instant now) {
        this.id = Ids.next();
        this.consultationId = consultationId;
        this.meetingId = meetingId;
        this.personId = personId;
        this.reasons = reasons;
        this.decidedBy = decidedBy;
        this.decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID personId() {
        return personId;
    }

    String reasons() {
        return reasons;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
