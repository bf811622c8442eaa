package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** 补正: the one notice of what is missing, with a term. */
@Entity
@Table(name = "supplement_notice")
class SupplementNotice {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> wanted;

    private LocalDate due;

    @Column(name = "noticed_by")
    private UUID noticedBy;

    @Column(name = "noticed_at")
    private Instant noticedAt;

    private String response;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> documents;

    @Column(name = "responded_at")
    private Instant respondedAt;

    protected SupplementNotice() {}

    SupplementNotice(UUID caseId, List<String> wanted, LocalDate due, UUID noticedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.wanted = wanted;
        this.due = due;
        this.noticedBy = noticedBy;
        this.noticedAt = now;
    }

    /** Takes the applicant's response. @throws Problem 409 when there is one */
    void respond(String statement, List<UUID> supplied, Instant now) {
        if (respondedAt != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-supplemented",
                    new Text("已经补正", "The supplement has been received"));
        }
        response = statement;
        documents = supplied;
        respondedAt = now;
    }

    UUID id() {
        return id;
    }

    List<String> wanted() {
        return wanted;
    }

    LocalDate due() {
        return due;
    }

    Instant noticedAt() {
        return noticedAt;
    }

    /** Null until responded. */
    String response() {
        return response;
    }

    /** Null until responded. */
    List<UUID> documents() {
        return documents;
    }

    /** Null until responded. */
    Instant respondedAt() {
        return respondedAt;
    }
}
