package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 事中监管: something observed of a running filing; where it wants correction, how far that is. */
@Entity
@Table(name = "monitoring_record")
class MonitoringRecord {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private MonitoringKind kind;

    @Column(name = "observed_on")
    private LocalDate observedOn;

    private String finding;

    @Column(name = "needs_correction")
    private boolean needsCorrection;

    @Enumerated(EnumType.STRING)
    private MonitoringState state;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String response;

    @Column(name = "responded_at")
    private Instant respondedAt;

    private String remark;

    @Column(name = "judged_by")
    private UUID judgedBy;

    @Column(name = "judged_at")
    private Instant judgedAt;

    private String identity;

    @Column(name = "due_on")
    private LocalDate dueOn;

    protected MonitoringRecord() {}

    /** @param recordedBy null for a remark of the public */
    MonitoringRecord(
            UUID caseId,
            MonitoringKind kind,
            LocalDate observedOn,
            String finding,
            boolean needsCorrection,
            UUID recordedBy,
            Instant recordedAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.kind = kind;
        this.observedOn = observedOn;
        this.finding = finding;
        this.needsCorrection = needsCorrection;
        this.state = needsCorrection ? MonitoringState.OPEN : MonitoringState.NONE;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** By when it is to be corrected. */
    void correctBy(LocalDate day) {
        dueOn = day;
    }

    /** Who remarked, sealed for this record; null where it was not told. */
    void keepIdentity(String sealed) {
        identity = sealed;
    }

    /** Sealed; null where none was told. */
    String identity() {
        return identity;
    }

    /** Whether whoever remarked told a name. */
    boolean isNamed() {
        return identity != null;
    }

    void respond(String told, Instant now) {
        response = told;
        respondedAt = now;
        state = MonitoringState.RESPONDED;
    }

    /** @param told may be null where it is accepted */
    void judge(boolean accepted, String told, UUID by, Instant now) {
        remark = told;
        judgedBy = by;
        judgedAt = now;
        state = accepted ? MonitoringState.ACCEPTED : MonitoringState.OPEN;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    MonitoringKind kind() {
        return kind;
    }

    LocalDate observedOn() {
        return observedOn;
    }

    String finding() {
        return finding;
    }

    boolean needsCorrection() {
        return needsCorrection;
    }

    /** Null where nothing is to be corrected. */
    LocalDate dueOn() {
        return dueOn;
    }

    MonitoringState state() {
        return state;
    }

    /** Null for a remark of the public. */
    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** The latest; null before. */
    String response() {
        return response;
    }

    /** Null before. */
    Instant respondedAt() {
        return respondedAt;
    }

    /** What the handler said of the latest response; null before, or where there was nothing to say. */
    String remark() {
        return remark;
    }

    /** Null before. */
    UUID judgedBy() {
        return judgedBy;
    }

    /** Null before. */
    Instant judgedAt() {
        return judgedAt;
    }
}
