package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** 回避: a person keeps off a case, self-declared at once, or demanded and decided (政务处分法 47, 48). */
@Entity
@Table(name = "recusal")
class Recusal {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private RecusalGround ground;

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

    @Column(name = "meeting_id")
    private UUID meetingId;

    protected Recusal() {}

    /** One's own recusal is granted by saying so. */
    Recusal(UUID caseId, UUID personId, RecusalGround ground, String explanation, UUID demandedBy, Instant now) {
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

    /** It was put on record at a meeting of the coordination group. */
    void recordedAt(UUID meeting) {
        meetingId = meeting;
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

    RecusalGround ground() {
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

    /** The meeting of the coordination group at which it was put on record; null for every other. */
    UUID meetingId() {
        return meetingId;
    }
}
