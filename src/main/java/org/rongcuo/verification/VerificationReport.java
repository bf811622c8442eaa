package org.rongcuo.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;

/** 核实报告: what the investigators found and what they think, signed by two or more of them; never changed. */
@Entity
@Table(name = "verification_report")
class VerificationReport {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int round;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidence;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> signers;

    private int statements;

    @Column(name = "reported_by")
    private UUID reportedBy;

    @Column(name = "reported_at")
    private Instant reportedAt;

    protected VerificationReport() {}

    /** @param statements how many there were in the round: a later one overtakes the report */
    VerificationReport(
            UUID caseId,
            int round,
            List<UUID> evidence,
            List<UUID> signers,
            int statements,
            UUID reportedBy,
            Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.round = round;
        this.evidence = evidence;
        this.signers = signers;
        this.statements = statements;
        this.reportedBy = reportedBy;
        this.reportedAt = now;
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    List<UUID> evidence() {
        return evidence;
    }

    List<UUID> signers() {
        return signers;
    }

    int statements() {
        return statements;
    }

    UUID reportedBy() {
        return reportedBy;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    /** What a report finds of a subject. */
    @Entity(name = "ReportFinding")
    @Table(name = "report_finding")
    @IdClass(Finding.Key.class)
    static class Finding {
        @Id
        @Column(name = "report_id")
        private UUID reportId;

        @Id
        @Column(name = "subject_id")
        private UUID subjectId;

        @Column(name = "evaluation_id")
        private UUID evaluationId;

        private long revision;

        private String facts;

        private String opinion;

        protected Finding() {}

        Finding(UUID reportId, UUID subjectId, UUID evaluationId, long revision, String facts, String opinion) {
            this.reportId = reportId;
            this.subjectId = subjectId;
            this.evaluationId = evaluationId;
            this.revision = revision;
            this.facts = facts;
            this.opinion = opinion;
        }

        UUID subjectId() {
            return subjectId;
        }

        /** What the tables advised on the answers then. */
        UUID evaluationId() {
            return evaluationId;
        }

        /** How many answers the checklist had: a later one overtakes the report. */
        long revision() {
            return revision;
        }

        String facts() {
            return facts;
        }

        String opinion() {
            return opinion;
        }

        /** A finding's key. */
        record Key(UUID reportId, UUID subjectId) implements Serializable {}
    }
}
