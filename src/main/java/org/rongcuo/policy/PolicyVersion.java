package org.rongcuo.policy;

import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
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

    /** JSON of a {@link TestSummary}. */
    @Column(name = "test_summary")
    private String testSummary;

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

    @Column(name = "base_number")
    private Integer baseNumber;

    @Column(name = "submitted_by")
    private UUID submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submission_note")
    private String submissionNote;

    @Column(name = "return_remarks")
    private String returnRemarks;

    /** JSON of {@link WrittenReason}s. */
    @Column(name = "written_reasons")
    private String writtenReasons;

    @Column(name = "approved_by")
    private UUID approvedBy;

    private boolean imported;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawal_reasons")
    private String withdrawalReasons;

    @ElementCollection
    @CollectionTable(name = "policy_version_writer", joinColumns = @JoinColumn(name = "version_id"))
    @Column(name = "person_id")
    private Set<UUID> writers = new HashSet<>();

    @Column(name = "state_version")
    private long stateVersion;

    protected PolicyVersion() {}

    /**
     * A draft.
     *
     * @param base the number of the latest approved version, null when there is none
     * @param author null for what the product ships
     */
    PolicyVersion(Policy policy, int number, Drafting.Prepared content, Integer base, UUID author, Instant now) {
        this.id = Ids.next();
        this.policy = policy;
        this.number = number;
        this.status = VersionStatus.DRAFT;
        this.baseNumber = base;
        this.authorId = author;
        this.createdAt = now;
        take(content);
        written(author, now);
    }

    private void take(Drafting.Prepared content) {
        model = content.model().xml();
        contentHash = content.model().contentHash();
        tests = content.tests();
        testSummary = Json.write(content.summary());
    }

    /** @throws Problem 409 when it is no draft any more */
    void requireDraft() {
        if (status != VersionStatus.DRAFT) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "not-a-draft",
                    new Text(
                            "第 " + number + " 版" + status.label().zh() + ",只有草案可以修改;已批准的版本不可更改",
                            "Version " + number + " is " + status.label().en()
                                    + "; only a draft can be changed, an approved version never"));
        }
    }

    /** Replaces the model of a draft, and its tests as they follow it. @throws Problem 409 when it is no draft any more */
    PolicyEvent.DraftSaved save(Drafting.Prepared content, UUID writer, Instant now) {
        requireDraft();
        take(content);
        written(writer, now);
        return new PolicyEvent.DraftSaved(policy.key(), stateVersion, number, contentHash);
    }

    /** Replaces the tests of a draft. @throws Problem 409 when it is no draft any more */
    PolicyEvent.TestsSaved saveTests(Drafting.Prepared content, UUID writer, Instant now) {
        requireDraft();
        take(content);
        written(writer, now);
        return new PolicyEvent.TestsSaved(policy.key(), stateVersion, number, testsHash());
    }

    private void written(UUID writer, Instant now) {
        if (writer != null) {
            writers.add(writer);
        }
        savedAt = now;
        stateVersion = policy.bump();
    }

    /** 送审. @throws Problem 409 when it is no draft any more */
    PolicyEvent.VersionSubmitted submit(String remark, List<WrittenReason> reasons, UUID by, Instant now) {
        move(VersionStatus.IN_REVIEW);
        submittedBy = by;
        submittedAt = now;
        submissionNote = remark;
        returnRemarks = null;
        writtenReasons = Json.write(reasons);
        return new PolicyEvent.VersionSubmitted(
                policy.key(), stateVersion, number, contentHash, testsHash(), remark, reasons);
    }

    /** 退回. @throws Problem 409 when it is not in review */
    PolicyEvent.VersionReturned giveBack(String remarks) {
        move(VersionStatus.DRAFT);
        returnRemarks = remarks;
        return new PolicyEvent.VersionReturned(policy.key(), stateVersion, number, contentHash, remarks);
    }

    /**
     * 批准, or the taking over of a version of history.
     *
     * @param history whether it is one of history
     * @param reasons those given with the approval, beside the author's
     * @throws Problem 409 when it is not in review
     */
    PolicyEvent.VersionApproved approve(
            LocalDate from, boolean history, List<WrittenReason> reasons, String remark, UUID by, Instant now) {
        move(VersionStatus.APPROVED);
        var all = new ArrayList<>(reasons());
        all.addAll(reasons);
        writtenReasons = Json.write(all);
        effectiveFrom = from;
        imported = history;
        note = remark;
        approvedBy = by;
        approvedAt = now;
        return new PolicyEvent.VersionApproved(
                policy.key(), stateVersion, number, contentHash, testsHash(), from, all, history, remark);
    }

    /** 撤回: a draft given up, or an approved version before it takes effect; the caller has checked the latter. */
    PolicyEvent.VersionWithdrawn withdraw(String reasons, UUID by, Instant now) {
        var was = status;
        move(VersionStatus.WITHDRAWN);
        withdrawnBy = by;
        withdrawnAt = now;
        withdrawalReasons = reasons;
        return new PolicyEvent.VersionWithdrawn(policy.key(), stateVersion, number, was, reasons);
    }

    private void move(VersionStatus to) {
        requireWay(to);
        status = to;
        stateVersion = policy.bump();
    }

    /** @throws Problem 409 when the table of moves has no way from here to there */
    void requireWay(VersionStatus to) {
        if (!status.next().containsKey(to)) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    status == VersionStatus.DRAFT ? "not-in-review" : "version-" + slug(status),
                    new Text(
                            "第 " + number + " 版的状态是“" + status.label().zh() + "”"
                                    + (effectiveFrom == null ? "" : ",生效日期 " + effectiveFrom) + ",不能如此办理",
                            "Version " + number + " is " + status.label().en()
                                    + (effectiveFrom == null ? "" : ", effective from " + effectiveFrom)
                                    + "; this act is not possible"));
        }
    }

    private static String slug(VersionStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the person wrote or submitted it, and so does not approve it. */
    boolean isWorkOf(UUID person) {
        return person.equals(authorId) || person.equals(submittedBy) || writers.contains(person);
    }

    /** What was accepted in writing so far. */
    List<WrittenReason> reasons() {
        return writtenReasons == null ? List.of() : List.of(Json.read(writtenReasons, WrittenReason[].class));
    }

    UUID id() {
        return id;
    }

    Policy policy() {
        return policy;
    }

    /** The version among those of all books: {@code <jurisdiction>/<name>@<version>}. */
    String name() {
        return name(policy.key(), number);
    }

    /** @param policy {@code <jurisdiction>/<name>} */
    static String name(String policy, int number) {
        return policy + "@" + number;
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

    /** TCK XML; null for none. */
    String tests() {
        return tests;
    }

    /** Over the stored text of the tests, null for none. */
    String testsHash() {
        return tests == null ? null : Sha256.of(tests.getBytes(StandardCharsets.UTF_8));
    }

    /** How its tests went when it was last saved; null where that was before tests were run. */
    TestSummary testSummary() {
        return testSummary == null ? null : Json.read(testSummary, TestSummary.class);
    }

    String note() {
        return note;
    }

    /** The approved version it started from, null when there was none. */
    Integer baseNumber() {
        return baseNumber;
    }

    UUID submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String submissionNote() {
        return submissionNote;
    }

    /** Why it was returned; null when it was not, or was submitted again. */
    String returnRemarks() {
        return returnRemarks;
    }

    /** Null for what the product shipped. */
    UUID approvedBy() {
        return approvedBy;
    }

    /** Whether it was taken over as history. */
    boolean imported() {
        return imported;
    }

    String withdrawalReasons() {
        return withdrawalReasons;
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
