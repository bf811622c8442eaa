package org.rongcuo.aftercare;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;

/** What was done in a round of a correction, measure by measure; never changed. */
@Entity
@Table(name = "correction_report")
class CorrectionReport {
    @Id
    private UUID id;

    @Column(name = "correction_id")
    private UUID correctionId;

    private int round;

    private String statement;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> documents;

    @ElementCollection
    @CollectionTable(name = "correction_report_line", joinColumns = @JoinColumn(name = "report_id"))
    @MapKeyColumn(name = "measure_id")
    @Column(name = "done")
    private Map<UUID, String> lines;

    @Column(name = "reported_by")
    private UUID reportedBy;

    @Column(name = "reported_at")
    private Instant reportedAt;

    protected CorrectionReport() {}

    CorrectionReport(
            Correction correction,
            String statement,
            Map<UUID, String> done,
            List<UUID> documents,
            UUID reportedBy,
            Instant now) {
        this.id = Ids.next();
        this.correctionId = correction.id();
        this.round = correction.round();
        this.statement = statement;
        this.lines = new HashMap<>(done);
        this.documents = documents;
        this.reportedBy = reportedBy;
        this.reportedAt = now;
    }

    UUID correctionId() {
        return correctionId;
    }

    int round() {
        return round;
    }

    String statement() {
        return statement;
    }

    /** What was done, in the order of the measures. */
    List<CorrectionEvent.Done> done() {
        return lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(line -> new CorrectionEvent.Done(line.getKey(), line.getValue()))
                .toList();
    }

    List<UUID> documents() {
        return documents;
    }

    UUID reportedBy() {
        return reportedBy;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
