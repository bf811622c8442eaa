package org.rongcuo.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** 申辩意见: one thing that a subject claims in a statement; the investigators answer each, once. */
@Entity
@Table(name = "statement_claim")
class Claim {
    /** How a claim was answered. */
    @Schema(name = "ClaimFinding")
    enum Finding {
        ACCEPTED("采纳", "accepted"),
        PARTLY("部分采纳", "partly accepted"),
        REJECTED("不采纳", "rejected");

        private final Text label;

        Finding(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "statement_id")
    private UUID statementId;

    private int number;

    private String claim;

    @Enumerated(EnumType.STRING)
    private Finding finding;

    private String reasons;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Claim() {}

    Claim(Statement statement, int number, String claim) {
        this.id = Ids.next();
        this.caseId = statement.caseId();
        this.statementId = statement.id();
        this.number = number;
        this.claim = claim;
    }

    /** @throws Problem 409 when it was answered before */
    void answer(Finding found, String why, UUID by, Instant now) {
        if (isAnswered()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "claim-answered",
                    new Text("此项申辩意见已经答复", "The claim has been answered"));
        }
        finding = found;
        reasons = why;
        answeredBy = by;
        answeredAt = now;
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    UUID id() {
        return id;
    }

    UUID statementId() {
        return statementId;
    }

    /** From 1, within the statement. */
    int number() {
        return number;
    }

    String claim() {
        return claim;
    }

    /** Null until answered. */
    Finding finding() {
        return finding;
    }

    /** Null until answered. */
    String reasons() {
        return reasons;
    }

    /** Null until answered. */
    UUID answeredBy() {
        return answeredBy;
    }

    /** Null until answered. */
    Instant answeredAt() {
        return answeredAt;
    }
}
