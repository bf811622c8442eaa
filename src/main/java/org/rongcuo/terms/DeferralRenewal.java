package org.rongcuo.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 续期: a deferral lasts longer, as often as the book allows. */
@Entity
@Table(name = "deferral_renewal")
class DeferralRenewal {
    @Id
    private UUID id;

    @Column(name = "deferral_id")
    private UUID deferralId;

    private String reasons;

    @Column(name = "reverify_on")
    private LocalDate reverifyOn;

    @Column(name = "renewed_by")
    private UUID renewedBy;

    @Column(name = "renewed_at")
    private Instant renewedAt;

    protected DeferralRenewal() {}

    DeferralRenewal(UUID deferralId, String reasons, LocalDate reverifyOn, UUID person, Instant now) {
        this.id = Ids.next();
        this.deferralId = deferralId;
        this.reasons = reasons;
        this.reverifyOn = reverifyOn;
        this.renewedBy = person;
        this.renewedAt = now;
    }

    UUID deferralId() {
        return deferralId;
    }

    String reasons() {
        return reasons;
    }

    LocalDate reverifyOn() {
        return reverifyOn;
    }

    UUID renewedBy() {
        return renewedBy;
    }

    Instant renewedAt() {
        return renewedAt;
    }
}
