package org.rongcuo.policy;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Versioned;

/** A version of a book: one DMN model, a draft until it is approved, immutable from then on. */
@Entity
@Table(name = "policy_version")
class PolicyVersion implements Versioned {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "policy_id")
    private Policy policy;

    private int number;

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    /** Up to 2 MiB, wanted only to be compiled or shown. */
    @Basic(fetch = FetchType.LAZY)
    private String model;

    @Column(name = "content_hash")
    private String contentHash;

    @Basic(fetch = FetchType.LAZY)
    private String tests;

    private String note;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "state_version")
    private long stateVersion;

    protected PolicyVersion() {}

    PolicyVersion(Policy policy, int number, AdmittedModel admitted, UUID author, Instant now) {
        this.id = Ids.next();
        this.policy = policy;
        this.number = number;
        this.status = VersionStatus.DRAFT;
        this.model = admitted.xml();
        this.contentHash = admitted.contentHash();
        this.authorId = author;
        this.createdAt = now;
        this.savedAt = now;
        this.stateVersion = policy.bump();
    }

    /** @throws Problem 409 when it is no draft any more */
    void requireDraft() {
        if (status != VersionStatus.DRAFT) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "not-a-draft",
                    new Text("只有草案可以修改;已批准的版本不可更改", "Only a draft can be changed; an approved version never"));
        }
    }

    /** Replaces the model of a draft. @throws Problem 409 when it is no draft any more */
    PolicyEvent.DraftSaved save(AdmittedModel admitted, Instant now) {
        requireDraft();
        model = admitted.xml();
        contentHash = admitted.contentHash();
        savedAt = now;
        stateVersion = policy.bump();
        return new PolicyEvent.DraftSaved(policy.key(), stateVersion, number, contentHash);
    }

    /** Takes a version of history over as approved. */
    PolicyEvent.VersionImported importFrom(LocalDate inForceFrom, String testCases, String remark, Instant now) {
        if (!status.next().containsKey(VersionStatus.APPROVED)) {
            throw new IllegalStateException("only a draft is imported");
        }
        status = VersionStatus.APPROVED;
        effectiveFrom = inForceFrom;
        tests = testCases;
        note = remark;
        approvedAt = now;
        stateVersion = policy.bump();
        return new PolicyEvent.VersionImported(policy.key(), stateVersion, number, contentHash, effectiveFrom);
    }

    UUID id() {
        return id;
    }

    Policy policy() {
        return policy;
    }

    /** Given at creation, never used again in the book. */
    int number() {
        return number;
    }

    VersionStatus status() {
        return status;
    }

    /** The normalised DMN XML. */
    String model() {
        return model;
    }

    String contentHash() {
        return contentHash;
    }

    String note() {
        return note;
    }

    /** The first day in force in Asia/Shanghai, null for drafts. */
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** Null for what the product shipped. */
    UUID authorId() {
        return authorId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant savedAt() {
        return savedAt;
    }

    /** Null for drafts. */
    Instant approvedAt() {
        return approvedAt;
    }

    /** The state version of the book when this version last changed: the book's ledger chain tells what happened since. */
    @Override
    public long stateVersion() {
        return stateVersion;
    }

    @Override
    public String chain() {
        return policy.chain();
    }
}
