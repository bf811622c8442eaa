package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongcuo.consultation.EngagementRequests.CommissionEngagement;
import org.rongcuo.consultation.EngagementRequests.Participant;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;

/** An engagement as commissioned; never changed. How it ended is an {@link EngagementEnd}. */
@Entity
class Engagement {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private EngagementKind kind;

    @Column(name = "terms_of_reference")
    private String termsOfReference;

    private String participants;

    private LocalDate deadline;

    @Column(name = "cost_estimate")
    private BigDecimal costEstimate;

    @Column(name = "commissioned_by")
    private UUID commissionedBy;

    @Column(name = "commissioned_at")
    private Instant commissionedAt;

    protected Engagement() {}

    Engagement(UUID caseId, CommissionEngagement wanted, UUID commissionedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.kind = wanted.kind();
        this.termsOfReference = wanted.termsOfReference();
        this.participants = Json.write(wanted.participants());
        this.deadline = wanted.deadline();
        this.costEstimate = wanted.costEstimate();
        this.commissionedBy = commissionedBy;
        this.commissionedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    EngagementKind kind() {
        return kind;
    }

    String termsOfReference() {
        return termsOfReference;
    }

    List<Participant> participants() {
        return Arrays.asList(Json.read(participants, Participant[].class));
    }

    LocalDate deadline() {
        return deadline;
    }

    /** 万元; null when not told. */
    BigDecimal costEstimate() {
        return costEstimate;
    }

    UUID commissionedBy() {
        return commissionedBy;
    }

    Instant commissionedAt() {
        return commissionedAt;
    }
}
