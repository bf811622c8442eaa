package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.access.Organ;
import org.rongcuo.shared.Ids;

/** What anyone proposes to be looked at, and the office's answer. */
@Entity
class Proposal {
    /** What became of it. */
    @Schema(name = "ProposalAnswer")
    enum Answer {
        STARTED,
        DECLINED
    }

    @Id
    private UUID id;

    private String receipt;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    @ManyToOne
    @JoinColumn(name = "organ_id")
    private Organ organ;

    private String matter;

    private String content;

    private String contact;

    @Column(name = "proposed_by")
    private UUID proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "case_id")
    private UUID caseId;

    private String reasons;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Proposal() {}

    /**
     * A proposal.
     *
     * @param receipt the digest of the receipt's code
     * @param organ concerned, null for none
     * @param proposedBy null without login
     */
    Proposal(
            String receipt,
            Jurisdiction jurisdiction,
            Organ organ,
            String matter,
            String content,
            UUID proposedBy,
            Instant proposedAt) {
        this.id = Ids.next();
        this.receipt = receipt;
        this.jurisdiction = jurisdiction;
        this.organ = organ;
        this.matter = matter;
        this.content = content;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /** By when it is to be answered. */
    void answerBy(LocalDate day) {
        dueOn = day;
    }

    /** How whoever proposed may be reached, sealed for this proposal; null where it was not told. */
    void keepContact(String sealed) {
        contact = sealed;
    }

    /** Sealed; null where none was told. */
    String contact() {
        return contact;
    }

    /** Whether a contact was told. */
    boolean hasContact() {
        return contact != null;
    }

    /** @param started the case started; null when it is declined */
    void answer(UUID started, String told, UUID by, Instant at) {
        answer = started == null ? Answer.DECLINED : Answer.STARTED;
        caseId = started;
        reasons = told;
        answeredBy = by;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /** Null when none was named. */
    Organ organ() {
        return organ;
    }

    String matter() {
        return matter;
    }

    String content() {
        return content;
    }

    /** Null without login. */
    Instant proposedAt() {
        return proposedAt;
    }

    /** By when it is to be answered; null where no book sets a term. */
    LocalDate dueOn() {
        return dueOn;
    }

    /** Null while it is open. */
    Answer answer() {
        return answer;
    }

    /** Null unless a case was started. */
    UUID caseId() {
        return caseId;
    }

    /** Null while it is open. */
    String reasons() {
        return reasons;
    }

    /** Null while it is open. */
    UUID answeredBy() {
        return answeredBy;
    }

    /** Null while it is open. */
    Instant answeredAt() {
        return answeredAt;
    }
}
