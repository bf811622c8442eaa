package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Ids;

/** The end of a book without successor (废止): from its date on no version of the book is in force. */
@Entity
@Table(name = "policy_repeal")
class PolicyRepeal {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "policy_id")
    private Policy policy;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    private String reasons;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawal_reasons")
    private String withdrawalReasons;

    protected PolicyRepeal() {}

    PolicyRepeal(Policy policy, LocalDate effectiveFrom, String reasons, UUID decidedBy, Instant now) {
        this.id = Ids.next();
        this.policy = policy;
        this.effectiveFrom = effectiveFrom;
        this.reasons = reasons;
        this.decidedBy = decidedBy;
        this.decidedAt = now;
    }

    PolicyEvent.PolicyRepealed decided() {
        return new PolicyEvent.PolicyRepealed(policy.key(), policy.bump(), id, effectiveFrom, reasons);
    }

    /** Taken back before its date; the caller has checked that. */
    PolicyEvent.RepealWithdrawn withdraw(String why, UUID by, Instant now) {
        withdrawnBy = by;
        withdrawnAt = now;
        withdrawalReasons = why;
        return new PolicyEvent.RepealWithdrawn(policy.key(), policy.bump(), id, effectiveFrom, why);
    }

    UUID id() {
        return id;
    }

    Policy policy() {
        return policy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** The first day on which the book is no longer in force. */
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    UUID withdrawnBy() {
        return withdrawnBy;
    }

    View view(Map<UUID, PersonRef> persons) {
        return new View(
                id,
                policy.key(),
                effectiveFrom,
                reasons,
                persons.get(decidedBy),
                decidedAt,
                withdrawnAt,
                persons.get(withdrawnBy),
                withdrawalReasons);
    }

    /**
     * @param decidedBy null without login
     * @param withdrawnAt null unless it was taken back before its date
     * @param withdrawnBy who took it back; null without login
     */
    @Schema(name = "RepealView")
    record View(
            UUID id,
            String policy,
            LocalDate effectiveFrom,
            String reasons,
            @Nullable PersonRef decidedBy,
            Instant decidedAt,
            @Nullable Instant withdrawnAt,
            @Nullable PersonRef withdrawnBy,
            @Nullable String withdrawalReasons) {}
}
