package org.rongcuo.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rongcuo.procedure.ExemptionMove.ExplainedGap;
import org.rongcuo.shared.Json;

/** 归档: that the record was whole, or why it was archived nevertheless, and how long it is kept. */
@Entity
@Table(name = "case_archive")
class CaseArchive {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Retention retention;

    private String remark;

    private String explained;

    @Column(name = "archived_by")
    private UUID archivedBy;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected CaseArchive() {}

    CaseArchive(
            UUID caseId,
            Retention retention,
            String remark,
            List<ExplainedGap> explained,
            UUID archivedBy,
            Instant now) {
        this.caseId = caseId;
        this.retention = retention;
        this.remark = remark;
        this.explained = Json.write(explained);
        this.archivedBy = archivedBy;
        this.archivedAt = now;
    }

    Retention retention() {
        return retention;
    }

    String remark() {
        return remark;
    }

    /** What the record lacked, with the reasons. */
    List<ExplainedGap> explained() {
        return List.of(Json.read(explained, ExplainedGap[].class));
    }

    UUID archivedBy() {
        return archivedBy;
    }

    Instant archivedAt() {
        return archivedAt;
    }
}
