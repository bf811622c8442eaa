package org.rongcuo.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongcuo.consultation.EngagementRequests.Finding;
import org.rongcuo.consultation.EngagementRequests.ReportEngagement;
import org.rongcuo.shared.Json;

/** How an engagement ended: by its report, or cancelled; never changed. */
@Entity
@Table(name = "engagement_end")
class EngagementEnd {
    @Id
    @Column(name = "engagement_id")
    private UUID engagementId;

    private boolean cancelled;

    @Column(name = "document_id")
    private UUID documentId;

    private String text;

    private BigDecimal cost;

    private String findings;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected EngagementEnd() {}

    private EngagementEnd(UUID engagementId, List<Finding> findings, UUID endedBy, Instant now) {
        this.engagementId = engagementId;
        this.findings = Json.write(findings);
        this.endedBy = endedBy;
        this.endedAt = now;
    }

    static EngagementEnd reported(UUID engagementId, ReportEngagement report, UUID by, Instant now) {
        var end = new EngagementEnd(engagementId, report.findings(), by, now);
        end.documentId = report.document();
        end.text = report.text();
        end.cost = report.cost();
        return end;
    }

    static EngagementEnd cancelled(UUID engagementId, String reasons, UUID by, Instant now) {
        var end = new EngagementEnd(engagementId, List.of(), by, now);
        end.cancelled = true;
        end.text = reasons;
        return end;
    }

    UUID engagementId() {
        return engagementId;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** The report as a document of the case; null when it is a text. */
    UUID documentId() {
        return documentId;
    }

    /** The report's text, or why it was cancelled. */
    String text() {
        return text;
    }

    /** 万元; null when not told. */
    BigDecimal cost() {
        return cost;
    }

    List<Finding> findings() {
        return Arrays.asList(Json.read(findings, Finding[].class));
    }

    UUID endedBy() {
        return endedBy;
    }

    Instant endedAt() {
        return endedAt;
    }
}
