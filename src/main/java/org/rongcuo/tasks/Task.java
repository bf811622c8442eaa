package org.rongcuo.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** A task; raised by {@link TaskService#raise} alone, which lets the database make it once. */
@Entity
public class Task {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private TaskKind kind;

    private String party;

    @Column(name = "subject_zh")
    private String subjectZh;

    @Column(name = "subject_en")
    private String subjectEn;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "policy_id")
    private UUID policyId;

    private String policy;

    @Column(name = "proposal_id")
    private UUID proposalId;

    private String reference;

    private LocalDate due;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "done_by")
    private UUID doneBy;

    private String remark;

    protected Task() {}

    /** @throws Problem 409 when it is done already */
    void complete(UUID person, String finding, Instant now) {
        if (doneAt != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "already-done", new Text("此待办已办结", "The task is done already"));
        }
        doneAt = now;
        doneBy = person;
        remark = finding;
    }

    public UUID id() {
        return id;
    }

    public TaskKind kind() {
        return kind;
    }

    /** The case, the book and the like that it is about, in words. */
    Text subject() {
        return new Text(subjectZh, subjectEn);
    }

    /** Null unless it is about a case. */
    public UUID caseId() {
        return caseId;
    }

    /** Null unless it is about a book. */
    public UUID policyId() {
        return policyId;
    }

    /** The book as {@code <jurisdiction>/<name>}; null unless it is about one. */
    public String policy() {
        return policy;
    }

    /** Null unless it is about a proposal. */
    UUID proposalId() {
        return proposalId;
    }

    /** What raised it: the id of a version or a document, or the day of review. */
    public String reference() {
        return reference;
    }

    /** Null when no day is set. */
    LocalDate due() {
        return due;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null while it is open. */
    Instant doneAt() {
        return doneAt;
    }

    /** Null while it is open, and when it closed by itself. */
    UUID doneBy() {
        return doneBy;
    }

    /** What was found; null while it is open, and when it closed by itself. */
    String remark() {
        return remark;
    }
}
