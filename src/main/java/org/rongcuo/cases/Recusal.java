package org.rongcuo.cases;

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

/** 回避: a person keeps off a case, self-declared at once, or demanded and decided (政务处分法 47, 48). */
@Entity
@Table(name = "recusal")
class Recusal {
    /** Why. */
    @Schema(name = "RecusalGround")
    enum Ground {
        NEAR_RELATIVE_OF_SUBJECT("是当事人的近亲属", "near relative of a subject"),
        NEAR_RELATIVE_OF_REPORTER("是检举人的近亲属", "near relative of the reporter"),
        WITNESS("担任过本案的证人", "witness in the case"),
        INTEREST("本人或者其近亲属与本案有利害关系", "own or a relative's interest in the case"),
        OTHER("可能影响案件公正处理的其他情形", "other circumstances that may impair fairness");

        private final Text label;

        Ground(String zh, String en) {
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

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    private String explanation;

    @Column(name = "demanded_by")
    private UUID demandedBy;

    @Column(name = "demanded_at")
    private Instant demandedAt;

    private Boolean granted;

    private String reasons;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Recusal() {}

    /** One's own recusal is granted by saying so. */
    Recusal(UUID caseId, UUID personId, Ground ground, String explanation, UUID demandedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.personId = personId;
        this.ground = ground;
        this.explanation = explanation;
        this.demandedBy = demandedBy;
        this.demandedAt = now;
        if (personId.equals(demandedBy)) {
            this.granted = true;
            this.decidedBy = demandedBy;
            this.decidedAt = now;
        }
    }

    /** @throws Problem 409 when it was decided before */
    void decide(boolean grant, String why, UUID by, Instant now) {
        if (granted != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "already-decided", new Text("已经决定", "It has been decided"));
        }
        granted = grant;
        reasons = why;
        decidedBy = by;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID personId() {
        return personId;
    }

    Ground ground() {
        return ground;
    }

    String explanation() {
        return explanation;
    }

    UUID demandedBy() {
        return demandedBy;
    }

    Instant demandedAt() {
        return demandedAt;
    }

    /** Null while undecided. */
    Boolean granted() {
        return granted;
    }

    /** Null while undecided, and of one's own. */
    String reasons() {
        return reasons;
    }

    /** Null while undecided. */
    UUID decidedBy() {
        return decidedBy;
    }

    /** Null while undecided. */
    Instant decidedAt() {
        return decidedAt;
    }
}
