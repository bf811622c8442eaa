package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.procedure.GroupResult;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** What a group concluded on a case, with its minutes (会议纪要); never changed. */
@Entity
@Table(name = "consultation_conclusion")
class GroupConclusion {
    @Id
    private UUID id;

    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Enumerated(EnumType.STRING)
    private ConclusionForm form;

    private String results;

    private String minutes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> present;

    @Column(name = "concluded_by")
    private UUID concludedBy;

    @Column(name = "concluded_at")
    private Instant concludedAt;

    protected GroupConclusion() {}

    /** @param present the entitled members who were there */
    GroupConclusion(
            UUID consultationId,
            UUID meetingId,
            ConclusionForm form,
            List<GroupResult> results,
            String minutes,
            List<UUID> present,
            UUID concludedBy,
            Instant now) {
        this.id = Ids.next();
        this.consultationId = consultationId;
        this.meetingId = meetingId;
        this.form = form;
        this.results = Json.write(results);
        this.minutes = minutes;
        this.present = present;
        this.concludedBy = concludedBy;
        this.concludedAt = now;
    }

    String minutesHash() {
        return Sha256.of(minutes);
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

    ConclusionForm form() {
        return form;
    }

    List<GroupResult> results() {
        return Arrays.asList(Json.read(results, GroupResult[].class));
    }

    String minutes() {
        return minutes;
    }

    List<UUID> present() {
        return present;
    }

    UUID concludedBy() {
        return concludedBy;
    }

    Instant concludedAt() {
        return concludedAt;
    }
}
